import * as z from 'zod/mini';
import { AppError } from '../errors';
import { textField } from './fields';
import type { PhoneField } from './parties';
import type { DolibarrRest } from './rest';

export interface AttachTo {
  kind: 'thirdparty' | 'contact';
  id: number;
}

export interface Attached {
  field: PhoneField;
  /** false: the number stood there already, and is not ours to take out again */
  written: boolean;
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
 * Writes a number into a free phone field of the right kind and tells which, or where it stands already; undefined when none is free. A thirdparty has
 * a mobile field since version 20 alone: before, Dolibarr does not name it. Read before, since a PUT would displace what
 * a colleague wrote meanwhile, and after, since 14 and 16 leave out without a word what is too long.
 */
export async function attachNumber(
  rest: Pick<DolibarrRest, 'read' | 'send'>,
  to: AttachTo,
  number: { stored: string; mobile: boolean },
  signal?: AbortSignal,
): Promise<Attached | undefined> {
  const { path, write, phones } = fields[to.kind];
  const before = await readPhones(rest, to, signal);
  const same = phones.find((field) => bareNumber(before[field]) === bareNumber(number.stored));
  if (same) return { field: same, written: false };
  const free = fieldFor(to.kind, before, number.mobile, (field) => field in before);
  if (!free) return undefined;
  await rest.send('PUT', `${path}/${to.id}`, { [free]: number.stored }, write, signal);
  const after = await readPhones(rest, to, signal);
  if (bareNumber(after[free]) !== bareNumber(number.stored)) throw new AppError('dolibarr-answer', { reason: free });
  return { field: free, written: true };
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
  if (!own || bareNumber((await readPhones(rest, from, signal))[own]) !== bareNumber(stored)) return false;
  await rest.send('PUT', `${path}/${from.id}`, { [own]: '' }, write, signal);
  return bareNumber((await readPhones(rest, from, signal))[own]) === '';
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

/**
 * The free field of the right kind: the mobile one for mobile numbers and last for others, a private one at the end.
 * `held`: what stands in the fields; `exists`: whether Dolibarr has a field (a thirdparty's mobile one since 20 alone).
 */
export function fieldFor(
  kind: AttachTo['kind'],
  held: Partial<Record<PhoneField, string>>,
  mobile: boolean,
  exists: (field: PhoneField) => boolean = () => true,
): PhoneField | undefined {
  const inOrder = [...fields[kind].phones].sort((one, other) => rank(one, mobile) - rank(other, mobile));
  return inOrder.find((field) => exists(field) && (held[field] ?? '') === '');
}

function rank(field: PhoneField, mobile: boolean): number {
  if (field === 'phone_mobile') return mobile ? 0 : 2;
  return field === 'phone_perso' ? 3 : 1;
}

/** A number without anything that only makes it easier to read. */
export const bareNumber = (text: string | undefined): string => (text ?? '').replace(/[^\d+]/g, '');
