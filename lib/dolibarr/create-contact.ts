import { AppError } from '../errors';
import { bareNumber, fieldFor } from './attach-number';
import { positiveId } from './fields';
import { type DirectoryParty, readContacts } from './parties';
import { writeRight } from './party-rights';
import type { DolibarrRest } from './rest';

export interface ContactWish {
  /** id of the thirdparty */
  thirdparty: number;
  firstname: string;
  /** the one name that Dolibarr insists on */
  lastname: string;
  number: { stored: string; mobile: boolean };
}

/** Contacts of one thirdparty that are looked through; who has more is asked no further. */
const MOST = 500;

/**
 * A contact of the thirdparty with this number: the one who has it already, else a new one. An answer that got lost is
 * looked for, so that pressing once more does not make two.
 */
export async function createContact(
  rest: Pick<DolibarrRest, 'list' | 'send'>,
  wish: ContactWish,
  signal?: AbortSignal,
): Promise<{ id: number; made: boolean }> {
  const there = await whoHas(rest, wish, signal);
  if (there) return { id: there.id, made: false };
  const field = fieldFor('contact', {}, wish.number.mobile) ?? 'phone_pro';
  const { thirdparty: socid, firstname, lastname } = wish;
  try {
    const body = { socid, firstname, lastname, [field]: wish.number.stored };
    const made = positiveId.safeParse(await rest.send('POST', 'contacts', body, writeRight.contact, signal));
    if (!made.success) throw new AppError('dolibarr-answer', { reason: 'id' });
    return { id: made.data, made: true };
  } catch (error) {
    const lost = ['dolibarr-timeout', 'dolibarr-unreachable', 'dolibarr-server', 'dolibarr-answer'];
    if (!(error instanceof AppError) || !lost.includes(error.code)) throw error;
    const found = await whoHas(rest, wish, signal);
    if (!found) throw error;
    return { id: found.id, made: true };
  }
}

async function whoHas(
  rest: Pick<DolibarrRest, 'list'>,
  { thirdparty, number }: ContactWish,
  signal?: AbortSignal,
): Promise<DirectoryParty | undefined> {
  const { parties } = await readContacts(rest, { limit: MOST, of: [thirdparty] }, signal);
  return parties.find(({ phones }) => phones.some(({ stored }) => bareNumber(stored) === bareNumber(number.stored)));
}
