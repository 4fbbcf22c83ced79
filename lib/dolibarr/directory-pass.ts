import { AppError } from '../errors';
import { type DirectoryParty, type PartyPage, readContacts, readThirdparties } from './parties';
import type { DolibarrRest } from './rest';

/**
 * Where a reading of the directory stands: the page to be read next. `contacts-by-thirdparty` counts pages of
 * thirdparties, whose contacts are asked for.
 */
export interface DirectoryCursor {
  part: 'thirdparties' | 'contacts' | 'contacts-by-thirdparty';
  page: number;
}

export interface DirectoryBatch {
  parties: DirectoryParty[];
  /** rows that could not be read */
  setAside: number;
  /** what to give as `from` to go on after this batch; undefined when it was the last one */
  next: DirectoryCursor | undefined;
}

export interface DirectoryOptions {
  /** go on with a reading that was cut off; its limit must be the same */
  from?: DirectoryCursor;
  /** rows a request; 250 */
  limit?: number;
}

/** No directory has more pages; a server that never ends its list is stopped here. */
const mostPages = 10_000;

/**
 * Reads all thirdparties, then all contacts, in the order of their ids, one page a batch. Whoever stores a
 * batch together with its `next` loses nothing when it is cut off. What is gone from Dolibarr is known only after
 * the batch without `next`. A full reading; one of changes alone will come here (`since` of ./parties).
 */
export async function* readDirectory(
  rest: DolibarrRest,
  { from = { part: 'thirdparties', page: 0 }, limit = 250 }: DirectoryOptions = {},
  signal?: AbortSignal,
): AsyncGenerator<DirectoryBatch, void, void> {
  const thirdparties = (page: number) => readThirdparties(rest, { page, limit }, signal);
  const contacts = (page: number) => readContacts(rest, { page, limit }, signal);
  let { part, page } = from;

  if (part === 'thirdparties') {
    for await (const { found, more } of pages(thirdparties, page)) {
      yield { ...found, next: more === undefined ? { part: 'contacts', page: 0 } : { part, page: more } };
    }
    part = 'contacts';
    page = 0;
  }
  if (part === 'contacts') {
    try {
      for await (const { found, more } of pages(contacts, page)) {
        yield { ...found, next: more === undefined ? undefined : { part, page: more } };
      }
      return;
    } catch (error) {
      if (page > 0 || !isBrokenContactList(error)) throw error;
      part = 'contacts-by-thirdparty';
    }
  }
  for await (const { found, more } of pages(thirdparties, page)) {
    const of = found.parties.map((party) => party.id);
    const batch: Found = { parties: [], setAside: 0 };
    const contactsOf = (inner: number) => readContacts(rest, { page: inner, limit, of }, signal);
    if (of.length > 0) {
      for await (const inner of pages(contactsOf, 0)) {
        batch.parties.push(...inner.found.parties);
        batch.setAside += inner.found.setAside;
      }
    }
    yield { ...batch, next: more === undefined ? undefined : { part, page: more } };
  }
}

/**
 * Up to 19 Dolibarr's contact list ends in an SQL error for users who may see their own thirdparties only
 * (no `societe/client/voir`; seen on 14). Asked for the contacts of given thirdparties it answers.
 */
function isBrokenContactList(error: unknown): boolean {
  return error instanceof AppError && error.code === 'dolibarr-server' && /^503/.test(error.detail.reason ?? '');
}

type Found = Omit<DirectoryBatch, 'next'>;

/** Page after page; `more` is the next one, undefined after the last. */
async function* pages(
  read: (page: number) => Promise<PartyPage>,
  from: number,
): AsyncGenerator<{ found: Found; more: number | undefined }, void, void> {
  let last = 0;
  for (let page = from; page < mostPages; page++) {
    const { parties, setAside, more } = await read(page);
    // a server that does not know pages would give the first one for ever; ids only grow
    const repeated = parties.length > 0 && parties.every((party) => party.id <= last);
    last = parties.reduce((highest, party) => Math.max(highest, party.id), last);
    const end = repeated || !more;
    yield { found: repeated ? { parties: [], setAside: 0 } : { parties, setAside }, more: end ? undefined : page + 1 };
    if (end) return;
  }
}
