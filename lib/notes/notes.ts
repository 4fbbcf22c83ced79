import type { CallEvent } from '../dolibarr/call-events';
import type { KeyUser } from '../dolibarr/key-user';
import type { Headings } from '../dolibarr/note-html';
import type { NotedCall, NoteRecord, NoteStore, NoteTexts } from '../store/notes';
import type { Sealed } from '../store/secrets';
import { type Agenda, ownEvent } from './agenda';
import { isSame, noTexts } from './merge';
import { callOfEvent, emptyRecord, failed, joined, knownOf, looked, ownOf, sent, textsOf, typed } from './records';
import { giveUp, sendNote } from './send-note';

/** ms after which a note that was written is looked at again: another browser's slower write may have come after it */
const LOOK_AGAIN = 4000;

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
  type(call: NotedCall, texts: NoteTexts, by: number, done: boolean): Promise<void>;
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

  async function kept(keys: readonly string[]): Promise<NoteRecord | undefined> {
    const [first, ...others] = await store.find(keys);
    if (!first || others.length === 0) return first;
    const one = await store.update(first.id, (before) => before && others.reduce(joined, before));
    for (const { id } of others) await store.remove(id);
    return one;
  }

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
      await sendAll(which);
    })();
    sending = mine;
    await mine;
  }

  async function sendAll(which: 'due' | 'now'): Promise<void> {
    let next = Number.POSITIVE_INFINITY;
    for (const { id, pending } of await store.all()) {
      if (!pending) continue;
      const isDue = pending.dueAt <= deps.now() || (which === 'now' && Number.isFinite(pending.dueAt));
      const after = isDue ? await sendOne(id) : pending;
      next = Math.min(next, after?.dueAt ?? next);
      // Where one could not be sent, the others can only fail alike; they keep their turn.
      if (isDue && after?.error) break;
    }
    later(next);
  }

  /** What is left to be sent of it. */
  async function sendOne(id: string): Promise<NoteRecord['pending']> {
    const record = await store.get(id);
    const { pending } = record ?? {};
    if (!record || !pending) return undefined;
    let after: NoteRecord | undefined;
    try {
      await deps.ready();
      const user = await agenda.user();
      // Waits until he agrees, or the key is his own.
      if (!(await deps.mayWriteFor(pending.by, user))) return { ...pending, dueAt: Number.POSITIVE_INFINITY };
      const call = { ...record.call, keys: record.keys };
      const what = await sendNote(agenda, call, { mine: pending, base: pending.base }, deps.headings[call.language]);
      after = await store.update(id, (now) => now && sent(now, pending.changedAt, what, user, clock()));
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
    const records = (await store.all()).filter(({ written }) => written);
    if (records.length === 0) return;
    await deps.ready();
    const user = await agenda.user(signal);
    for (const { id, keys, written } of records) {
      if (!written) continue;
      const events = await agenda.find(keys, signal);
      const stands = ownEvent(events, user);
      const double = written.made && stands !== undefined && stands.id !== written.event;
      if (double) await giveUp(agenda, written.event, user, signal);
      await store.update(id, (now) => now && looked(now, events.map(knownOf), stands?.id, double, clock()));
      if (double) await flush();
      deps.changed();
    }
  }

  async function learnOne(event: CallEvent): Promise<void> {
    const call = callOfEvent(event);
    if (!call) return;
    const before = await kept(call.keys);
    const note = knownOf(event);
    const same = before?.known.find((one) => one.event === event.id);
    if (same && isSame(same, note) && same.rest === note.rest && same.thirdparty === note.thirdparty) return;
    await update(call, (record) => ({
      ...record,
      known: [...record.known.filter((one) => one.event !== event.id), note],
    }));
    deps.changed();
  }

  async function type(call: NotedCall, texts: NoteTexts, by: number, done: boolean): Promise<void> {
    const user = await deps.knownUser();
    // Should there be no event yet, it will be made as the card says on which was typed last.
    const record = await update(call, (before) => ({ ...typed(before, texts, by, done, user, deps.now()), call }));
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
      const events = await agenda.find(call.keys, signal);
      if (events.length === 0 && !(await kept(call.keys))) return undefined;
      return update(call, (record) => ({ ...record, known: events.map(knownOf), readAt: deps.now() }));
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
          const { written: _written, ...rest } = record;
          return { ...rest, known: [], readAt: 0 };
        });
      }
      await deps.lastLearnt.write(0);
      deps.changed();
    },

    async keepHere(call, text) {
      await update(call, ({ onlyMe: _old, ...rest }) => ({ ...rest, ...(text ? { onlyMe: text } : {}) }));
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
      await store.update(record.id, (now) => now && { ...now, beside: now.beside.filter((one) => one.id !== id) });
      if (!back) return deps.changed();
      const user = await deps.knownUser();
      const stands = textsOf(record.pending ?? (user && ownOf(record.known, user)) ?? noTexts);
      await type(call, { ...stands, [text.kind]: text.text }, by, true);
    },
  };
}
