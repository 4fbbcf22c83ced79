import * as z from 'zod/mini';
import { AppError } from '../errors';
import { positiveId, textField } from './fields';
import type { DolibarrRest } from './rest';

/**
 * One thirdparty for one telephone number, whoever makes it first. Dolibarr has no unique key for it (section 2), so each
 * client checks, makes and checks again, and the lowest id wins; each removes only what it made itself.
 */
export interface Wish {
  /** what the number is known by in every browser: `33639980001`, digits of its E.164 form, else those written */
  digits: string;
  name: string;
  /** as it is to stand in the phone field */
  phone: string;
  /** ISO 3166 code; '' for none */
  country: string;
}

/** A thirdparty that was made for a number by an extension in some browser. */
export interface Made {
  id: number;
  name: string;
  phone: string;
  /** of the browser that made it: its mark at the end of the reference */
  mark: string;
}

export interface Settled {
  /** the thirdparty of the number, the lowest id; undefined when there is none (any more) */
  id: number | undefined;
  /** it was made here */
  own: boolean;
  /** ids of doubles that were made here and removed */
  removed: number[];
  /** ids of doubles that stay: made elsewhere, already in use, or not to be removed with this key */
  doubles: number[];
}

const CREATE = 'societe/creer';
const DELETE = 'societe/supprimer';
const READ = 'societe/lire';

/** Dolibarr writes fewer events about a thirdparty that was only made. */
const FEW = 50;
const eventRow = z.object({ type_code: textField });

const madeRow = z.object({ id: positiveId, ref_ext: textField, name: textField, phone: textField });

/** `mark`: of this browser, letters and digits. The number is filed before it, so that all browsers' are found together. */
export function referenceOf(digits: string, mark: string): string {
  return `tel-${digits}-${mark}`;
}

/** All that were made for the number, lowest id first. */
export async function findMade(
  rest: Pick<DolibarrRest, 'list'>,
  digits: string,
  signal?: AbortSignal,
): Promise<Made[]> {
  if (!/^\d{5,20}$/.test(digits)) throw new AppError('unexpected', { reason: 'digits' });
  const query = {
    sortfield: 't.rowid',
    sortorder: 'ASC',
    page: 0,
    limit: 100,
    properties: 'id,ref_ext,name,phone',
    sqlfilters: `(t.ref_ext:like:'tel-${digits}-%')`,
  };
  const { rows } = await rest.list('thirdparties', query, READ, signal);
  return rows
    .flatMap((row) => {
      const read = madeRow.safeParse(row);
      if (!read.success) return [];
      const { id, name, phone, ref_ext } = read.data;
      return [{ id, name, phone, mark: ref_ext.split('-')[2] ?? '' }];
    })
    .sort((one, other) => one.id - other.id);
}

/**
 * Checks, makes, checks again. Nothing may be attached to the thirdparty before `settleThirdparty` was asked once more
 * some seconds later: a slower client may have made a lower id that was not to be seen yet. No answer to the making is
 * no failure as long as the check finds what was made.
 */
export async function createThirdpartyOnce(
  rest: Pick<DolibarrRest, 'list' | 'read' | 'send'>,
  wish: Wish,
  mark: string,
  signal?: AbortSignal,
): Promise<Settled> {
  const [first] = await findMade(rest, wish.digits, signal);
  if (first) return { id: first.id, own: first.mark === mark, removed: [], doubles: [] };
  const country = wish.country === '' ? undefined : await countryId(rest, wish.country, signal);
  let lost: unknown;
  try {
    const body = {
      name: wish.name,
      phone: wish.phone,
      client: 2,
      code_client: 'auto',
      ref_ext: referenceOf(wish.digits, mark),
      ...(country === undefined ? {} : { country_id: country }),
    };
    const answer = await rest.send('POST', 'thirdparties', body, CREATE, signal);
    if (!positiveId.safeParse(answer).success) throw new AppError('dolibarr-answer', { reason: 'id' });
  } catch (error) {
    if (!isLost(error)) throw error;
    lost = error;
  }
  const settled = await settleThirdparty(rest, wish.digits, mark, 'fresh', signal);
  if (settled.id === undefined && lost !== undefined) throw lost;
  return settled;
}

