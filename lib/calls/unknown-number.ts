import type { Direction, Outcome } from './call';
import { formatNumber, type NumberRead } from './number';
import { digitsOf } from './number-clean';
import { inWorkingHours, type WorkingHours } from './working-hours';
import { type ZoneClock, zoneClock } from './zone-clock';

/** When a number that nobody has is worth a thirdparty. */
export interface UnknownRules extends WorkingHours {
  /** nothing; a person is asked; made by itself */
  mode: 'off' | 'review' | 'automatic';
  directions: 'in' | 'out' | 'both';
  /** only calls in which somebody talked */
  answered: boolean;
  /** seconds of talk at least */
  seconds: number;
  /** from this call on that fits the rest: 1 for the first */
  calls: number;
  /** only calls begun in working hours */
  hours: 'any' | 'working';
  /** how numbers begin (`+33`, `01`); none: all */
  prefixes: readonly string[];
  /** numbers never to be asked about: `+338*`, `0892??????` */
  never: readonly string[];
}

/** What the rules look at of a call. Times: UTC epoch seconds, lengths seconds. */
export interface CallFacts {
  start: number;
  direction: Direction;
  outcome: Outcome;
  talk: number;
}

export interface Ground {
  /** ISO 3166 code: whose numbers a pattern without + means */
  country: string;
  /** whose clock says what working hours are: `Europe/Paris` */
  zone: string;
  /** UTC epoch seconds from which calls may make a thirdparty by themselves: what is older was there before the rules */
  since: number;
}

/** `propose`: to a person; `create`: by itself. */
export type Verdict = 'nothing' | 'propose' | 'create';

/**
 * What is to be done about a number that nobody has; `calls` are all of that number, in any order. Extensions, own numbers
 * and hidden callers are never asked about, nor what has no E.164 form made by itself: two browsers could not tell that it
 * is the same. Made by itself only when the very call that fulfils the rules is not older than they are.
 */
export function judgeUnknown(
  number: NumberRead,
  calls: readonly CallFacts[],
  rules: UnknownRules,
  { country, zone, since }: Ground,
): Verdict {
  if (rules.mode === 'off' || number.kind !== 'outside' || number.digits === '') return 'nothing';
  if (isNever(number, rules.never, country) || !hasPrefix(number, rules.prefixes, country)) return 'nothing';
  const clock = zoneClock(zone);
  const fitting = calls.filter((call) => fitsRules(call, rules, clock)).sort((one, other) => one.start - other.start);
  const deciding = fitting[Math.max(1, rules.calls) - 1];
  if (!deciding) return 'nothing';
  const alone = rules.mode === 'automatic' && number.e164 !== undefined && deciding.start >= since;
  return alone ? 'create' : 'propose';
}

/** Whether a call counts for the rules about calls. */
export function fitsRules(call: CallFacts, rules: UnknownRules, clock: ZoneClock): boolean {
  if (call.direction !== 'in' && call.direction !== 'out') return false;
  if (rules.directions !== 'both' && call.direction !== rules.directions) return false;
  if (rules.answered && call.outcome !== 'answered') return false;
  if (call.talk < rules.seconds) return false;
  return rules.hours === 'any' || inWorkingHours(call.start, rules, clock);
}

/** As people write a number: with a + in front it is held against the E.164 form, else against what is dialled at home. */
function matches(number: Outside, pattern: string, country: string, test: (signs: string) => RegExp): boolean {
  const signs = pattern.replace(/[^\d*?]/g, '');
  if (!/\d/.test(signs)) return false;
  const { e164, digits } = number;
  if (pattern.trim().startsWith('+')) return e164 !== undefined && test(signs).test(e164.slice(1));
  const home = e164 === undefined ? digits : digitsOf(formatNumber(e164, country));
  return test(signs).test(home) || test(signs).test(digits);
}

type Outside = { e164: string | undefined; digits: string };

export function hasPrefix(number: Outside, prefixes: readonly string[], country: string): boolean {
  if (prefixes.length === 0) return true;
  return prefixes.some((prefix) => matches(number, prefix, country, (signs) => new RegExp(`^${digitsOf(signs)}`)));
}

/** `*` stands for any digits, `?` for one. */
export function isNever(number: Outside, patterns: readonly string[], country: string): boolean {
  const whole = (signs: string) => new RegExp(`^${signs.replace(/\*+/g, '\\d*').replace(/\?/g, '\\d')}$`);
  return patterns.some((pattern) => matches(number, pattern, country, whole));
}
