import type { CallEvent } from '../dolibarr/call-events';
import type { KeyUser } from '../dolibarr/key-user';
import { type Headings, readNoteHtml } from '../dolibarr/note-html';
import type { KnownNote, NotedCall, NoteRecord, NoteStore, PendingNote } from '../store/notes';
import type { Sealed } from '../store/secrets';
import { type Agenda, ownEvent } from './agenda';
import { isEmpty, isSame, noTexts } from './merge';
import {
  callOfEvent,
  emptyRecord,
  failed,
  isItsOwn,
  isRefused,
  joined,
  knownOf,
  type Letters,
  looked,
  ownOf,
  sent,
  typed,
  sending as underWay,
} from './records';
import { giveUp, sendNote } from './send-note';

/** ms after which a note that was written is looked at again: another browser's slower write may have come after it */
const LOOK_AGAIN = 4000;
/** ms after which the second look may be, at the next synchronisation */
const SECOND_LOOK = 60_000;

export interface NotesDeps {
  store: NoteStore;
  agenda: Agenda;
  /** throws AppError when Dolibarr is not set up or may not be asked */
  ready(): Promise<void>;
  /** whose key it is, without asking Dolibarr; undefined when that is not known yet */
  knownUser(): Promise<KeyUser | undefined>;
  /** whether this Dolibarr user, in whose page a note was typed, writes in the name of the key's user */
  mayWriteFor(pageUser: number, user: KeyUser): Promise<boolean>;
  /** when all events were read last, UTC epoch seconds */
  lastLearnt: { read(): Promise<number | undefined>; write(time: number): Promise<void> };
  headings: Record<NotedCall['language'], Headings>;
  /** what is known of a call's notes has changed */
  changed(): void;
  /** UTC epoch ms at which `flush` is to be called, even should this background be stopped before */
  wakeAt(time: number): void;
  /** does it in so many ms if this background still lives then; the answer calls it off */
  after(ms: number, work: () => void): () => void;
  now(): number;
  newId(): string;
}

export interface Notes {
  /** Keeps what was typed; sends it when the person is done with it, else after a rest. */
  type(call: NotedCall, letters: Letters, by: number, done: boolean): Promise<void>;
  /** What is kept of a call's notes, without asking Dolibarr. */
  kept(keys: readonly string[]): Promise<NoteRecord | undefined>;
  /** Asks Dolibarr for the notes of a call. Throws AppError. */
  read(call: NotedCall, signal?: AbortSignal): Promise<NoteRecord | undefined>;
  /** Sends what is due; `now`: also what waits for its next try, but nothing that waits for a person. Never fails: a failure is kept with its note. */
  flush(which?: 'due' | 'now'): Promise<void>;
  /** Looks again at what was written since the last time. Throws AppError. */
  lookAgain(signal?: AbortSignal): Promise<void>;
  /** Keeps a text that never leaves this browser; undefined takes it away. */
  keepHere(call: NotedCall, text: Sealed | undefined): Promise<void>;
  /** Files the call's events that this user may change under the call's thirdparty. Throws AppError. */
  move(call: NotedCall): Promise<void>;
  /**
   * Reads what colleagues have noted since the last time, on whatever call, so that lists show it and searches find it.
   * Dolibarr 14 does not say which call an event is of: there a note is known once its call was opened. Throws AppError.
   */
  learn(signal?: AbortSignal): Promise<void>;
  /** Another Dolibarr from now on: what the old one held is forgotten, what was typed and not sent stays. */
  forgetDolibarr(): Promise<void>;
  /** Has a text stand again that gave way, or forgets it. */
  settle(call: NotedCall, id: string, by: number, back: boolean): Promise<void>;
}

