import * as z from 'zod/mini';
import { AppError } from '../errors';
import { textField } from './fields';
import type { PhoneField } from './parties';
import type { DolibarrRest } from './rest';

export interface AttachTo {
  kind: 'thirdparty' | 'contact';
  id: number;
}

const fields = {
  thirdparty: { path: 'thirdparties', write: 'societe/creer', read: 'societe/lire', phones: ['phone', 'phone_mobile'] },
  contact: {
    path: 'contacts',
    write: 'societe/contact/creer',
    read: 'societe/contact/lire',
    phones: ['phone_pro', 'phone_mobile', 'phone_perso'],
  },
} as const satisfies Record<string, { path: string; write: string; read: string; phones: PhoneField[] }>;

const phonesRow = z.record(z.string(), z.unknown());

/**
 * Writes a number into a free phone field of the right kind and tells which; undefined when none is free. A thirdparty has
 * a mobile field since version 20 alone: before, Dolibarr does not name it. Read before, since a PUT would displace what
 * a colleague wrote meanwhile, and after, since 14 and 16 leave out without a word what is too long.
 */
export async function attachNumber(
  rest: Pick<DolibarrRest, 'read' | 'send'>,
  to: AttachTo,
  number: { stored: string; mobile: boolean },
  signal?: AbortSignal,
): Promise<PhoneField | undefined> {
  const { path, write, phones } = fields[to.kind];
  const before = await readPhones(rest, to, signal);
  const same = phones.find((field) => bare(before[field]) === bare(number.stored));
  if (same) return same;
  const inOrder = [...phones].sort((one, other) => rank(one, number.mobile) - rank(other, number.mobile));
  const free = inOrder.find((field) => before[field] === '');
  if (!free) return undefined;
  await rest.send('PUT', `${path}/${to.id}`, { [free]: number.stored }, write, signal);
  const after = await readPhones(rest, to, signal);
  if (bare(after[free]) !== bare(number.stored)) throw new AppError('dolibarr-answer', { reason: free });
  return free;
}

/** Takes it out again, if it still stands there; false when another does. */
export async function detachNumber(
  rest: Pick<DolibarrRest, 'read' | 'send'>,
  from: AttachTo,
  field: string,
  stored: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const { path, write, phones } = fields[from.kind];
  const own = phones.find((one) => one === field);
  if (!own || bare((await readPhones(rest, from, signal))[own]) !== bare(stored)) return false;
  await rest.send('PUT', `${path}/${from.id}`, { [own]: '' }, write, signal);
  return bare((await readPhones(rest, from, signal))[own]) === '';
}

async function readPhones(
  rest: Pick<DolibarrRest, 'read'>,
  { kind, id }: AttachTo,
  signal?: AbortSignal,
): Promise<Partial<Record<PhoneField, string>>> {
  const { path, read } = fields[kind];
  const row = phonesRow.safeParse(await rest.read(`${path}/${id}`, {}, read, signal));
  if (!row.success) throw new AppError('dolibarr-answer', { reason: kind });
  // a field that is not there at all cannot be written
  const held = fields[kind].phones.filter((field) => field in row.data);
  return Object.fromEntries(held.map((field) => [field, textField.parse(row.data[field])]));
}

function rank(field: PhoneField, mobile: boolean): number {
  if (field === 'phone_mobile') return mobile ? 0 : 2;
  return field === 'phone_perso' ? 3 : 1;
}

const bare = (text: string | undefined) => (text ?? '').replace(/[^\d+]/g, '');
