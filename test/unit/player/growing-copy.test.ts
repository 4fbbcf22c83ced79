import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { AppError } from '../../../lib/errors';
import { createGrowingCopy } from '../../../lib/player/growing-copy';
import { answerRange } from '../../../lib/player/range-answer';
import { createCopyStore } from '../../../lib/store/copies';
import { openDatabase } from '../../../lib/store/database';
import { tidyCopies } from '../../../lib/store/tidy-copies';
import type { UcmFile } from '../../../lib/ucm/file';
import { wavOf } from './sound';

const minute = wavOf(60);
let nextDatabase = 0;

interface Line {
  bytes?: Uint8Array;
  /** bytes after which each attempt breaks off, one after the other; the last attempts go through */
  cuts?: number[];
  /** how it breaks off */
  failure?: AppError;
  /** the UCM says how long the file is */
  length?: boolean;
  /** called for each piece of 10,000 bytes: what it waits for comes later */
  gate?: (at: number) => Promise<void>;
}

/** A UCM that sends a file in pieces, and the browser that keeps it. */
async function office({ bytes = minute, cuts = [], failure, length = true, gate }: Line = {}) {
  nextDatabase += 1;
  const store = createCopyStore(await openDatabase(`copies ${nextDatabase}`));
  const world = { opened: 0, sent: 0 };
  async function open(): Promise<UcmFile> {
    world.opened += 1;
    const cut = cuts.shift() ?? Number.POSITIVE_INFINITY;
    let at = 0;
    return {
      length: length ? bytes.length : 0,
      cancel: () => undefined,
      async next() {
        await gate?.(at);
        if (at >= cut) throw failure ?? new AppError('ucm-unreachable', { reason: 'net::ERR_CONNECTION_RESET' });
        const piece = bytes.slice(at, at + 10_000);
        at += piece.length;
        world.sent += piece.length;
        return piece.length > 0 ? piece : undefined;
      },
    };
  }
  const copy = (id = 'call/0') =>
    createGrowingCopy(id, { store, open, onChange: () => undefined, now: () => 1, pauses: [0, 0, 0] });
  return { store, world, copy };
}

/** Byte for byte; said in one word, since a difference of a million numbers tells nobody anything. */
async function isSame(answer: Response, bytes: Uint8Array): Promise<boolean> {
  return Buffer.from(await answer.arrayBuffer()).equals(bytes);
}

it('is heard from any second, whole, with the length that the player needs', async () => {
  const copy = (await office()).copy();
  const whole = await answerRange(copy, 'bytes=0-');
  expect(whole.status).toBe(206);
  expect(whole.headers.get('content-range')).toBe(`bytes 0-${minute.length - 1}/${minute.length}`);
  expect(await isSame(whole, minute)).toBe(true);
  const late = await answerRange(copy, `bytes=${44 + 30 * 16_000}-`);
  expect(late.headers.get('content-length')).toBe(String(30 * 16_000));
  expect(await isSame(late, minute.subarray(44 + 30 * 16_000))).toBe(true);
  expect((await answerRange(copy, 'bytes=100-199')).headers.get('content-range')).toBe(
    `bytes 100-199/${minute.length}`,
  );
  expect((await answerRange(copy, `bytes=${minute.length}-`)).status).toBe(416);
});

it('a jump to what has not come yet waits for it, and gets the right bytes', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const copy = (await office({ gate: async (at) => (at >= 300_000 ? held : undefined) })).copy();
  const answer = await answerRange(copy, 'bytes=700000-700999');
  expect(copy.state().received).toBeLessThanOrEqual(300_000);
  release();
  expect(await isSame(answer, minute.subarray(700_000, 701_000))).toBe(true);
});

it('a UCM that does not say the length is believed by the head of the file', async () => {
  const copy = (await office({ length: false })).copy();
  expect(await copy.total()).toBe(minute.length);
});

it('a file of no stated length at all is played when it is there', async () => {
  const bytes = wavOf(5, { size: false });
  const copy = (await office({ bytes, length: false })).copy();
  expect(await copy.total()).toBe(bytes.length);
});

it('a line that breaks three times is taken up each time, and nothing stands twice', async () => {
  const { copy, world } = await office({ cuts: [100_000, 400_000, 700_000] });
  const mine = copy();
  await mine.whole();
  expect(world.opened).toBe(4);
  expect(await isSame(await answerRange(mine, null), minute)).toBe(true);
});

it('a UCM that starts again in the middle is waited for; one that refuses from the beginning is not', async () => {
  const refuses = new AppError('ucm-refused', { reason: 'net::ERR_CONNECTION_REFUSED' });
  const begun = (await office({ cuts: [100_000, 0], failure: refuses })).copy();
  await begun.whole();
  const never = await office({ cuts: [0, 0], failure: refuses });
  await expect(never.copy().whole()).rejects.toMatchObject({ code: 'ucm-refused' });
  expect(never.world.opened).toBe(1);
});

