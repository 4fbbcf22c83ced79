import type { CallEvent } from '../dolibarr/call-events';
import type { KeyUser } from '../dolibarr/key-user';
import { readNoteHtml } from '../dolibarr/note-html';
import { type ErrorCode, shapeOf } from '../errors';
import type { BesideText, KnownNote, NotedCall, NoteRecord, NoteTexts, PendingNote } from '../store/notes';
import { ownEvent } from './agenda';
import { isEmpty, isSame, isSameText, noTexts, noteKinds } from './merge';
import type { Sent } from './send-note';

/** ms of rest after the last letter before a note is sent by itself */
export const REST = 10_000;
/** looks after which a note is believed: some seconds later, and at the next synchronisation */
const LOOKS = 2;

/** Failures after which Dolibarr may take the note in a while. */
const fleeting = new Set<ErrorCode>([
  'offline',
  'dolibarr-unreachable',
  'dolibarr-timeout',
  'dolibarr-server',
  'dolibarr-answer',
  'aborted',
]);

/** What a change needs besides the record. `now`: UTC epoch ms. */
export interface Clock {
  now: number;
  newId(): string;
}

/** Letters were typed, or the person is done with them. Without a change to what stands, nothing is to be sent. */
export function typed(
  before: NoteRecord,
  texts: NoteTexts,
  by: number,
  done: boolean,
  user: KeyUser | undefined,
  now: number,
): NoteRecord {
  const { pending: old, ...rest } = before;
  const base = old?.base ?? textsOf((user && ownOf(before.known, user)) ?? noTexts);
  // One that is on its way stands in Dolibarr in a moment: what was put back to before is a change then.
  if (isSame(texts, base) && (!old || old.dueAt > now)) return rest;
  const same = old && isSame(old, texts) ? old : undefined;
  return {
    ...rest,
    pending: {
      ...textsOf(texts),
      base,
      by,
      changedAt: same?.changedAt ?? now,
      dueAt: done ? now : now + REST,
      tries: same?.tries ?? 0,
    },
  };
}

/** It stands in Dolibarr. `changedAt`: of the pending note that was sent; letters typed since build on it. */
export function sent(record: NoteRecord, changedAt: number, what: Sent, user: KeyUser, clock: Clock): NoteRecord {
  const { pending, ...rest } = record;
  const { now: at } = clock;
  const beside = what.displaced.map(({ kind, text, author }) => besideText(clock, kind, text, 'theirs', author));
  const next = { ...rest, beside: [...record.beside, ...beside] };
  const typedOn = pending && pending.changedAt !== changedAt ? { pending: { ...pending, base: what.texts } } : {};
  if (what.event === 0) return { ...next, ...typedOn };
  const known: KnownNote = {
    event: what.event,
    owner: user.id,
    author: user.name,
    rest: '',
    thirdparty: record.call.thirdparty,
    changedAt: Math.floor(at / 1000),
    ...record.known.find(({ event }) => event === what.event),
    ...what.texts,
  };
  return {
    ...next,
    ...typedOn,
    written: { ...what.texts, event: what.event, made: what.made, by: pending?.by ?? 0, at, looks: 0 },
    known: [...record.known.filter(({ event }) => event !== what.event), known],
  };
}

/** It could not be sent: later again, or not before a person says so. */
export function failed(pending: PendingNote, error: unknown, now: number): PendingNote {
  const shape = shapeOf(error);
  const tries = pending.tries + 1;
  const minutes = Math.min(60, 2 ** (tries - 1)) / 2;
  const wait = Math.max(minutes * 60_000, (shape.detail.seconds ?? 0) * 1000);
  const dueAt = fleeting.has(shape.code) ? now + wait : Number.POSITIVE_INFINITY;
  return { ...pending, tries, dueAt, error: { code: shape.code, detail: { ...shape.detail } } };
}

