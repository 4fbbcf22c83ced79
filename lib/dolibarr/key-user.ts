import * as z from 'zod/mini';
import { AppError } from '../errors';
import { positiveId, textField } from './fields';
import { plainText } from './plain-text';
import type { DolibarrRest } from './rest';

/** The user behind the API key, as far as he can be known. */
export interface KeyUser {
  id: number;
  /** '' when he may not read his own card, which is usual */
  name: string;
  /** may write events at all */
  mayWrite: boolean;
  /** may write events of others */
  mayWriteOthers: boolean;
}

/** An id that no event has: a database counts up to it only after two thousand million. */
const NOBODYS_EVENT = 2_147_483_647;

const info = z.object({
  id: positiveId,
  firstname: textField,
  lastname: textField,
  login: textField,
});

/**
 * Who is behind the key, without any right to read users: a change of an event that is not there, for an owner that is
 * not there, is refused to a user with few rights in words that name his id, and is "not found" to one who may write the
 * events of all (tried on 14 to 24). Nothing is changed either way. Throws AppError `dolibarr-right` when a user who may
 * write for all may not read his own card, since then nobody tells who he is.
 */
export async function readKeyUser(rest: Pick<DolibarrRest, 'read' | 'send'>, signal?: AbortSignal): Promise<KeyUser> {
  const own = await ownCard(rest, signal);
  const name = own ? plainText([own.firstname, own.lastname].filter(Boolean).join(' ') || own.login) : '';
  try {
    await rest.send('PUT', `agendaevents/${NOBODYS_EVENT}`, { userownerid: 0 }, 'agenda/myactions/create', signal);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'dolibarr-right') throw error;
    const told = Number(/Your id is (\d+)/.exec(error.detail.reason ?? '')?.[1] ?? 0);
    if (told > 0) return { id: told, name, mayWrite: true, mayWriteOthers: false };
    return { id: own?.id ?? 0, name, mayWrite: false, mayWriteOthers: false };
  }
  if (!own) throw new AppError('dolibarr-right', { subject: 'user/self/creer' });
  return { id: own.id, name, mayWrite: true, mayWriteOthers: true };
}

async function ownCard(rest: Pick<DolibarrRest, 'read'>, signal?: AbortSignal) {
  try {
    const read = info.safeParse(await rest.read('users/info', {}, 'user/self/creer', signal));
    return read.success ? read.data : undefined;
  } catch (error) {
    // usual: the right to read one's own card is not among those a new user gets
    if (error instanceof AppError && error.code === 'dolibarr-right') return undefined;
    throw error;
  }
}
