import { AppError } from '../errors';
import { type DirectoryParty, type PartyPage, readContacts, readIds, readThirdparties } from './parties';
import type { DolibarrRest } from './rest';

/**
 * Where a reading of the directory stands: the highest id read of a part, 0 at its start. `contacts-by-thirdparty` counts
 * thirdparties, whose contacts are asked for.
 */
export interface DirectoryCursor {
  part: 'thirdparties' | 'contacts' | 'contacts-by-thirdparty';
  after: number;
}

/**
 * What a batch tells all about, so that who is not named in `ids` is gone from Dolibarr: ids above `after` up to `until`
 * (Infinity in the last batch), or the contacts of these thirdparties.
 */
export type Whole =
  | { kind: 'thirdparty' | 'contact'; after: number; until: number; ids: number[] }
  | { contactsOf: number[]; ids: number[] };

export interface DirectoryBatch {
  parties: DirectoryParty[];
  /** rows that could not be read */
  setAside: number;
  /** undefined when changes alone are read */
  whole: Whole | undefined;
  /** what to give as `from` to go on after this batch; undefined when it was the last one */
  next: DirectoryCursor | undefined;
}

export interface DirectoryOptions {
  /** go on with a reading that was cut off; what is read must be the same */
  from?: DirectoryCursor;
  /** rows a request; 250 */
  limit?: number;
  /** only what changed since (UTC epoch seconds, the server's clock) */
  since?: number;
  /** only who is there: batches without parties */
  idsOnly?: boolean;
}

const start: DirectoryCursor = { part: 'thirdparties', after: 0 };

/**
 * Reads thirdparties, then contacts, in the order of their ids, one page a batch. Whoever stores a batch and then its
 * `next` loses nothing when it is cut off.
 */
export async function* readDirectory(
  rest: DolibarrRest,
  { from = start, limit = 250, since, idsOnly = false }: DirectoryOptions = {},
  signal?: AbortSignal,
): AsyncGenerator<DirectoryBatch, void, void> {
  const query = (after: number) => ({ after, limit, ...(since === undefined ? {} : { since }) });
  const thirdparties = (after: number) =>
    idsOnly ? readIds(rest, 'thirdparty', query(after), signal) : readThirdparties(rest, query(after), signal);
  const contacts = (after: number) =>
    idsOnly ? readIds(rest, 'contact', query(after), signal) : readContacts(rest, query(after), signal);
  const whole = (kind: 'thirdparty' | 'contact', { after, until, ids }: Chunk): Whole | undefined =>
    since === undefined ? { kind, after, until, ids } : undefined;
  let { part, after } = from;

  if (part === 'thirdparties') {
    for await (const chunk of chunks(thirdparties, after)) {
      const next: DirectoryCursor = chunk.last ? { part: 'contacts', after: 0 } : { part, after: chunk.until };
      yield { ...found(chunk), whole: whole('thirdparty', chunk), next };
    }
    part = 'contacts';
    after = 0;
  }
  if (part === 'contacts') {
    try {
      for await (const chunk of chunks(contacts, after)) {
        const next = chunk.last ? undefined : { part, after: chunk.until };
        yield { ...found(chunk), whole: whole('contact', chunk), next };
      }
      return;
    } catch (error) {
      if (after > 0 || !isBrokenContactList(error)) throw error;
      part = 'contacts-by-thirdparty';
    }
  }
  const everyThirdparty = (above: number) => readIds(rest, 'thirdparty', { after: above, limit }, signal);
  for await (const chunk of chunks(everyThirdparty, after)) {
    const batch = await contactsOf(chunk.ids, (above, of) => readContacts(rest, { ...query(above), of }, signal));
    const told = since === undefined ? { contactsOf: chunk.ids, ids: batch.ids } : undefined;
    yield { ...found(batch), whole: told, next: chunk.last ? undefined : { part, after: chunk.until } };
  }
}

const found = ({ parties, setAside }: Pick<PartyPage, 'parties' | 'setAside'>) => ({ parties, setAside });

async function contactsOf(
  of: number[],
  read: (after: number, of: number[]) => Promise<PartyPage>,
): Promise<Omit<PartyPage, 'more'>> {
  const batch: Omit<PartyPage, 'more'> = { parties: [], setAside: 0, ids: [] };
  if (of.length === 0) return batch;
  for await (const chunk of chunks((after) => read(after, of), 0)) {
    batch.parties.push(...chunk.parties);
    batch.setAside += chunk.setAside;
    batch.ids.push(...chunk.ids);
  }
  return batch;
}

/**
 * Up to 19 Dolibarr's contact list ends in an SQL error for users who may see their own thirdparties only
 * (no `societe/client/voir`; seen on 14 and 16). Asked for the contacts of given thirdparties it answers.
 */
function isBrokenContactList(error: unknown): boolean {
  return error instanceof AppError && error.code === 'dolibarr-server' && /^503/.test(error.detail.reason ?? '');
}

interface Chunk extends PartyPage {
  /** ids above this … */
  after: number;
  /** … up to this one are told of; Infinity in the last */
  until: number;
  last: boolean;
}

/**
 * Page after page. Only an empty page is the end, since a server leaves rows out that it cannot load. One that does not
 * keep to the ids asked for would give the same page for ever, and what is missing on it is not gone: an error.
 */
async function* chunks(read: (after: number) => Promise<PartyPage>, from: number): AsyncGenerator<Chunk, void, void> {
  let after = from;
  for (;;) {
    const page = await read(after);
    const highest = page.ids.at(-1) ?? after;
    const inOrder = page.ids.every((id, at) => id > (page.ids[at - 1] ?? after));
    if (!inOrder || (page.more && highest === after)) throw new AppError('dolibarr-answer', { reason: 'list' });
    const last = !page.more;
    yield { ...page, after, until: last ? Number.POSITIVE_INFINITY : highest, last };
    if (last) return;
    after = highest;
  }
}