/** Notes on calls: kept at once, sent when they are done, read back, and never lost to one another. */
export function createNotes(deps: NotesDeps): Notes {
  const { store, agenda } = deps;
  let sending: Promise<void> | undefined;
  let callOff: () => void = () => undefined;
  const clock = () => ({ now: deps.now(), newId: deps.newId });

  const kept = (keys: readonly string[]) => store.join(keys, joined);

  async function update(call: NotedCall, change: (record: NoteRecord) => NoteRecord): Promise<NoteRecord | undefined> {
    const { id } = (await kept(call.keys)) ?? call;
    return store.update(id, (before) =>
      change(before ? { ...before, keys: [...new Set([...call.keys, ...before.keys])] } : emptyRecord(call)),
    );
  }

  function later(dueAt: number): void {
    if (!Number.isFinite(dueAt)) return;
    deps.wakeAt(dueAt);
    callOff();
    // The alarm is for a background that was stopped; while this one lives, it need not wait for a whole minute.
    callOff = deps.after(Math.max(0, dueAt - deps.now()), () => void flush());
  }

  async function flush(which: 'due' | 'now' = 'due'): Promise<void> {
    const before = sending;
    const mine = (async () => {
      await before;
      // A store that cannot be read says so to whoever opens the note; the next flush tries again.
      await sendAll(which).catch(() => undefined);
    })();
    sending = mine;
    await mine;
  }

  async function sendAll(which: 'due' | 'now'): Promise<void> {
    let next = Number.POSITIVE_INFINITY;
    let stopped = false;
    for (const { id, pending } of await store.waiting()) {
      if (!pending) continue;
      const isDue = !stopped && (pending.dueAt <= deps.now() || (which === 'now' && !isRefused(pending)));
      const after = isDue ? await sendOne(id) : pending;
      next = Math.min(next, after?.dueAt ?? next);
      // Where Dolibarr is not to be had, the others can only fail alike; they keep their turn.
      if (isDue && after?.error && !isItsOwn(after)) stopped = true;
    }
    later(next);
  }

  /** What is left to be sent of it. */
  async function sendOne(id: string): Promise<PendingNote | undefined> {
    const waiting = (await store.get(id))?.pending;
    if (!waiting) return undefined;
    let after: NoteRecord | undefined;
    try {
      await deps.ready();
      const user = await agenda.user();
      // Waits until he agrees, or the key is his own.
      if (!(await deps.mayWriteFor(waiting.by, user))) return { ...waiting, dueAt: Number.POSITIVE_INFINITY };
      const attempted = (await store.get(id))?.pending?.attempted;
      const record = await store.update(id, (now) => now && underWay(now));
      const mine = record?.pending;
      if (!record || !mine) return undefined;
      const call = { ...record.call, keys: record.keys };
      const what = await sendNote(agenda, call, { mine, base: mine.base, attempted }, deps.headings[call.language]);
      after = await store.update(id, (now) => now && sent(now, mine, what, user, clock()));
      // Should this background be stopped before, the next synchronisation looks.
      if (what.event > 0) deps.after(LOOK_AGAIN, () => void lookAgain().catch(() => undefined));
    } catch (error) {
      after = await store.update(id, (now) => {
        return now?.pending && { ...now, pending: failed(now.pending, error, deps.now()) };
      });
    }
    deps.changed();
    return after?.pending;
  }

  async function lookAgain(signal?: AbortSignal): Promise<void> {
    // The first look is soon after, the second at a synchronisation: one that comes for another note is neither.
    const records = (await store.waiting()).filter(
      ({ written }) => written && (written.looks === 0 || deps.now() - written.at > SECOND_LOOK),
    );
    if (records.length === 0) return;
    await deps.ready();
    const user = await agenda.user(signal);
    for (const { id, keys, written } of records) {
      if (!written) continue;
      const events = await agenda.find(keys, signal);
      // Only among the events of the call as it was then can another be the same made twice: a call that has joined it
      // since has a note of its own.
      const ofThen = written.made ? await agenda.find(written.keys, signal) : events;
      const stands = written.made ? ownEvent(ofThen, user) : ownEvent(events, user);
      const ours = ofThen.find(({ id: event }) => event === written.event);
      const double =
        written.made &&
        ours !== undefined &&
        stands !== undefined &&
        stands.id !== written.event &&
        isSame(readNoteHtml(ours.note), written);
      if (double) await giveUp(agenda, written.event, user, signal);
      const known = events.filter((event) => !(double && event.id === written.event)).map(knownOf);
      const what = { double, then: written };
      const at = written.made && !double ? written.event : stands?.id;
      await store.update(id, (now) => now && looked(now, known, at, what, clock()));
      if (double) await flush();
      deps.changed();
    }
  }

  async function learnOne(event: CallEvent): Promise<void> {
    const call = callOfEvent(event);
    if (!call) return;
    const before = await kept(call.keys);
    const note = knownOf(event);
    // an event that was made for the call alone: there is nothing to know of it
    if (!before && isEmpty(note) && note.rest === '') return;
    const same = before?.known.find((one) => one.event === event.id);
    if (same && isSame(same, note) && same.rest === note.rest && same.thirdparty === note.thirdparty) return;
    await update(call, (record) => ({
      ...record,
      known: [...record.known.filter((one) => one.event !== event.id), note],
    }));
    deps.changed();
  }

  async function type(call: NotedCall, letters: Letters, by: number, done: boolean): Promise<void> {
    const user = await deps.knownUser();
    // Should there be no event yet, it will be made as the card says on which was typed last.
    const record = await update(call, (before) => ({ ...typed(before, letters, by, done, user, deps.now()), call }));
    deps.changed();
    if (!record?.pending) return;
    if (done) void flush();
    else later(record.pending.dueAt);
  }

  return {
    type,
    kept,
    flush,
    lookAgain,

    async read(call, signal) {
      await deps.ready();
      // Which of the notes is one's own depends on it.
      await agenda.user(signal);
      const before = await kept(call.keys);
      const events = await agenda.find(call.keys, signal);
      if (events.length === 0 && !(before ?? (await kept(call.keys)))) return undefined;
      const record = await update(call, (now) =>
        // Written meanwhile: what Dolibarr answered is older than that.
        now.written?.at === before?.written?.at ? { ...now, known: events.map(knownOf), readAt: deps.now() } : now,
      );
      if (record && !isAlike(before?.known ?? [], record.known)) deps.changed();
      return record;
    },

    async learn(signal) {
      await deps.ready();
      const began = Math.floor(deps.now() / 1000);
      const since = await deps.lastLearnt.read();
      for (let page = 0, more = true; more; page++) {
        const found = await agenda.changed(since, page, signal);
        for (const event of found.events) await learnOne(event);
        more = found.more;
      }
      await deps.lastLearnt.write(began);
    },

    async forgetDolibarr() {
      for (const { id } of await store.all()) {
        await store.update(id, (record) => {
          if (!record) return undefined;
          const { written: _written, ours: _ours, pending, ...rest } = record;
          // Its numbers mean others there: it waits until a person opens the call on a card of the new one.
          const waits = pending && { ...pending, by: 0, base: noTexts };
          return { ...rest, ...(waits ? { pending: waits } : {}), known: [], readAt: 0 };
        });
      }
      await deps.lastLearnt.write(0);
      deps.changed();
    },

    async keepHere(call, text) {
      await update(call, ({ onlyMe: _old, ...rest }) => ({ ...rest, call, ...(text ? { onlyMe: [text] } : {}) }));
      deps.changed();
    },

    async move(call) {
      await deps.ready();
      const user = await agenda.user();
      const events = await agenda.find(call.keys);
      const own = ownEvent(events, user);
      const movable = user.mayWriteOthers ? events : events.filter(({ id }) => id === own?.id);
      for (const event of movable) {
        if (event.socid !== call.thirdparty) await agenda.change(event, { socid: call.thirdparty });
      }
      const after = await agenda.find(call.keys);
      await update(call, (record) => ({ ...record, call, known: after.map(knownOf), readAt: deps.now() }));
      deps.changed();
    },

    async settle(call, id, by, back) {
      const record = await kept(call.keys);
      const text = record?.beside.find((one) => one.id === id);
      if (!record || !text) return;
      if (back) {
        const user = await deps.knownUser();
        const stands = record.pending ?? (user && ownOf(record.known, user)) ?? noTexts;
        const letters = { text: { [text.kind]: text.text }, base: { [text.kind]: stands[text.kind] } };
        // in the words of whoever wrote it first
        const { label, language } = record.call.label === '' ? call : record.call;
        await type({ ...call, label, language }, letters, by, true);
      }
      // Only now: a text that is on screen nowhere else must not be gone should this background be stopped.
      await store.update(record.id, (now) => now && { ...now, beside: now.beside.filter((one) => one.id !== id) });
      deps.changed();
    },
  };
}

function isAlike(one: readonly KnownNote[], other: readonly KnownNote[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
