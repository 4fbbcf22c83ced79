import type { CallEvent } from '../dolibarr/call-events';
import type { KnownNote, NotedCall, NoteRecord } from '../store/notes';
import type { Sealed } from '../store/secrets';
import { ownEvent } from './agenda';
import type { NotesDeps } from './deps';
import { isEmpty, isSame, noTexts } from './merge';
import { callOfEvent, emptyRecord, joined, knownOf, type Letters, ownOf, typed } from './records';
import { createSending } from './sending';

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
  const { flush, lookAgain, later } = createSending(deps);

  const kept = (keys: readonly string[]) => store.join(keys, joined);

  async function update(call: NotedCall, change: (record: NoteRecord) => NoteRecord): Promise<NoteRecord | undefined> {
    const { id } = (await kept(call.keys)) ?? call;
    return store.update(id, (before) =>
      change(before ? { ...before, keys: [...new Set([...call.keys, ...before.keys])] } : emptyRecord(call)),
    );
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
