import type { CardAnswers, CardNoted } from '../../lib/answers/card';
import { nameOf, partyOf } from '../../lib/answers/card-numbers';
import type { JournalAnswers } from '../../lib/answers/journal';
import { momentLinks } from '../../lib/answers/moment-links';
import { notesView } from '../../lib/answers/notes-view';
import { browser } from '../../lib/browser';
import {
  changeCallEvent,
  createCallEvent,
  findCallEvents,
  findChangedEvents,
  removeCallEvent,
} from '../../lib/dolibarr/call-events';
import type { KeyUser } from '../../lib/dolibarr/key-user';
import { noteHeadings } from '../../lib/dolibarr/note-html';
import { AppError } from '../../lib/errors';
import type { Log } from '../../lib/log';
import type { Agenda } from '../../lib/notes/agenda';
import { logCall } from '../../lib/notes/log-call';
import { createNotes, type Notes } from '../../lib/notes/notes';
import { notedKey } from '../../lib/questions/changed';
import type { Letters, NotesView } from '../../lib/questions/notes';
import type { PartyRef } from '../../lib/questions/questions';
import type { SettingsStore } from '../../lib/settings/settings-store';
import type { NotedCall, NoteStore } from '../../lib/store/notes';
import type { PartyStore } from '../../lib/store/parties';
import type { SecretStore } from '../../lib/store/secrets';
import type { StateStore } from '../../lib/store/state';
import { scheduleNotes } from '../../lib/sync/alarms';
import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import { fill, type Language } from '../../lib/text/texts';
import type { Connections } from './connections';
import { createKeyOwner } from './key-owner';
import { createMadeEvents, type MadeEvents } from './made-events';
import type { Change } from './tell-changes';

interface Parts {
  card: CardAnswers;
  journal: JournalAnswers;
  connections: Connections;
  settings: SettingsStore;
  secrets: SecretStore;
  state: StateStore;
  parties: PartyStore;
  store: NoteStore;
  log: Log;
  changed(what: Change): void;
}

/** A call whose notes are asked for: as the card of this party has it, or by itself. */
export interface NotePlace {
  party?: PartyRef | undefined;
  key: string;
}

/** Notes as pages ask for them. */
export interface CardNotes {
  notes: Notes;
  agenda: Agenda;
  madeEvents: MadeEvents;
  /** whose key it is, as far as that is known without asking Dolibarr */
  knownUser(): Promise<KeyUser | undefined>;
  view(place: NotePlace, user: number, fresh: boolean): Promise<NotesView | undefined>;
  type(place: NotePlace, what: { user: number; language: Language; letters: Letters; done: boolean }): Promise<void>;
  typeOnlyMe(place: NotePlace, text: string): Promise<void>;
  beside(place: NotePlace, user: number, id: string, back: boolean): Promise<void>;
  move(place: NotePlace): Promise<void>;
  agree(user: number): Promise<void>;
  /** what this user types may be written in the name of the key's user, as far as that is known */
  mayWriteHere(pageUser: number): Promise<boolean>;
  /** whose key it is when the page's user has not agreed yet to write in that name, '' for somebody; undefined: he may write */
  otherWriter(pageUser: number): Promise<string | undefined>;
  /** id of the event of one of the card's calls; one is made when there is none. Throws AppError. */
  eventOf(party: PartyRef, key: string, page: { user: number; language: Language }): Promise<number>;
}

