import { type CardAnswers, createCardAnswers } from '../../lib/answers/card';
import { createJournalAnswers, type JournalAnswers } from '../../lib/answers/journal';
import { readSyncState } from '../../lib/answers/sync-state';
import { browser } from '../../lib/browser';
import { createLog, type Log } from '../../lib/log';
import { createFoundRecordings, type FoundRecordings } from '../../lib/player/find-recordings';
import type { SyncState } from '../../lib/questions/questions';
import { type RememberedPolicy, rememberPolicy } from '../../lib/settings/remembered-policy';
import { createSettingsStore, type SettingsStore } from '../../lib/settings/settings-store';
import { type CallStore, createCallStore } from '../../lib/store/call-store';
import { type CopyStore, createCopyStore } from '../../lib/store/copies';
import { openDatabase } from '../../lib/store/database';
import { createNoteStore, type NoteStore } from '../../lib/store/notes';
import { createPartyStore, type PartyStore } from '../../lib/store/parties';
import { rereadNumbers } from '../../lib/store/renew';
import { createSecretStore, type SecretStore } from '../../lib/store/secrets';
import { createStaffStore } from '../../lib/store/staff';
import { createStateStore, type StateStore } from '../../lib/store/state';
import { createUnknownStore, type UnknownStore } from '../../lib/store/unknown-numbers';
import { nextSync } from '../../lib/sync/alarms';
import type { Sync } from '../../lib/sync/sync';
import { readLegRecordings } from '../../lib/ucm/leg-recordings';
import { readMessages } from '../../lib/ucm/messages';
import { type Attach, createAttach } from './attach';
import { type Connections, createConnections } from './connections';
import { createFollowUp, type FollowUp } from './follow-up';
import { createLearnParty, type LearnParty } from './learn-party';
import { type CardNotes, createCardNotes } from './notes';
import { createNumbers, type Numbers } from './numbers';
import { createPartyRefresh, type PartyRefresh } from './party-refresh';
import { keepGivenPassword, readManaged, sessionMemory } from './policy';
import { createRecordings, type Recordings } from './recordings';
import { followPolicy } from './save-settings';
import { createStaffReader, type StaffReader } from './staff';
import { createSynchronisation, forgetCoverage, forgetDirectory } from './synchronisation';
import { type Change, createChanged } from './tell-changes';
import { createUnknownNumbers, type UnknownNumbers } from './unknown-numbers';

/** Everything the background is made of, built once for its life. */
export interface Parts extends FollowUp {
  settings: SettingsStore;
  policy: RememberedPolicy;
  state: StateStore;
  secrets: SecretStore;
  store: CallStore;
  parties: PartyStore;
  numbers: Numbers;
  connections: Connections;
  sync: Sync;
  staff: StaffReader;
  card: CardAnswers;
  journal: JournalAnswers;
  log: Log;
  recordings: Recordings;
  cardNotes: CardNotes;
  attach: Attach;
  notes: NoteStore;
  /** recordings that no row names */
  found: FoundRecordings;
  copies: CopyStore;
  partyRefresh: PartyRefresh;
  learnParty: LearnParty;
  unknownNumbers: UnknownNumbers;
  /** what was decided about numbers that nobody had */
  unknown: UnknownStore;
  changed(what: Change): void;
  /** another UCM than the one whose calls were read */
  forgetCoverage(): Promise<void>;
  /** another Dolibarr: its parties, and what was decided about numbers by them */
  forgetDirectory(): Promise<void>;
  isSetUp(): Promise<boolean>;
  /** closes the database: nothing can be asked of these parts any more */
  close(): void;
  syncState(): Promise<SyncState>;
}