/**
 * Checks again: the lowest id stands, own doubles of it are removed. To be asked some seconds after the making (`fresh`:
 * nothing can hang on a double yet) and at the next synchronisation (`later`: what is used by then stays).
 */
export async function settleThirdparty(
  rest: Pick<DolibarrRest, 'list' | 'send'>,
  digits: string,
  mark: string,
  when: 'fresh' | 'later',
  signal?: AbortSignal,
): Promise<Settled> {
  const [first, ...others] = await findMade(rest, digits, signal);
  const settled: Settled = { id: first?.id, own: first?.mark === mark, removed: [], doubles: [] };
  for (const double of others) {
    const remove = when === 'fresh' ? removeThirdparty : removeUnused;
    const gone = double.mark === mark && (await remove(rest, double.id, signal));
    (gone ? settled.removed : settled.doubles).push(double.id);
  }
  return settled;
}

/** As below, unless something hangs on it already: contacts, events that a person made. */
export async function removeUnused(
  rest: Pick<DolibarrRest, 'list' | 'send'>,
  id: number,
  signal?: AbortSignal,
): Promise<boolean> {
  return !(await isUsed(rest, id, signal)) && (await removeThirdparty(rest, id, signal));
}

/** True when it is gone; false when the right is missing, or Dolibarr keeps what has documents of trade. */
async function removeThirdparty(rest: Pick<DolibarrRest, 'send'>, id: number, signal?: AbortSignal): Promise<boolean> {
  try {
    await rest.send('DELETE', `thirdparties/${id}`, {}, DELETE, signal);
    return true;
  } catch (error) {
    if (error instanceof AppError && ['dolibarr-right', 'dolibarr-server'].includes(error.code)) return false;
    throw error;
  }
}

/** Contacts, or calls and meetings in the agenda; what Dolibarr writes there by itself does not count. */
async function isUsed(rest: Pick<DolibarrRest, 'list'>, id: number, signal?: AbortSignal): Promise<boolean> {
  const query = { sortorder: 'DESC', page: 0, limit: FEW };
  const contacts = { ...query, sortfield: 't.rowid', thirdparty_ids: id, properties: 'id' };
  const events = { ...query, sortfield: 't.id', sqlfilters: `(t.fk_soc:=:${id})`, properties: 'id,type_code' };
  try {
    if ((await rest.list('contacts', contacts, 'societe/contact/lire', signal)).rows.length > 0) return true;
    const { rows } = await rest.list('agendaevents', events, 'agenda/myactions/read', signal);
    // looked at here: 14 and 16 do not keep to a filter by type that says "not"
    return rows.length === FEW || rows.some((row) => eventRow.safeParse(row).data?.type_code !== 'AC_OTH_AUTO');
  } catch (error) {
    // who may not look cannot say that nothing is there
    if (error instanceof AppError && error.code === 'dolibarr-right') return true;
    throw error;
  }
}

const countryRow = z.object({ id: positiveId });

/** Every user may read the dictionary of countries (section 1); undefined for a code that it does not have. */
async function countryId(
  rest: Pick<DolibarrRest, 'read'>,
  code: string,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const answer = await rest.read(`setup/dictionary/countries/byCode/${encodeURIComponent(code)}`, {}, '', signal);
  const read = countryRow.safeParse(answer);
  return read.success ? read.data.id : undefined;
}

/** It may have been done: no answer came, or PHP broke off after it. */
function isLost(error: unknown): boolean {
  const lost = ['dolibarr-timeout', 'dolibarr-unreachable', 'dolibarr-server', 'dolibarr-answer'];
  return error instanceof AppError && lost.includes(error.code);
}