it('a line that brings nothing any more is given up, and said', async () => {
  const mine = (await office({ cuts: [50_000, 0, 0, 0, 0, 0] })).copy();
  await expect(mine.whole()).rejects.toMatchObject({ code: 'ucm-unreachable' });
  expect(mine.state().received).toBe(50_000);
});

it('a background that was stopped in the middle goes on from what it kept, and fetches a whole copy no more', async () => {
  let stopped: () => void = () => undefined;
  const never = new Promise<void>((_, reject) => {
    stopped = () => reject(new AppError('aborted'));
  });
  let held = true;
  const { copy, world } = await office({ gate: async (at) => (held && at >= 600_000 ? never : undefined) });
  const first = copy();
  await first.read(590_000);
  first.close();
  held = false;
  stopped();
  const second = copy();
  await second.whole();
  expect(await isSame(await answerRange(second, null), minute)).toBe(true);
  const { sent, opened } = world;
  const third = copy();
  await third.whole();
  expect(world).toEqual({ sent, opened });
  expect(await isSame(await answerRange(third, 'bytes=500-1499'), minute.subarray(500, 1500))).toBe(true);
});

it('a web page instead of a recording is said, and none of it kept', async () => {
  const { copy, store } = await office({ bytes: new TextEncoder().encode('<html>'.repeat(100)) });
  await expect(copy().whole()).rejects.toMatchObject({ code: 'recording-broken' });
  expect(await store.all()).toEqual([]);
});

it('a format that browsers cannot play is named, and can still be downloaded', async () => {
  const bytes = wavOf(1, { tag: 49 });
  const copy = (await office({ bytes })).copy();
  expect(await isSame(await answerRange(copy, null), bytes)).toBe(true);
  expect(copy.state().head?.unplayable).toBe('GSM 6.10 (WAV49)');
});

it('a file that begins like nothing known is fetched all the same, to be downloaded as it is', async () => {
  const bytes = new TextEncoder().encode('#!AMR'.repeat(3000));
  const copy = (await office({ bytes })).copy();
  expect(await isSame(await answerRange(copy, null), bytes)).toBe(true);
  expect(copy.state().head?.type).toBe('application/octet-stream');
});

it('a disk that is full while it plays stops nothing: what comes is in memory, each byte in its place, and that is said', async () => {
  const { store, copy } = await office();
  let written = 0;
  const { write } = store;
  store.write = async (record, chunk) => {
    written += chunk ? 1 : 0;
    if (written > 1) throw new AppError('store-full');
    await write(record, chunk);
  };
  const mine = copy();
  expect(mine.state().full).toBe(false);
  await mine.whole();
  expect(mine.state()).toMatchObject({ full: true, whole: true });
  expect(await isSame(await answerRange(mine, null), minute)).toBe(true);
  // what was kept before is no more than what is there: the next background goes on from it
  expect(await store.read('call/0')).toMatchObject({ received: 256 * 1024, whole: false });
});

it('a disk that breaks is no full one', async () => {
  const { store, copy } = await office();
  store.write = () => Promise.reject(new AppError('store-broken'));
  await expect(copy().whole()).rejects.toMatchObject({ code: 'store-broken' });
});

it('the wrapper of a UCM archive is taken off', async () => {
  const wrapped = new Uint8Array([...new TextEncoder().encode('GSFF............'), ...wavOf(2)]);
  const copy = (await office({ bytes: wrapped })).copy();
  expect(await isSame(await answerRange(copy, null), wavOf(2))).toBe(true);
});

it('the waveform grows with the bytes, and is louder where the sound is', async () => {
  const copy = (await office()).copy();
  await copy.whole();
  const { peaks } = copy.state();
  expect(peaks).toHaveLength(600);
  // the samples rise to their loudest after about four seconds: 41 of 600
  expect(peaks[2]).toBeLessThan(60);
  expect(peaks[40]).toBeGreaterThan(240);
});

it('copies go: the ones too old first, then the ones heard longest ago, never the one that plays', async () => {
  const { store } = await office();
  const day = 86_400_000;
  for (const [id, days, received] of [
    ['old', 9, 1],
    ['yesterday', 1, 6e6],
    ['today', 0.1, 6e6],
    ['playing', 20, 6e6],
  ] as const) {
    await store.write({ id, received, total: received, whole: true, peaks: [], usedAt: 100 * day - days * day });
  }
  await tidyCopies(store, { keepDays: 7, keepMegabytes: 10, but: 'playing', now: 100 * day });
  expect((await store.all()).map(({ id }) => id).sort()).toEqual(['playing', 'today']);
});
