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
  /** what the event is called in the agenda */
  label: string;
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
  tries: number;
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
  written?: NoteTexts & { event: number; made: boolean; by: number; at: number; looks: number };
  known: KnownNote[];
  /** UTC epoch ms; 0 = Dolibarr was never asked */
  readAt: number;
  beside: BesideText[];
  /** a note that never leaves this browser */
  onlyMe?: Sealed;
}

/** Notes on calls: what is to be sent, what is known, and what stays here. */
export interface NoteStore {
  /** by any reference of the call, as two calls that were noted may have become one since; oldest first */
  find(keys: readonly string[]): Promise<NoteRecord[]>;
  all(): Promise<NoteRecord[]>;
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
}

export function createNoteStore(db: Database): NoteStore {
  return {
    async find(keys) {
      const index = db.transaction('notes').store.index('keys');
      const found = (await Promise.all(keys.map((key) => index.getAll(key)))).flat();
      return [...new Map(found.map((record) => [record.id, record])).values()].sort(
        (one, other) => one.call.start - other.call.start,
      );
    },
    all: () => db.getAll('notes'),
    get: (id) => db.get('notes', id),
    async update(id, change) {
      try {
        const tx = db.transaction('notes', 'readwrite');
        const next = change(await tx.store.get(id));
        if (next) await tx.store.put(next);
        await tx.done;
        return next;
      } catch (error) {
        throw storeError(error);
      }
    },
    remove: (id) => db.delete('notes', id),
  };
}
