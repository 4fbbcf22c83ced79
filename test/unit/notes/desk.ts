import 'fake-indexeddb/auto';
import { momentLinks } from '../../../lib/answers/moment-links';
import {
  changeCallEvent,
  createCallEvent,
  findCallEvents,
  findChangedEvents,
  removeCallEvent,
} from '../../../lib/dolibarr/call-events';
import { type KeyUser, readKeyUser } from '../../../lib/dolibarr/key-user';
import { noteHeadings } from '../../../lib/dolibarr/note-html';
import { createDolibarrRest } from '../../../lib/dolibarr/rest';
import { AppError } from '../../../lib/errors';
import type { Agenda } from '../../../lib/notes/agenda';
import { createNotes, type Notes } from '../../../lib/notes/notes';
import { type Database, openDatabase } from '../../../lib/store/database';
import { createNoteStore, type NotedCall, type NoteStore } from '../../../lib/store/notes';

export interface Desk {
  notes: Notes;
  store: NoteStore;
  agenda: Agenda;
  /** the network cable */
  online: boolean;
  /** UTC epoch ms of this browser's clock */
  clock: number;
  /** does what was put off for so many ms and more */
  pass(ms: number): Promise<void>;
  /** the browser is ended and started again */
  restart(): Promise<void>;
  close(): void;
}

interface Seat {
  url: string;
  key: string;
  /** the Dolibarr user in whose pages is typed; default: whoever has the key */
  agreed?(pageUser: number, user: KeyUser): boolean;
  /** what stands between the browser and Dolibarr; default: nothing */
  send?: typeof fetch;
}

let desks = 0;

/** A browser with the extension, at somebody's desk. */
export async function sitDown({ url, key, agreed = () => true, send = fetch }: Seat): Promise<Desk> {
  const name = `desk-${++desks}`;
  let db: Database = await openDatabase(name);
  let waiting: { at: number; work(): void }[] = [];
  let user: KeyUser | undefined;
  let ids = 0;
  let learnt: number | undefined;
  const rest = createDolibarrRest({
    connection: async () => ({ root: url, key }),
    async fetch(input, init) {
      if (!desk.online) throw new TypeError('Failed to fetch');
      return send(input, init);
    },
    offline: () => !desk.online,
  });

  const agenda: Agenda = {
    async user(signal) {
      user ??= await readKeyUser(rest, signal);
      return user;
    },
    find: (keys, signal) => findCallEvents(rest, keys, signal),
    changed: (since, page, signal) => findChangedEvents(rest, since, page, signal),
    create: (event, signal) => createCallEvent(rest, event, signal),
    change: (event, change, signal) => changeCallEvent(rest, event, change, signal),
    remove: (event, signal) => removeCallEvent(rest, event, signal),
  };

  function start(store: NoteStore): Notes {
    return createNotes({
      store,
      agenda,
      async ready() {
        if (!desk.online) throw new AppError('offline');
      },
      knownUser: async () => user,
      mayWriteFor: async (by, writer) => agreed(by, writer),
      lastLearnt: {
        read: async () => learnt,
        write: async (time) => {
          learnt = time;
        },
      },
      headings: noteHeadings,
      linksOf: async (call) => momentLinks('https://erp.example/dolibarr', call),
      changed: () => undefined,
      wakeAt: () => undefined,
      after(ms, work) {
        const one = { at: desk.clock + ms, work };
        waiting.push(one);
        return () => {
          waiting = waiting.filter((other) => other !== one);
        };
      },
      now: () => desk.clock,
      newId: () => `beside-${++ids}`,
    });
  }

  const store = createNoteStore(db);
  const desk: Desk = {
    store,
    agenda,
    notes: start(store),
    online: true,
    clock: Date.UTC(2026, 10, 23, 9, 30),
    async pass(ms) {
      desk.clock += ms;
      const due = waiting.filter(({ at }) => at <= desk.clock);
      waiting = waiting.filter(({ at }) => at > desk.clock);
      for (const { work } of due) work();
      // what was begun is over when nothing is sent and nothing is asked any more
      await desk.notes.flush();
      if (desk.online) await desk.notes.lookAgain();
    },
    async restart() {
      db.close();
      waiting = [];
      user = undefined;
      db = await openDatabase(name);
      desk.store = createNoteStore(db);
      desk.notes = start(desk.store);
    },
    close: () => db.close(),
  };
  return desk;
}

/** 09:12, Garage Lefèvre called for three minutes. */
export function theCall(part: Partial<NotedCall> = {}): NotedCall {
  return {
    id: '1795425120.17',
    keys: ['ucm:1795425120.17', 'ucm:1795425121.18'],
    start: 1_795_425_120,
    end: 1_795_425_312,
    label: 'Appel entrant 06 39 98 12 34',
    language: 'fr',
    thirdparty: 1,
    contact: 0,
    ...part,
  };
}
