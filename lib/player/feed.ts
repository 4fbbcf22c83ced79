import { flacFrame } from './flac';
import type { GrowingCopy } from './growing-copy';
import { mp4Fragment, mp4Head } from './mp4';

const TYPE = 'audio/mp4; codecs="flac"';
/** Samples given at a time: half a second of a telephone's. */
const BLOCK = 4096;
/** s that lie ready before the place that sounds; what was heard is dropped when the browser wants its memory back */
const ahead = 60;
const behind = 10;

/** Whether samples of a copy can be given to an element one after the other, as they come. */
export function canFeed(copy: GrowingCopy): boolean {
  const { head } = copy.state();
  return head?.plain === true && head.dataAt > 0 && MediaSource.isTypeSupported(TYPE);
}

/**
 * An address that an element of this page plays a growing copy from, for browsers whose background no element can ask
 * (Firefox): the samples are packed as FLAC without compressing them and given as they come, from wherever the element
 * stands. Its length has to be known. Ends when the element is given something else.
 */
export async function feedElement(audio: HTMLAudioElement, copy: GrowingCopy): Promise<string> {
  const total = await copy.total();
  const { dataAt = 0, dataSize = 0, bytesPerSecond = 0 } = copy.state().head ?? {};
  const rate = bytesPerSecond / 2;
  const samples = Math.min(dataSize || total, total - dataAt) >> 1;
  let blocks = Math.ceil(samples / BLOCK);
  const source = new MediaSource();

  /** The element was given something else. */
  const isOver = () => source.readyState === 'closed';

  /** The next block that the element needs, and how far before its place that is in seconds. */
  function next(): { n: number; lead: number } {
    const { currentTime, buffered } = audio;
    for (let i = 0; i < buffered.length; i++) {
      const [from, until] = [buffered.start(i), buffered.end(i)];
      if (from <= currentTime + 0.01 && currentTime <= until) {
        return { n: Math.round((until * rate) / BLOCK), lead: until - currentTime };
      }
    }
    return { n: Math.floor((currentTime * rate) / BLOCK), lead: 0 };
  }

  /** Waits for the samples; undefined when there are no more. */
  async function read(n: number): Promise<Uint8Array | undefined> {
    const size = Math.min(BLOCK, samples - n * BLOCK) * 2;
    const all = new Uint8Array(size);
    let got = 0;
    while (got < size) {
      const piece = await copy.read(dataAt + n * BLOCK * 2 + got);
      if (!piece) break;
      const fits = piece.subarray(0, size - got);
      all.set(fits, got);
      got += fits.length;
    }
    return got < 2 ? undefined : all.subarray(0, got - (got % 2));
  }

  async function feed(): Promise<void> {
    const buffer = source.addSourceBuffer(TYPE);
    source.duration = samples / rate;
    await append(buffer, mp4Head(BLOCK, rate));
    while (!isOver()) {
      const { n, lead } = next();
      if (n >= blocks && source.readyState === 'open') source.endOfStream();
      if (n >= blocks || lead > ahead) {
        await happens(['timeupdate', 'seeking']);
        continue;
      }
      // A jump goes elsewhere: what was waited for is not needed any more.
      const jump = new AbortController();
      const jumped = happens(['seeking'], jump.signal).then(() => 'jumped' as const);
      const bytes = await Promise.race([read(n), jumped]);
      jump.abort();
      if (bytes === 'jumped' || isOver()) continue;
      if (!bytes) blocks = n;
      else await give(buffer, mp4Fragment(flacFrame(bytes, n), n, n * BLOCK, bytes.length >> 1));
    }
  }

  /** The browser keeps so much and no more: what was heard goes. */
  async function give(buffer: SourceBuffer, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      await append(buffer, bytes);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
      const heard = audio.currentTime - behind;
      if (heard > 0) {
        const done = updated(buffer);
        buffer.remove(0, heard);
        await done;
      }
      await happens(['timeupdate', 'seeking']);
    }
  }

  /** Resolves at the next of these events of the element, or when it is given something else to play. */
  function happens(names: readonly string[], signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const over = new AbortController();
      const stop = () => {
        over.abort();
        resolve();
      };
      for (const name of names) audio.addEventListener(name, stop, { signal: over.signal });
      source.addEventListener('sourceclose', stop, { signal: over.signal });
      signal?.addEventListener('abort', stop, { signal: over.signal });
    });
  }

  source.addEventListener(
    'sourceopen',
    () => {
      feed().catch(() => {
        // What ended the copy is known to the player, which says so. Anything else ends the sound as an error of its own.
        if (source.readyState === 'open' && copy.state().error === undefined) source.endOfStream('decode');
      });
    },
    { once: true },
  );
  return URL.createObjectURL(source);
}

function updated(buffer: SourceBuffer): Promise<void> {
  return new Promise((resolve, reject) => {
    buffer.addEventListener('updateend', () => resolve(), { once: true });
    buffer.addEventListener('error', () => reject(new Error('The sound was not taken.')), { once: true });
  });
}

async function append(buffer: SourceBuffer, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const done = updated(buffer);
  // Listened to before: a refusal that is thrown leaves the promise behind, unheard.
  done.catch(() => undefined);
  buffer.appendBuffer(bytes);
  await done;
}
