import { readNoteHtml } from '../dolibarr/note-html';
import type { NoteRecord, PendingNote } from '../store/notes';
import { ownEvent } from './agenda';
import type { NotesDeps } from './deps';
import { isSame } from './merge';
import { failed, isItsOwn, isRefused, knownOf, looked, sent, sending as underWay } from './records';
import { giveUp, sendNote } from './send-note';

/** ms after which a note that was written is looked at again: another browser's slower write may have come after it */
const LOOK_AGAIN = 4000;
/** ms after which the second look may be, at the next synchronisation */
const SECOND_LOOK = 60_000;

/** What goes out: when it is due, one after the other, and looked at again afterwards. */
export interface Sending {
  flush(which?: 'due' | 'now'): Promise<void>;
  lookAgain(signal?: AbortSignal): Promise<void>;
  /** a note is due then, UTC epoch ms; Infinity: not by itself */
  later(dueAt: number): void;
}

export function createSending(deps: NotesDeps): Sending {
  const { store, agenda } = deps;
  let sending: Promise<void> | undefined;
  let callOff: () => void = () => undefined;
  const clock = () => ({ now: deps.now(), newId: deps.newId });

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
    let until = 0;
    for (const { id, pending } of await store.waiting()) {
      if (!pending) continue;
      const isDue = until === 0 && (pending.dueAt <= deps.now() || (which === 'now' && !isRefused(pending)));
      const after = isDue ? await sendOne(id) : pending;
      // Where Dolibarr is not to be had, the others can only fail alike; they wait for the same moment.
      if (isDue && after?.error && !isItsOwn(after)) until = after.dueAt;
      next = Math.min(next, Math.max(until, after?.dueAt ?? next));
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
      const { attempted, made } = (await store.get(id))?.pending ?? {};
      const record = await store.update(id, (now) => now && underWay(now));
      const mine = record?.pending;
      if (!record || !mine) return undefined;
      const call = { ...record.call, keys: record.keys };
      const note = { mine, base: mine.base, attempted, made };
      const form = { headings: deps.headings[call.language], links: await deps.linksOf(call) };
      const what = await sendNote(agenda, call, note, form, (event) =>
        store.update(id, (now) => now && madeOne(now, event)),
      );
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
      const what = { double, asked: written };
      const at = written.made && !double ? written.event : stands?.id;
      await store.update(id, (now) => now && looked(now, known, at, what, clock()));
      if (double) await flush();
      deps.changed();
    }
  }

  return { flush, lookAgain, later };
}

/** An event was made for it; whether it is the first of its call is asked now. */
function madeOne(record: NoteRecord, event: number): NoteRecord {
  const { pending } = record;
  return pending ? { ...record, pending: { ...pending, made: [...(pending.made ?? []), event] } } : record;
}