/** Asked for when it is needed: a worker's first formatter takes longer than all else of these parts. */
const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export async function buildParts(): Promise<Parts> {
  const db = await openDatabase();
  const state = createStateStore(db);
  const policy = rememberPolicy(state, readManaged);
  const settings = createSettingsStore(state, policy.known);
  const secrets = createSecretStore(db, sessionMemory, async () => (await settings.read()).secrets.keep);
  const log = createLog(state, Date.now, async () => (await settings.read()).retention.logDays);
  const staffStore = createStaffStore(state);
  const numbers = createNumbers(...(await Promise.all([settings.read(), staffStore.extensions()])));
  const store = createCallStore(db, numbers.digitsOf);
  store.memory().catch(() => undefined); // every question needs it, and has the failure; this one saves it the wait
  const parties = createPartyStore(db);
  const noteStore = createNoteStore(db);
  const connections = createConnections(settings, secrets, state, () => policyFollowed());
  const tell = createChanged();
  const changed = (what: Change) => {
    if (what !== 'sync') {
      card.changed();
      journal.changed(what === 'calls' ? 'calls' : 'directory');
    }
    tell(what);
  };
  const staff = createStaffReader({
    ...{ connections, staff: staffStore, changed, now: Date.now },
    known: async (extensions) => (numbers.know(extensions) ? rereadNumbers(store) : undefined),
  });
  const sync = createSynchronisation({
    ...{ store, parties, state, secrets, settings, connections, staff, numbers, log, changed },
  });

  async function isSetUp(): Promise<boolean> {
    const { ucm, dolibarr } = await settings.read();
    if (ucm.host === '' || ucm.user === '' || dolibarr.root === '') return false;
    return hasSecrets();
  }
  async function hasSecrets(): Promise<boolean> {
    const both = await Promise.all([secrets.has('ucm-password'), secrets.has('dolibarr-key')]);
    return both.every(Boolean);
  }
  /** Kept until the browser closed, and it was closed. */
  async function secretsGone(): Promise<boolean> {
    const { ucm, dolibarr, secrets: chosen } = await settings.read();
    if (chosen.keep !== 'session' || ucm.host === '' || ucm.user === '' || dolibarr.root === '') return false;
    const either = await Promise.all([secrets.gone('ucm-password'), secrets.gone('dolibarr-key')]);
    return either.some(Boolean);
  }
  const syncState = () =>
    readSyncState({
      sync,
      isSetUp,
      secretsGone,
      nextRun: () => nextSync(browser.alarms),
      calls: async () => (await store.memory()).catalogue.count(),
      parties: () => parties.count(),
    });
  const found = createFoundRecordings({
    state,
    async namesOfLeg(acctId) {
      await connections.ucmReady();
      return readLegRecordings(connections.ucm, acctId);
    },
    async messages() {
      await connections.ucmReady();
      return (await connections.ucm.spoken()) === 'cdr' ? readMessages(connections.ucm) : undefined;
    },
    now: Date.now,
  });
  const card = createCardAnswers({
    store,
    parties,
    notes: noteStore,
    plan: async () => numbers.plan(),
    syncState,
    foundRecordings: found.known,
    staff: staffStore.names,
  });
  const journal = createJournalAnswers({
    store,
    notes: noteStore,
    plan: () => numbers.plan(),
    root: async () => (await settings.read()).dolibarr.root,
    foundRecordings: found.known,
    staff: staffStore.names,
  });

  const copies = createCopyStore(db);
  const cardNotes = createCardNotes({
    card,
    journal,
    connections,
    settings,
    secrets,
    state,
    parties,
    store: noteStore,
    log,
    changed,
  });
  const learnParty = createLearnParty({ parties, connections, numbers, changed, now: Date.now });
  const partyRefresh = createPartyRefresh(parties, learnParty);
  const unknown = createUnknownStore(state, () => crypto.randomUUID().replaceAll('-', '').slice(0, 12));
  const unknownNumbers = createUnknownNumbers({
    ...{ store, parties, unknown, settings, connections, numbers, changed },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
    now: Date.now,
    zone,
  });

  const recordings = createRecordings({ card, journal, connections, settings, state, copies, log, found });

  const parts: Parts = {
    settings,
    policy,
    state,
    secrets,
    store,
    parties,
    numbers,
    connections,
    sync,
    card,
    journal,
    log,
    recordings,
    attach: createAttach({ connections, cardNotes, recordings, log }),
    cardNotes,
    notes: noteStore,
    found,
    copies,
    partyRefresh,
    learnParty,
    unknownNumbers,
    unknown,
    ...createFollowUp({
      ...{ state, settings, store, parties, numbers, connections },
      ...{ cardNotes, journal, sync, changed, zone },
    }),
    changed,
    staff,
    async forgetCoverage() {
      await forgetCoverage(state);
      await staff.forget();
    },
    async forgetDirectory() {
      await forgetDirectory(state, parties);
      await unknown.forgetDolibarr();
    },
    isSetUp,
    syncState,
    close: () => db.close(),
  };

  let followed: Promise<void> | undefined;
  /** What the administrator gave while the browser was closed counts before the UCM is asked: each wrong password does. */
  function policyFollowed(): Promise<void> {
    followed ??= policy
      .isOther()
      .then((isOther) => (isOther ? followPolicy(parts) : keepGivenPassword(policy, secrets, state)))
      .catch((error: unknown) => {
        followed = undefined;
        throw error;
      });
    return followed;
  }
  const following = policyFollowed();
  if (await policy.isNew()) await following;
  else following.catch(() => undefined); // tried again before the UCM is asked
  return parts;
}
