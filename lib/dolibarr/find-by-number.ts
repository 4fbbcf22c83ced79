import { AppError } from '../errors';
import type { DirectoryParty } from './parties';
import { readContacts, readThirdparties } from './parties';
import type { DolibarrRest } from './rest';

const columns = {
  thirdparty: ['t.phone', 't.fax'],
  contact: ['t.phone', 't.phone_perso', 't.phone_mobile', 't.fax'],
} as const;

/** Digits that are looked for: more than a trunk prefix and less than what a notation leaves out. */
const TAIL = 8;

/**
 * Whoever may have a number now, however it is written there: its last digits in their order with anything between (section
 * 2). More may come than have it: the caller compares. `major`: of Dolibarr, as a filter by a column it does not have fails.
 */
export async function findByNumber(
  rest: Pick<DolibarrRest, 'list'>,
  digits: string,
  major: number,
  signal?: AbortSignal,
): Promise<DirectoryParty[]> {
  if (!/^\d{6,20}$/.test(digits)) return [];
  const pattern = `%${[...digits.slice(-TAIL)].join('%')}%`;
  const anyOf = (names: readonly string[]) => names.map((name) => `(${name}:like:'${pattern}')`).join(' or ');
  const thirdparty = major >= 20 ? [...columns.thirdparty, 't.phone_mobile'] : columns.thirdparty;
  const found = await Promise.all([
    readThirdparties(rest, { limit: 50, where: anyOf(thirdparty) }, signal),
    readContacts(rest, { limit: 50, where: anyOf(columns.contact) }, signal).catch(nobody),
  ]);
  return found.flatMap(({ parties }) => parties);
}

/** Whoever may not read contacts, or on old versions sees his own customers alone, for whom the list breaks (section 3). */
function nobody(error: unknown): { parties: DirectoryParty[] } {
  if (error instanceof AppError && ['dolibarr-right', 'dolibarr-server'].includes(error.code)) return { parties: [] };
  throw error;
}
