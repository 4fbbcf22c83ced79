import { type CardAnswers, createCardAnswers } from '../../lib/answers/card';
import { readSyncState } from '../../lib/answers/sync-state';
import { browser } from '../../lib/browser';
import { createLog, type Log } from '../../lib/log';
import type { SyncState } from '../../lib/questions/questions';
import { createSettingsStore, type SettingsStore } from '../../lib/settings/settings-store';
import { type CallStore, createCallStore } from '../../lib/store/call-store';
import { createCopyStore } from '../../lib/store/copies';
import { openDatabase } from '../../lib/store/database';
import { createNoteStore } from '../../lib/store/notes';
import { createPartyStore, type PartyStore } from '../../lib/store/parties';
import { createSecretStore, type SecretStore } from '../../lib/store/secrets';
import { createStateStore } from '../../lib/store/state';
import { nextSync } from '../../lib/sync/alarms';
import type { Sync } from '../../lib/sync/sync';
import { type Connections, createConnections } from './connections';
import { type CardNotes, createCardNotes } from './notes';
import { createNumbers, type Numbers } from './numbers';
import { createPartyRefresh, type PartyRefresh } from './party-refresh';
import { createRecordings, type Recordings } from './recordings';
import { createSynchronisation, forgetCoverage, forgetDirectory } from './synchronisation';
import { type Change, createChanged } from './tell-changes';

/** Everything the background is made of, built once for its life. */
export interface Parts {
  settings: SettingsStore;
  secrets: SecretStore;
  store: CallStore;
  parties: PartyStore;
  numbers: Numbers;
  connections: Connections;
  sync: Sync;
  card: CardAnswers;
  log: Log;
  recordings: Recordings;
  cardNotes: CardNotes;
  partyRefresh: PartyRefresh;
  changed(what: Change): void;
  /** another UCM than the one whose calls were read */
  forgetCoverage(): Promise<void>;
  /** another Dolibarr than the one whose parties were read */
  forgetDirectory(): Promise<void>;
  isSetUp(): Promise<boolean>;
  syncState(): Promise<SyncState>;
}

export async function buildParts(): Promise<Parts> {
  const db = await openDatabase();
  const state = createStateStore(db);
  const secrets = createSecretStore(db);
  const settings = createSettingsStore(state);
  const log = createLog(state, Date.now);
  const numbers = createNumbers(await settings.read());
  const store = createCallStore(db, numbers.digitsOf);
  const parties = createPartyStore(db);
  const noteStore = createNoteStore(db);
  const connections = createConnections(settings, secrets, state);
  const tell = createChanged();
  const changed = (what: Change) => {
    if (what !== 'sync') card.changed();
    tell(what);
  };
  const sync = createSynchronisation({ store, parties, state, secrets, settings, connections, numbers, log, changed });

  async function isSetUp(): Promise<boolean> {
    const { ucm, dolibarr } = await settings.read();
    if (ucm.host === '' || ucm.user === '' || dolibarr.root === '') return false;
    return (await secrets.has('ucm-password')) && (await secrets.has('dolibarr-key'));
  }
  const syncState = () =>
    readSyncState({
      sync,
      isSetUp,
      nextRun: () => nextSync(browser.alarms),
      calls: async () => (await store.memory()).catalogue.count(),
      parties: () => parties.count(),
    });
  const card = createCardAnswers({ store, parties, notes: noteStore, plan: async () => numbers.plan(), syncState });

  const cardNotes = createCardNotes({
    card,
    connections,
    settings,
    secrets,
    state,
    parties,
    store: noteStore,
    log,
    changed,
  });
  const partyRefresh = createPartyRefresh(parties, connections, numbers, changed);

  return {
    settings,
    secrets,
    store,
    parties,
    numbers,
    connections,
    sync,
    card,
    log,
    recordings: createRecordings({ card, connections, settings, state, copies: createCopyStore(db), log }),
    cardNotes,
    partyRefresh,
    changed,
    forgetCoverage: () => forgetCoverage(state),
    forgetDirectory: () => forgetDirectory(state, parties),
    isSetUp,
    syncState,
  };
}
