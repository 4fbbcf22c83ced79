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

/** Failures that last until a person does something; all others may pass. They are tried again, but seldom. */
const lasting = new Set<string>([
  'not-set-up',
  'secrets-gone',
  'no-site-access',
  'dolibarr-key',
  'dolibarr-right',
  'dolibarr-api-off',
  'dolibarr-address',
  'dolibarr-redirect',
  'dolibarr-certificate',
  'dolibarr-ip',
  'dolibarr-module-off',
] satisfies ErrorCode[]);

/** ms: the longest wait between two tries, and the only one after a failure that lasts */
const HOUR = 3_600_000;

export const isRefused = ({ error }: PendingNote): boolean => error !== undefined && lasting.has(error.code);

/** Failures of one note alone; after any other the next note would fail alike. */
export const isItsOwn = ({ error }: PendingNote): boolean =>
  error?.code === 'dolibarr-server' || error?.code === 'dolibarr-answer';

/** What a change needs besides the record. `now`: UTC epoch ms. */
export interface Clock {
  now: number;
  newId(): string;
}

/** Letters of the fields that were touched, and what stood there when the page showed them first. */
export interface Letters {
  text: { [K in keyof NoteTexts]?: string | undefined };
  base: { [K in keyof NoteTexts]?: string | undefined };
}

/** Letters were typed, or the person is done with them. Without a change to what stands, nothing is to be sent. */
export function typed(
  before: NoteRecord,
  letters: Letters,
  by: number,
  done: boolean,
  user: KeyUser | undefined,
  now: number,
): NoteRecord {
  const { pending: old, ...rest } = before;
  const own = (user && ownOf(before.known, user)) ?? noTexts;
  const texts = { ...noTexts };
  const base = { ...noTexts };
  for (const kind of noteKinds) {
    const waits = old !== undefined && !isSameText(old[kind], old.base[kind]);
    // What this browser wrote itself since the page showed it is nobody else's text.
    const isOurs = before.ours !== undefined && isSameText(before.ours[kind], own[kind]);
    const seen = isOurs ? own[kind] : (letters.base[kind] ?? own[kind]);
    texts[kind] = letters.text[kind] ?? (old ? old[kind] : own[kind]);
    base[kind] = waits || letters.text[kind] === undefined ? (old ? old.base[kind] : own[kind]) : seen;
  }
  // One that is on its way, or may have come there without an answer, stands in Dolibarr: to take it back is a change.
  if (isSame(texts, base) && (!old || old.tries === 0)) return rest;
  const same = old && isSame(old, texts) ? old : undefined;
  return {
    ...rest,
    pending: {
      ...texts,
      base,
      by,
      changedAt: same?.changedAt ?? now,
      dueAt: done ? now : now + REST,
      tries: old?.tries ?? 0,
      fails: same?.fails ?? 0,
      ...(old?.attempted ? { attempted: old.attempted } : {}),
      ...(old?.made ? { made: old.made } : {}),
    },
  };
}

/** It is being sent from now on: should there be no answer, it may stand there all the same. */
export function sending(record: NoteRecord): NoteRecord {
  const { pending } = record;
  return pending
    ? { ...record, pending: { ...pending, tries: pending.tries + 1, attempted: textsOf(pending) } }
    : record;
}

/** It stands in Dolibarr. `mine`: the pending note that was sent; letters typed since build on what came of it. */
export function sent(record: NoteRecord, mine: PendingNote, what: Sent, user: KeyUser, clock: Clock): NoteRecord {
  const { pending, ...rest } = record;
  const { now: at } = clock;
  const beside = what.displaced.map(({ kind, text, author }) => besideText(clock, kind, text, 'theirs', author));
  const typedOn = pending && pending.changedAt !== mine.changedAt ? { pending: onTopOf(pending, mine, what) } : {};
  const next = { ...rest, ...typedOn, beside: [...record.beside, ...beside] };
  if (what.event === 0) return next;
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
    ours: what.texts,
    written: { ...what.texts, keys: record.keys, event: what.event, made: what.made, by: mine.by, at, looks: 0 },
    known: [...record.known.filter(({ event }) => event !== what.event), known],
  };
}

/** A field that was not touched since follows what came of the sending. */
function onTopOf(pending: PendingNote, mine: PendingNote, { texts }: Sent): PendingNote {
  const { attempted: _answered, made: _settled, ...rest } = pending;
  const next = { ...rest, base: texts, tries: 0, fails: 0 };
  for (const kind of noteKinds) if (isSameText(pending[kind], mine[kind])) next[kind] = texts[kind];
  return next;
}

/** It could not be sent: later again, after a failure that lasts much later. */
export function failed(pending: PendingNote, error: unknown, now: number): PendingNote {
  const shape = shapeOf(error);
  const fails = pending.fails + 1;
  const next = { ...pending, fails, error: { code: shape.code, detail: { ...shape.detail } } };
  const wait = isRefused(next) ? HOUR : Math.min(HOUR, 30_000 * 2 ** (fails - 1));
  return { ...next, dueAt: now + Math.max(wait, (shape.detail.seconds ?? 0) * 1000) };
}

/**
 * What was written (`asked`: as the record said when Dolibarr was asked) was looked at again. `stands`: the event that this user's note stands in now; `double`: ours was
 * another one, made at the same moment, and has been given up for it.
 */
export function looked(
  record: NoteRecord,
  known: KnownNote[],
  stands: number | undefined,
  { double, asked }: { double: boolean; asked: { at: number; looks: number } },
  clock: Clock,
): NoteRecord {
  const { written, ...rest } = record;
  // Written once more, or looked at, while Dolibarr was asked: what it answered is older than that.
  if (!written || written.at !== asked.at || written.looks !== asked.looks) return record;
  const next = { ...rest, known, readAt: clock.now };
  if (double) {
    const { by } = written;
    const again = { ...textsOf(written), by, changedAt: clock.now, dueAt: clock.now, tries: 0, fails: 0 };
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
  const onlyMe = [...(one.onlyMe ?? []), ...(other.onlyMe ?? [])];
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
    ...(onlyMe.length > 0 ? { onlyMe } : {}),
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
