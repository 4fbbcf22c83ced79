import { type DirectoryCursor, readDirectory, type Whole } from '../../lib/dolibarr/directory-pass';
import { countParties, type DirectoryParty, readContacts, readThirdparties } from '../../lib/dolibarr/parties';
import type { PartyStore, StoredParty } from '../../lib/store/parties';
import type { SecretStore } from '../../lib/store/secrets';
import type { StateStore } from '../../lib/store/state';
import type { DirectoryState } from '../../lib/sync/directory-plan';
import { type Refreshed, refreshDirectory } from '../../lib/sync/refresh-directory';
import type { Connections } from './connections';
import type { Numbers } from './numbers';
import type { Change } from './tell-changes';

export interface DirectoryParts {
  parties: PartyStore;
  state: StateStore;
  secrets: Pick<SecretStore, 'stamp'>;
  connections: Pick<Connections, 'dolibarr' | 'dolibarrReady'>;
  numbers: Numbers;
  changed(what: Change): void;
}

/** Where the reading of the directory stands, by name in the state. */
export const DIRECTORY = 'directory';

/** Counted up when numbers are read by other rules: what is kept is read anew then. */
const RULES = 1;

/** ms between two words to the open pages that more of a long reading has come */
const TELL_EVERY = 5000;

/** The directory of the configured Dolibarr, read into this browser's store. */
export function createDirectory({ parties, state, secrets, connections, numbers, changed }: DirectoryParts) {
  const rest = connections.dolibarr;
  let told = 0;
  let news = false;

  const tell = (atOnce: boolean) => {
    if (!news || (!atOnce && Date.now() - told < TELL_EVERY)) return;
    told = Date.now();
    news = false;
    changed('directory');
  };

  async function put(found: readonly DirectoryParty[]): Promise<void> {
    const readAt = Date.now();
    if ((await parties.put(found.map((party) => numbers.toStored(party, readAt)))) > 0) news = true;
    tell(false);
  }

  async function reconcile(whole: Whole, asked: number, signal: AbortSignal): Promise<void> {
    if ((await parties.dropOthers(whole, whole.ids, asked)) > 0) news = true;
    if (!('kind' in whole)) return;
    const list = whole.kind === 'thirdparty' ? readThirdparties : readContacts;
    // an address holds some hundred ids
    for (const ids of inParts(await parties.missing(whole.kind, whole.ids), 200)) {
      await put((await list(rest, { limit: ids.length, ids }, signal)).parties);
    }
  }

  async function sameCount(signal: AbortSignal): Promise<boolean> {
    for (const kind of ['thirdparty', 'contact'] as const satisfies StoredParty['kind'][]) {
      if ((await countParties(rest, kind, signal)) !== (await parties.count(kind))) return false;
    }
    return true;
  }

  return {
    async refresh(budget: number, signal: AbortSignal): Promise<Refreshed> {
      await connections.dolibarrReady();
      told = Date.now();
      try {
        return await refreshDirectory<DirectoryParty, Whole, DirectoryCursor>(
          {
            async readState() {
              return (await state.read(DIRECTORY)) as DirectoryState<DirectoryCursor> | undefined; // written below and by nobody else
            },
            writeState: (next) => state.write(DIRECTORY, next),
            stamp: async () => {
              // extensions are none of Dolibarr's numbers: that they are known changes nothing here
              const plan = { ...numbers.plan(), extensions: undefined };
              return JSON.stringify([RULES, await secrets.stamp('dolibarr-key'), plan]);
            },
            async server(aborted) {
              const { major, time } = await rest.status(aborted);
              return { givesAll: major < 20, time: time ?? Math.floor(Date.now() / 1000) };
            },
            read: (options, aborted) => readDirectory(rest, options, aborted),
            put,
            reconcile,
            sameCount,
            count: () => parties.count(),
            pause,
            now: Date.now,
          },
          budget,
          signal,
        );
      } finally {
        tell(true);
      }
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over);
  });
}

function inParts<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}
