import { stayAwake } from '../../lib/hands/stay-awake';
import { type Log, logged } from '../../lib/log';
import { wantedDays } from '../../lib/settings/history';
import type { SettingsStore } from '../../lib/settings/settings-store';
import { addLegs } from '../../lib/store/add-legs';
import type { CallStore } from '../../lib/store/call-store';
import type { PartyStore } from '../../lib/store/parties';
import { renewCalls } from '../../lib/store/renew';
import type { StateStore } from '../../lib/store/state';
import { since } from '../../lib/sync/coverage';
import { emptyPullState, type Pulled, type PullState, pullCalls } from '../../lib/sync/pull-calls';
import type { Refreshed } from '../../lib/sync/refresh-directory';
import { createSync, emptySyncRecord, type Sync, type SyncDeps, type SyncRecord } from '../../lib/sync/sync';
import { readClock } from '../../lib/ucm/about';
import { readCdrPage } from '../../lib/ucm/read-cdr-page';
import type { Connections } from './connections';
import { createDirectory, DIRECTORY, type DirectoryParts } from './directory';
import type { StaffReader } from './staff';

const PULL = 'pull';
const RECORD = 'sync';

interface Parts extends DirectoryParts {
  connections: Connections;
  store: CallStore;
  staff: StaffReader;
  settings: SettingsStore;
  log: Log;
}

/** The one synchronisation, with this browser's store and machines. */
export function createSynchronisation(parts: Parts): Sync {
  const { store, state, settings, connections, staff, log, changed } = parts;
  const directory = createDirectory(parts);
  const seconds = () => Math.floor(Date.now() / 1000);
  return createSync({
    async readRecord() {
      const kept = (await state.read(RECORD)) as Partial<SyncRecord> | undefined; // written below, by this or an older version
      return { ...emptySyncRecord, ...kept };
    },
    writeRecord: (record) => state.write(RECORD, record),
    async readPullState() {
      const kept = (await state.read(PULL)) as Partial<PullState> | undefined; // written with the legs, by this or an older version
      return { ...emptyPullState, ...kept };
    },
    days: async () => wantedDays(await settings.read()),
    now: seconds,
    hereOffset,
    onChange: () => changed('sync'),
    keepAwake: stayAwake,

    pullCalls: (before, signal, onProgress) =>
      logged(log, 'calls', () => pull(before, signal, onProgress), pulledFacts),
    refreshDirectory: (signal, budget) =>
      logged(
        log,
        'directory',
        (): Promise<Refreshed> => directory.refresh(budget, signal),
        ({ parties: count }) => ({ parties: count }),
      ),
  });

  async function pull(...[before, signal, onProgress]: Parameters<SyncDeps['pullCalls']>): Promise<Pulled> {
    // Once after an update that changed the rules; first, since a UCM out of reach must not put it off.
    if ((await renewCalls(store, signal)) > 0) changed('calls');
    await connections.ucmReady();
    const days = wantedDays(await settings.read());
    const pulled = await pullCalls(
      {
        readPage: async (page, aborted) => withCounts(await readCdrPage(connections.ucm, page, aborted)),
        hasEnds: async () => (await connections.ucm.spoken()) === 'https',
        readClock: (aborted) => readClock(connections.ucm, Date.now(), aborted),
        async addLegs(legs, offset, next) {
          const added = await addLegs(store, legs, offset, next ? { [PULL]: next } : {});
          if (added.newLegs > 0) changed('calls');
          return added;
        },
        now: seconds,
        guessedOffset: hereOffset(seconds()),
        onProgress: ({ window, done }) => onProgress({ part: 'calls', ...window, done }),
      },
      before,
      days,
      signal,
    );
    await staff.daily(signal);
    return pulled;
  }
}

/** Seconds east of UTC that this browser's clock shows at a moment, UTC epoch seconds. */
export function hereOffset(at: number): number {
  return -new Date(at * 1000).getTimezoneOffset() * 60;
}

function pulledFacts({ newCalls, setAside }: Pulled): Record<string, number> {
  return { newCalls, setAside: Object.values(setAside).reduce((sum, count) => sum + count, 0) };
}

/** Nothing is known of a UCM that has not been asked yet; calls that are kept already are found known when read again. */
export async function forgetCoverage(state: StateStore): Promise<void> {
  await state.write(PULL, emptyPullState);
}

/**
 * What is known of the UCM once older calls than `from` (UTC epoch seconds) are dropped: should they be wanted again, they
 * are read again. To be written with them.
 */
export async function coverageSince(state: StateStore, from: number): Promise<Record<string, PullState>> {
  const kept = (await state.read(PULL)) as Partial<PullState> | undefined; // as above
  const pull = { ...emptyPullState, ...kept };
  return { [PULL]: { ...pull, coverage: since(pull.coverage, from) } };
}

/** The next refreshing reads everybody anew, and drops on its way whoever is not there. */
export function rereadDirectory(state: StateStore): Promise<void> {
  return state.write(DIRECTORY, undefined);
}

/**
 * Numbers of parties mean others in another Dolibarr: none may stand on its cards. What another user of the same may not see
 * is not to be known here either.
 */
export async function forgetDirectory(state: StateStore, parties: PartyStore): Promise<void> {
  await parties.dropAll();
  await state.write(DIRECTORY, undefined);
  const kept = (await state.read(RECORD)) as Partial<SyncRecord> | undefined; // as above
  await state.write(RECORD, { ...emptySyncRecord, ...kept, directory: emptySyncRecord.directory });
}

function withCounts(page: Awaited<ReturnType<typeof readCdrPage>>) {
  const setAside: Record<string, number> = {};
  for (const [reason, count] of Object.entries(page.setAside)) if (count) setAside[reason] = count;
  return { ...page, setAside };
}
