import { AppError, type ErrorShape, shapeOf } from '../errors';
import { CHUNK, type CopyRecord, type CopyStore } from '../store/copies';
import type { UcmFile } from '../ucm/file';
import { createChunks } from './chunks';
import { addPeaks } from './peaks';
import { HEAD_BYTES, readSoundHead, type SoundHead, unknownHead } from './wav';

export interface CopyDeps {
  store: CopyStore;
  /** the file from its first byte on: recapi knows no ranges (section 4.2) */
  open(signal: AbortSignal): Promise<UcmFile>;
  /** something came, or the end, or a failure */
  onChange(): void;
  /** UTC epoch ms */
  now(): number;
  /** ms to wait before the file is asked for again, by how often it broke off without a new byte; then it has failed */
  pauses: readonly number[];
}

export interface CopyState {
  received: number;
  /** 0 = unknown */
  total: number;
  whole: boolean;
  head: SoundHead | undefined;
  peaks: number[];
  /** the disk is full: it is played, and not kept */
  full: boolean;
  error?: ErrorShape;
}

/** A copy of a recording that grows while it is listened to. */
export interface GrowingCopy {
  readonly id: string;
  state(): CopyState;
  /** Waits until the length of the file is known. Throws what ended the copy. */
  total(): Promise<number>;
  /** Bytes from here on, some of them, waiting for them to come; undefined at the end. Throws what ended the copy. */
  read(at: number): Promise<Uint8Array | undefined>;
  /** resolves when all has come; throws what ended the copy */
  whole(): Promise<void>;
  /** no more is fetched; readers fail */
  close(): void;
}

/**
 * Fetches what is missing of the file and keeps it chunk by chunk. A file that breaks off is asked for again and what is
 * kept is passed over. Bytes not yet in a chunk are in memory: 256 KB at most, whatever the length.
 */
export function createGrowingCopy(id: string, deps: CopyDeps): GrowingCopy {
  const { store } = deps;
  const chunks = createChunks(store, id);
  const closed = new AbortController();
  let record: CopyRecord = { id, received: 0, total: 0, whole: false, peaks: [], usedAt: deps.now() };
  let head: SoundHead | undefined;
  /** bytes after the kept ones */
  let tail = new Uint8Array(CHUNK);
  let tailSize = 0;
  let error: unknown;
  let waiting: (() => void)[] = [];

  const received = () => record.received + tailSize;

  function change(): void {
    const wake = waiting;
    waiting = [];
    for (const go of wake) go();
    deps.onChange();
  }

  async function fill(): Promise<void> {
    const kept = await store.read(id);
    if (kept) {
      record = { ...kept, usedAt: deps.now() };
      head = kept.head as SoundHead | undefined; // written below
      await chunks.write(record);
      change();
    }
    let fruitless = 0;
    while (!record.whole) {
      const before = received();
      try {
        await fetchRest();
      } catch (failure) {
        closed.signal.throwIfAborted();
        if (!brokeOff(failure, before > 0 || received() > 0)) throw failure;
        fruitless = received() > before ? 0 : fruitless + 1;
        const pause = deps.pauses[fruitless];
        if (pause === undefined) throw failure;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      closed.signal.throwIfAborted();
    }
  }

  async function fetchRest(): Promise<void> {
    const file = await deps.open(closed.signal);
    try {
      const begun = await readHead(file);
      const { prefix = 0, total = 0 } = head ?? {};
      record.total = file.length > 0 ? file.length - prefix : total;
      let skip = received() + prefix;
      for (let piece: Uint8Array | undefined = begun; piece; piece = await file.next()) {
        closed.signal.throwIfAborted();
        const fresh = piece.subarray(Math.min(skip, piece.length));
        skip -= piece.length - fresh.length;
        if (fresh.length > 0) {
          await append(fresh);
          change();
        }
      }
      await end();
    } finally {
      file.cancel();
    }
  }

  /**
   * The first bytes, enough of them to know what they are. What browsers cannot play, or nobody knows, is fetched all the
   * same, since it can be downloaded. Throws AppError where there is nothing.
   */
  async function readHead(file: UcmFile): Promise<Uint8Array> {
    let bytes = new Uint8Array();
    while (bytes.length < HEAD_BYTES) {
      const piece = await file.next();
      if (!piece) break;
      const joined = new Uint8Array(bytes.length + piece.length);
      joined.set(bytes);
      joined.set(piece, bytes.length);
      bytes = joined;
    }
    // Nothing, or a web page in place of the file.
    if (bytes.length === 0 || bytes[0] === 0x3c) throw new AppError('recording-broken', {});
    head ??= readSoundHead(bytes) ?? unknownHead;
    return bytes;
  }

  async function append(bytes: Uint8Array): Promise<void> {
    if (head?.plain) {
      const { dataAt, dataSize } = head;
      addPeaks(record.peaks, bytes, received(), { dataAt, dataSize: dataSize || Math.max(0, record.total - dataAt) });
    }
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + CHUNK - tailSize);
      tail.set(part, tailSize);
      tailSize += part.length;
      at += part.length;
      if (tailSize === CHUNK) await keepTail();
    }
  }

  async function keepTail(): Promise<void> {
    const next: CopyRecord = { ...record, received: received(), head };
    const n = record.received / CHUNK;
    await chunks.write(next, { n, bytes: tail.slice(0, tailSize) });
    record = next;
    tail = new Uint8Array(CHUNK);
    tailSize = 0;
  }

  async function end(): Promise<void> {
    record = { ...record, whole: true, total: received() };
    if (tailSize > 0) await keepTail();
    else await chunks.write(record);
    change();
  }

  function changed(): Promise<void> {
    return new Promise((resolve) => waiting.push(resolve));
  }

  const filling = fill().catch((failure: unknown) => {
    error = failure;
    change();
  });

  return {
    id,
    state: () => ({
      received: received(),
      total: record.total,
      whole: record.whole,
      head,
      peaks: record.peaks,
      full: chunks.full(),
      ...(error === undefined ? {} : { error: shapeOf(error) }),
    }),
    async total() {
      while (record.total === 0 && !record.whole) {
        if (error !== undefined) throw error;
        await changed();
      }
      return record.total;
    },
    async read(at) {
      for (;;) {
        if (at < record.received) return chunks.read(at);
        if (at < received()) return tail.slice(at - record.received, tailSize);
        if (record.whole) return undefined;
        if (error !== undefined) throw error;
        await changed();
      }
    },
    async whole() {
      await filling;
      if (error !== undefined) throw error;
    },
    close: () => closed.abort(),
  };
}

/**
 * The way was cut, not the file refused: it is asked for again. A machine that has sent a part of it and then refuses
 * the connection, or says nothing at all, is one that starts again.
 */
function brokeOff(failure: unknown, begun: boolean): boolean {
  if (!(failure instanceof AppError)) return false;
  const { code, detail } = failure;
  if (begun && (code === 'ucm-refused' || (code === 'ucm-answer' && /^net::|^NS_/.test(detail.reason ?? ''))))
    return true;
  return ['ucm-unreachable', 'ucm-timeout', 'ucm-busy', 'offline'].includes(code);
}