/**
 * What was written was looked at again. `stands`: the event that this user's note stands in now; `double`: ours was
 * another one, made at the same moment, and has been given up for it.
 */
export function looked(
  record: NoteRecord,
  known: KnownNote[],
  stands: number | undefined,
  double: boolean,
  clock: Clock,
): NoteRecord {
  const { written, ...rest } = record;
  if (!written) return record;
  const next = { ...rest, known, readAt: clock.now };
  if (double) {
    const { by } = written;
    const again = { ...textsOf(written), by, changedAt: clock.now, dueAt: clock.now, tries: 0 };
    return { ...next, pending: { ...(record.pending ?? again), base: noTexts } };
  }
  const there = known.find(({ event }) => event === stands);
  const gone = record.pending ? [] : noteKinds.filter((kind) => !isSameText((there ?? noTexts)[kind], written[kind]));
  const beside = gone
    .filter((kind) => written[kind] !== '')
    .map((kind) => besideText(clock, kind, written[kind], 'ours', there?.author ?? ''));
  const looks = written.looks + 1;
  const again = looks < LOOKS && beside.length === 0;
  return { ...next, ...(again ? { written: { ...written, looks } } : {}), beside: [...record.beside, ...beside] };
}

/** Two calls that were noted and are one now. */
export function joined(one: NoteRecord, other: NoteRecord): NoteRecord {
  const pending = one.pending ?? other.pending;
  const onlyMe = one.onlyMe ?? other.onlyMe;
  const second = one.pending && other.pending && !isEmpty(other.pending) ? other.pending : undefined;
  const lost = noteKinds.flatMap((kind): BesideText[] =>
    second?.[kind]
      ? [{ id: `${other.id}-${kind}`, kind, text: second[kind], whose: 'ours', author: '', at: second.changedAt }]
      : [],
  );
  return {
    ...one,
    keys: [...new Set([...one.keys, ...other.keys])],
    known: [...one.known, ...other.known],
    ...(pending ? { pending } : {}),
    ...(onlyMe ? { onlyMe } : {}),
    beside: [...one.beside, ...other.beside, ...lost],
  };
}

/** What is known of this user's own note on a call. */
export function ownOf(known: readonly KnownNote[], user: KeyUser): KnownNote | undefined {
  const events = known.map((note) => ({ ...note, id: note.event, ownerId: note.owner }));
  const own = ownEvent(
    events.sort((one, other) => one.id - other.id),
    user,
  );
  return known.find(({ event }) => event === own?.event);
}

/** An event as it was read. */
export function knownOf(event: CallEvent): KnownNote {
  const { public: open, private: staff, author, rest } = readNoteHtml(event.note);
  return {
    event: event.id,
    owner: event.ownerId,
    author,
    rest,
    thirdparty: event.socid,
    changedAt: event.changedAt,
    public: open,
    private: staff,
  };
}

function besideText(
  { now, newId }: Clock,
  kind: keyof NoteTexts,
  text: string,
  whose: BesideText['whose'],
  author: string,
): BesideText {
  return { id: newId(), kind, text, whose, author, at: now };
}

/** The call that an event says it is of, as far as its reference tells; undefined when that is not given back (14). */
export function callOfEvent(event: CallEvent): NotedCall | undefined {
  const key = /^ucm:([A-Za-z0-9._-]+)/.exec(event.ref)?.[1];
  if (key === undefined) return undefined;
  const start = Number.parseInt(key, 10) || 0;
  return {
    id: key,
    keys: [`ucm:${key}`],
    start,
    end: start,
    label: '',
    language: 'fr',
    thirdparty: event.socid,
    contact: 0,
  };
}

/** A call on which nothing is noted yet. */
export function emptyRecord(call: NotedCall): NoteRecord {
  return { id: call.id, keys: call.keys, call, known: [], readAt: 0, beside: [] };
}

export const textsOf = ({ public: open, private: staff }: NoteTexts): NoteTexts => ({ public: open, private: staff });
