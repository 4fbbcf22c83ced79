import { createDisguises, type Disguises } from './disguises';

/** Fields whose values the UCM takes from short lists of its own, or that are counts and moments: no person is in them. */
const plain = new Set(
  (
    'AcctId start answer end duration billsec disposition amaflags lastapp userfield service nat_call nat_call_peer ' +
    'video_call gds_call gsc_call wave_src_seqid wave_dst_seqid recordfiles_desc'
  ).split(' '),
);

/** Say nothing that a reader needs, and could say who owns the telephone. */
const dropped = new Set(['device_info', 'device_info_peer', 'gdms_unique_code', 'accountcode']);

/** Its words are the UCM's alone, also those that nobody here knows yet; its numbers are people's. */
const ownWords = new Set(['action_type']);

/** Words that a UCM writes among names and numbers, and that tell what a leg was. */
const own = new Set(
  (
    'pjsip sip dahdi iax2 iax local trunk from internal external xfer ext did ivr menu dial queue ringgroup followme forward ' +
    'transfer attended blind park parkedcall pickup vm voicemail fax conference conf meetme page paging intercom dod disa ' +
    'directory callback call sub record wav mp3 ogg gsm auto default callee caller handler duration size start time msg ' +
    'unavail busy cfu cfb cfn cfna all anonymous unknown restricted private unavailable test key feature code speeddial'
  ).split(' '),
);

/** Days beside the span of an answer's rows in which a long number is still read as a moment. */
const NEAR = 2 * 86_400;

const ipv4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/;
const ipv6 = /\b(?:[0-9a-f]{1,4}:){2,7}[0-9a-f]{1,4}\b/i;
/** the number of a channel, `-000004eb`; a leg's own name in Asterisk, `1661157236.2641`; a recording's folder, `2022-08` */
const counter = /-[0-9a-f]{8}(?:;\d)?\b|\b\d{9,11}\.\d{1,9}\b|\b20\d\d-[01]\d(?=\/)/;
const piece = new RegExp(`${ipv4.source}|${ipv6.source}|${counter.source}|\\d+|\\p{L}[\\p{L}\\p{M}]*`, 'giu');

/**
 * What a UCM answered with every number, name and address replaced, the same by the same, so that the calls in it are made
 * of it as before and nobody can be found in it. Moments, lengths and the UCM's own words stay; the country's and kind's
 * first digits of a number stay with them, its last six are made up. `random`: 0 ≤ x < 1, not to be guessed again.
 */
export function disguise(answer: unknown, random: () => number): unknown {
  const others = createDisguises(random);
  const span = spanOf(answer);
  const said = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => said(one, field));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, said(one, name)]));
    }
    if (plain.has(field) || value === null || typeof value === 'boolean') return value;
    if (dropped.has(field)) return '';
    if (typeof value === 'number') return Number(number(String(value), others, span));
    return typeof value === 'string' ? text(value, others, span, ownWords.has(field)) : undefined;
  };
  return said(answer, '');
}

interface Span {
  /** UTC epoch seconds */
  from: number;
  until: number;
}

function text(value: string, others: Disguises, span: Span, keepsWords: boolean): string {
  return value.replace(piece, (found) => {
    if (/^\d+$/.test(found)) return number(found, others, span);
    if (counter.test(found) || /^20\d\d-[01]\d$/.test(found)) return found;
    if (/^\d/.test(found) || found.includes(':')) return others.address(found);
    return keepsWords || own.has(found.toLowerCase()) ? found : others.word(found);
  });
}

/** `16611572365707`, `20260801090533`: what begins with a moment of this answer is none of anybody's numbers. */
function number(digits: string, others: Disguises, { from, until }: Span): string {
  const epoch = Number(digits.slice(0, 10));
  if (digits.length >= 10 && epoch >= from && epoch <= until) return digits;
  const day =
    digits.length >= 8 ? Date.parse(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`) : Number.NaN;
  if (day / 1000 >= from && day / 1000 <= until) return digits;
  return others.number(digits);
}

/** The moments of all rows, from a little before to a little after. None: no number is a moment. */
function spanOf(answer: unknown): Span {
  const span = { from: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY };
  const look = (value: unknown, field: string): void => {
    if (Array.isArray(value)) for (const one of value) look(one, field);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) look(one, name);
    else if (field === 'start' || field === 'end') {
      const at = Date.parse(`${String(value).replace(' ', 'T')}Z`) / 1000;
      if (!Number.isNaN(at))
        Object.assign(span, { from: Math.min(span.from, at - NEAR), until: Math.max(span.until, at + NEAR) });
    }
  };
  look(answer, '');
  return span;
}