const events = { en: en.event, fr: fr.event };
const calls = { en: en.call, fr: fr.call };
const LEARNT = 'notes-learnt';
export function createCardNotes(parts: Parts): CardNotes {
  const { card, journal, connections, settings, secrets, state, store } = parts;
  const { dolibarr } = connections;
  const owner = createKeyOwner(connections, { settings, secrets, state });

  let marks: ReadonlySet<number> | undefined;
  /** Open notes look again at once; the lists only when a call has got its first note, or lost its last. */
  async function changed(): Promise<void> {
    await browser.storage.local.set({ [notedKey]: Date.now() });
    const now = await store.marks();
    if (now !== marks) parts.changed('calls');
    marks = now;
  }

  const agenda: Agenda = {
    user: owner.user,
    find: (keys, signal) => findCallEvents(dolibarr, keys, signal),
    changed: (since, page, signal) => findChangedEvents(dolibarr, since, page, signal),
    create: (event, signal) => createCallEvent(dolibarr, event, signal),
    change: (event, change, signal) => changeCallEvent(dolibarr, event, change, signal),
    remove: (event, signal) => removeCallEvent(dolibarr, event, signal),
  };

  const madeEvents = createMadeEvents(state, agenda);
  const notes = createNotes({
    store,
    agenda,
    ready: connections.dolibarrReady,
    knownUser: owner.known,
    mayWriteFor: owner.mayWriteFor,
    lastLearnt: {
      async read() {
        const kept = await state.read(LEARNT);
        return typeof kept === 'number' && kept > 0 ? kept : undefined;
      },
      write: (time) => state.write(LEARNT, time),
    },
    headings: noteHeadings,
    linksOf: async (call) => momentLinks((await settings.read()).dolibarr.root, call),
    changed: () => void changed(),
    wakeAt: (time) => void scheduleNotes(browser.alarms, time - Date.now()),
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    now: Date.now,
    newId: () => crypto.randomUUID(),
  });

  async function find({ party, key }: NotePlace, language: Language = 'fr'): Promise<NotedCall | undefined> {
    const found = party ? await card.noted(party, key) : await journal.noted(key, 'whoever');
    return found && { ...found, label: labelOf(found, language), language };
  }

  async function need(place: NotePlace, language?: Language): Promise<NotedCall> {
    const call = await find(place, language);
    // Gone from this browser, or no longer this party's: the text must not go anywhere else.
    if (!call) throw new AppError('call-gone');
    return call;
  }

  return {
    notes,
    agenda,
    madeEvents,
    knownUser: owner.known,

    async view(place, pageUser, fresh) {
      const call = await find(place);
      if (!call) return undefined;
      const record = fresh ? await notes.read(call) : await notes.kept(call.keys);
      const writer = await owner.known();
      const { dolibarr: address, notes: set } = await settings.read();
      return notesView(record, writer, {
        onlyMe: (await Promise.all((record?.onlyMe ?? []).map(secrets.unseal))).join('\n'),
        agreed: await owner.mayWriteHere(pageUser),
        off: set.events === 'none',
        thirdparty: call.thirdparty,
        eventAddress: (id) => `${address.root}/comm/action/card.php?id=${id}`,
        async nameOf(id) {
          const stored = await parts.parties.get('thirdparty', id);
          return stored && nameOf(partyOf(stored));
        },
      });
    },

    async type(place, { user: by, language, letters, done }) {
      if ((await settings.read()).notes.events === 'none') throw new AppError('notes-off');
      const call = await need(place, language);
      // the event would stand in nobody's agenda: the page offers none
      if (call.thirdparty === 0) throw new AppError('forbidden');
      await notes.type(call, letters, by, done);
    },

    async typeOnlyMe(place, text) {
      const call = await need(place);
      await notes.keepHere(call, text === '' ? undefined : await secrets.seal(text));
    },

    async beside(place, pageUser, id, back) {
      await notes.settle(await need(place), id, pageUser, back);
    },

    async move(place) {
      await notes.move(await need(place));
    },

    async eventOf(party, key, { user: pageUser, language }) {
      const call = await need({ party, key }, language);
      const [found] = await agenda.find(call.keys);
      if (found) return found.id;
      if ((await settings.read()).notes.events === 'none') throw new AppError('notes-off');
      const writer = await owner.user();
      if (!(await owner.mayWriteFor(pageUser, writer))) throw new AppError('note-other-user', { subject: writer.name });
      const made = await logCall(agenda, call, (event) => madeEvents.add(event, call.keys));
      if (made > 0) void notes.read(call).catch(() => undefined); // told when the notes are opened
      return (await agenda.find(call.keys))[0]?.id ?? 0;
    },

    async otherWriter(pageUser) {
      const writer = await owner.user();
      return (await owner.mayWriteFor(pageUser, writer)) ? undefined : writer.name;
    },

    mayWriteHere: owner.mayWriteHere,

    async agree(pageUser) {
      await owner.agree(pageUser);
      void changed();
      void notes.flush('now');
    },
  };
}

/** What a call's event is called in the agenda. */
export function labelOf({ direction, outcome, number }: CardNoted, language: Language): string {
  const call = calls[language];
  const label = fill(events[language].label[direction], { number: number || call.hidden }, language);
  return outcome === 'answered' ? label : `${label} – ${call.outcome[outcome]}`;
}
