import * as z from 'zod/mini';
import { AppError } from '../errors';
import type { DolibarrRest } from './rest';

/** What the key's user may do with thirdparties; undefined where nobody tells. */
export interface ThirdpartyRights {
  create: boolean | undefined;
  remove: boolean;
  /** sees those of other representatives too: without it he would make anew what others have */
  seeAll: boolean | undefined;
}

/** An id that no thirdparty has: a database counts up to it only after two thousand million. */
const NOBODY = 2_147_483_647;

const granted = z.optional(z.unknown());
const info = z.object({
  rights: z.object({
    societe: z.optional(
      z.object({ creer: granted, supprimer: granted, client: z.optional(z.object({ voir: granted })) }),
    ),
  }),
});

/**
 * Asks for the rights themselves, which a plain user may not read of himself. Then whether he may delete is learnt from
 * what is said first of a thirdparty that is not there: that it is not, or that he may not (tried on 14 to 24).
 */
export async function readThirdpartyRights(
  rest: Pick<DolibarrRest, 'read' | 'send'>,
  signal?: AbortSignal,
): Promise<ThirdpartyRights> {
  const told = await ask(() => rest.read('users/info', { includepermissions: 1 }, 'user/self/creer', signal));
  const read = info.safeParse(told);
  if (read.success) {
    const rights = read.data.rights.societe;
    const has = (value: unknown) => Number(value) === 1;
    return { create: has(rights?.creer), remove: has(rights?.supprimer), seeAll: has(rights?.client?.voir) };
  }
  const refused = Symbol('refused');
  const answer = await ask(
    () => rest.send('DELETE', `thirdparties/${NOBODY}`, {}, 'societe/supprimer', signal),
    refused,
  );
  return { create: undefined, remove: answer !== refused, seeAll: undefined };
}

async function ask(question: () => Promise<unknown>, refused?: unknown): Promise<unknown> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof AppError && error.code === 'dolibarr-right') return refused;
    throw error;
  }
}

/** Whether thirdparties may be made without a person: only where a double can be seen and taken back. */
export function mayCreateAlone(rights: ThirdpartyRights, namedCreator: boolean): boolean {
  if (rights.create === false) return false;
  return namedCreator || (rights.remove && rights.seeAll === true);
}
