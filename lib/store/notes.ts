import type { Language } from '../text/texts';
import { markOf } from './columns';
import type { Database } from './database';
import { storeError } from './database';
import type { Sealed } from './secrets';

/** What is noted on a call and for whom it is meant, as plain text. */
export interface NoteTexts {
  public: string;
  private: string;
}

/** A call as its event in Dolibarr needs it, when the calls themselves are not at hand. Times: UTC epoch seconds. */
export interface NotedCall {
  /** the call's key */
  id: string;
  /** every reference that its event may lie under, its own first (lib/calls/event-keys) */
  keys: string[];
  start: number;
  end: number;
  /** what the event is called in the agenda, and the language of that and of the headings: that of the page */
  label: string;
  language: Language;
  /** where the event is filed; 0 for none */
  thirdparty: number;
  contact: number;
}

/** What was typed and Dolibarr has not confirmed. Times: UTC epoch ms. */
export interface PendingNote extends NoteTexts {
  /** what stood there when the typing began */
  base: NoteTexts;
  /** the Dolibarr user of the page in which it was typed */
  by: number;
  changedAt: number;
  /** when it is to be sent; Infinity: not before a person says so */
  dueAt: number;
  /** times it was sent, or is being sent; and times in a row that it could not be */
  tries: number;
  fails: number;
  /** what was sent last, without an answer so far */
  attempted?: NoteTexts;
  /** events that were made for it, of which is not known whether one was the first of its call */
  made?: number[];
  /** the last try's failure: an error shape (lib/errors) */
  error?: { code: string; detail: Record<string, string | number> };
}

/** A note as it stood in Dolibarr when it was read last. */
export interface KnownNote extends NoteTexts {
  event: number;
  owner: number;
  author: string;
  /** HTML around it that is not ours */
  rest: string;
  thirdparty: number;
  /** UTC epoch seconds */
  changedAt: number;
}

/** A text that another one took the place of, shown until a person has seen to it. */
export interface BesideText {
  id: string;
  kind: keyof NoteTexts;
  text: string;
  /** ours was displaced by another's, or another's by ours */
  whose: 'ours' | 'theirs';
  author: string;
  /** UTC epoch ms */
  at: number;
}

export interface NoteRecord {
  id: string;
  keys: string[];
  call: NotedCall;
  pending?: PendingNote;
  /** written a moment ago: to be looked at again, `looks` times so far */
  written?: NoteTexts & { keys: string[]; event: number; made: boolean; by: number; at: number; looks: number };
  known: KnownNote[];
  /** UTC epoch ms; 0 = Dolibarr was never asked */
  readAt: number;
  beside: BesideText[];
  /** what this browser wrote last, as it then stood in Dolibarr */
  ours?: NoteTexts;
  /** a note that never leaves this browser; several when calls with one each have become one call */
  onlyMe?: Sealed[];
  /** present while something is to be sent or looked at again: these few are found without reading all */
  waits?: 1;
}

/** Notes on calls: what is to be sent, what is known, and what stays here. */
export interface NoteStore {
  /** by any reference of the call; oldest first */
  find(keys: readonly string[]): Promise<NoteRecord[]>;
  /** Makes one record of several, in one transaction: two calls that were noted may have become one since. */
  join(
    keys: readonly string[],
    join: (one: NoteRecord, other: NoteRecord) => NoteRecord,
  ): Promise<NoteRecord | undefined>;
  all(): Promise<NoteRecord[]>;
  /** those with something to be sent, or to be looked at again */
  waiting(): Promise<NoteRecord[]>;
  get(id: string): Promise<NoteRecord | undefined>;
  /**
   * Reads, changes and writes in one transaction, so that a typed letter and the answer to what was sent before it never
   * undo one another; nothing is written when `change` gives undefined. Throws AppError `store-full`, `store-broken`.
   */
  update(
    id: string,
    change: (before: NoteRecord | undefined) => NoteRecord | undefined,
  ): Promise<NoteRecord | undefined>;
  remove(id: string): Promise<void>;
  /** marks (./columns) of the calls on which anything is noted; read as one small record, whatever the notes' number */
  marks(): Promise<ReadonlySet<number>>;
}

