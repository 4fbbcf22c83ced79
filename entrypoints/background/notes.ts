import type { CardAnswers, CardNoted } from '../../lib/answers/card';
import { nameOf, partyOf } from '../../lib/answers/card-numbers';
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
import { createKeyWriter } from './key-writer';
import { createMadeEvents, type MadeEvents } from './made-events';
import type { Change } from './tell-changes';

interface Parts {
  card: CardAnswers;
  connections: Connections;
  settings: SettingsStore;
  secrets: SecretStore;
  state: StateStore;
  parties: PartyStore;
  store: NoteStore;
  log: Log;
  changed(what: Change): void;
}

/** Notes as a card's page asks for them. */
export interface CardNotes {
  notes: Notes;
  agenda: Agenda;
  madeEvents: MadeEvents;
  view(party: PartyRef, key: string, user: number, fresh: boolean): Promise<NotesView | undefined>;
  type(
    party: PartyRef,
    key: string,
    what: { user: number; language: Language; letters: Letters; done: boolean },
  ): Promise<void>;
  typeOnlyMe(party: PartyRef, key: string, text: string): Promise<void>;
  beside(party: PartyRef, key: string, user: number, id: string, back: boolean): Promise<void>;
  move(party: PartyRef, key: string): Promise<void>;
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
  const { card, connections, settings, secrets, state, store } = parts;
  const { dolibarr } = connections;
  const { knownUser, user, mayWriteFor, mayWriteHere, agree } = createKeyWriter(parts);

  let marks: ReadonlySet<number> | undefined;
  /** Open notes look again at once; the lists only when a call has got its first note, or lost its last. */
  async function changed(): Promise<void> {
    await browser.storage.local.set({ [notedKey]: Date.now() });
    const now = await store.marks();
    if (now !== marks) parts.changed('calls');
    marks = now;
  }

  const agenda: Agenda = {
    user,
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
    knownUser,
    mayWriteFor,
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

  async function find(party: PartyRef, key: string, language: Language = 'fr'): Promise<NotedCall | undefined> {
    const found = await card.noted(party, key);
    return found && { ...found, label: labelOf(found, language), language };
  }

  async function need(party: PartyRef, key: string, language?: Language): Promise<NotedCall> {
    const call = await find(party, key, language);
    // Gone from this browser, or no longer this party's: the text must not go anywhere else.
    if (!call) throw new AppError('call-gone');
    return call;
  }

  return {
    notes,
    agenda,
    madeEvents,

    async view(party, key, pageUser, fresh) {
      const call = await find(party, key);
      if (!call) return undefined;
      const record = fresh ? await notes.read(call) : await notes.kept(call.keys);
      const writer = await knownUser();
      const { dolibarr: address, notes: set } = await settings.read();
      return notesView(record, writer, {
        onlyMe: (await Promise.all((record?.onlyMe ?? []).map(secrets.unseal))).join('\n'),
        agreed: await mayWriteHere(pageUser),
        off: set.events === 'none',
        thirdparty: call.thirdparty,
        eventAddress: (id) => `${address.root}/comm/action/card.php?id=${id}`,
        async nameOf(id) {
          const stored = await parts.parties.get('thirdparty', id);
          return stored && nameOf(partyOf(stored));
        },
      });
    },

    async type(party, key, { user: by, language, letters, done }) {
      if ((await settings.read()).notes.events === 'none') throw new AppError('notes-off');
      await notes.type(await need(party, key, language), letters, by, done);
    },

    async typeOnlyMe(party, key, text) {
      const call = await need(party, key);
      await notes.keepHere(call, text === '' ? undefined : await secrets.seal(text));
    },

    async beside(party, key, pageUser, id, back) {
      await notes.settle(await need(party, key), id, pageUser, back);
    },

    async move(party, key) {
      await notes.move(await need(party, key));
    },

    async eventOf(party, key, { user: pageUser, language }) {
      const call = await need(party, key, language);
      const [found] = await agenda.find(call.keys);
      if (found) return found.id;
      if ((await settings.read()).notes.events === 'none') throw new AppError('notes-off');
      const writer = await user();
      if (!(await mayWriteFor(pageUser, writer))) throw new AppError('note-other-user', { subject: writer.name });
      const made = await logCall(agenda, call, (event) => madeEvents.add(event, call.keys));
      if (made > 0) void notes.read(call).catch(() => undefined); // told when the notes are opened
      return (await agenda.find(call.keys))[0]?.id ?? 0;
    },

    async otherWriter(pageUser) {
      const writer = await user();
      return (await mayWriteFor(pageUser, writer)) ? undefined : writer.name;
    },

    mayWriteHere,

    async agree(pageUser) {
      await agree(pageUser);
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