const MARKS = 'noted-marks';

export function createNoteStore(db: Database): NoteStore {
  let marks: Promise<ReadonlySet<number>> | undefined;

  return {
    marks() {
      marks ??= db.get('state', MARKS).then((kept) => new Set(kept instanceof Uint32Array ? kept : []));
      return marks;
    },
    async find(keys) {
      const index = db.transaction('notes').store.index('keys');
      return byKeys(keys, (key) => index.getAll(key));
    },
    async join(keys, join) {
      const tx = db.transaction('notes', 'readwrite');
      const index = tx.store.index('keys');
      const found = await byKeys(keys, (key) => index.getAll(key));
      const [first, ...others] = found;
      const joined = first && marked(others.reduce(join, first));
      if (joined && others.length > 0) {
        await tx.store.put(joined);
        for (const { id } of others) await tx.store.delete(id);
      }
      await tx.done;
      return joined;
    },
    all: () => db.getAll('notes'),
    waiting: () => db.getAllFromIndex('notes', 'waits'),
    get: (id) => db.get('notes', id),
    async update(id, change) {
      try {
        const tx = db.transaction(['notes', 'state'], 'readwrite');
        const before = await tx.objectStore('notes').get(id);
        const next = marked(change(before));
        if (next) {
          await tx.objectStore('notes').put(next);
          const [was, is] = [marksOf(before), marksOf(next)];
          if (was.join() !== is.join()) {
            await putMarks(tx.objectStore('state'), was, is);
            marks = undefined;
          }
        }
        await tx.done;
        return next;
      } catch (error) {
        throw storeError(error);
      }
    },
    async remove(id) {
      const tx = db.transaction(['notes', 'state'], 'readwrite');
      const was = marksOf(await tx.objectStore('notes').get(id));
      await tx.objectStore('notes').delete(id);
      if (was.length > 0) await putMarks(tx.objectStore('state'), was, []);
      await tx.done;
      marks = undefined;
    },
  };
}

interface Shelf {
  get(name: string): Promise<unknown>;
  put(value: unknown, name: string): Promise<unknown>;
}

/** Takes some marks out of the one small record and puts others in. */
async function putMarks(shelf: Shelf, was: readonly number[], is: readonly number[]): Promise<void> {
  const kept = await shelf.get(MARKS);
  const all = new Set(kept instanceof Uint32Array ? kept : []);
  for (const mark of was) all.delete(mark);
  for (const mark of is) all.add(mark);
  await shelf.put(Uint32Array.from(all), MARKS);
}

async function byKeys(keys: readonly string[], read: (key: string) => Promise<NoteRecord[]>): Promise<NoteRecord[]> {
  const found = (await Promise.all(keys.map(read))).flat();
  const each = new Map(found.map((record) => [record.id, record]));
  return [...each.values()].sort((one, other) => one.call.start - other.call.start);
}

function marked<T extends NoteRecord | undefined>(record: T): T {
  if (!record) return record;
  const { waits: _waits, ...rest } = record;
  return (record.pending || record.written ? { ...rest, waits: 1 } : rest) as T; // the same with one field more or less
}

/** Of every call key that the note may lie under; none when nothing is noted. */
function marksOf(record: NoteRecord | undefined): number[] {
  if (!record || !isNoted(record)) return [];
  const keys = [record.id, ...record.keys.map((key) => key.replace(/^ucm:/, ''))];
  return [...new Set(keys.map(markOf))].sort((one, other) => one - other);
}

function isNoted({ pending, known, onlyMe }: NoteRecord): boolean {
  const texts = [...(pending ? [pending] : []), ...known];
  return onlyMe !== undefined || texts.some((text) => text.public !== '' || text.private !== '');
}
