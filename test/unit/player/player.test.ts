import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../lib/errors';
import type { StageCommand, StageState } from '../../../lib/hands/stage';
import { type Found, idOf, type Kept, type Manner } from '../../../lib/player/found';
import type { CopyState, GrowingCopy } from '../../../lib/player/growing-copy';
import { createPlayer } from '../../../lib/player/player';
import { readSoundHead } from '../../../lib/player/wav';
import { wavOf } from './sound';

const noon = Date.UTC(2026, 10, 23, 11);
beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(noon);
});
afterEach(() => {
  vi.useRealTimers();
});

interface World {
  /** what the player wrote */
  kept?: Kept;
  manner: Manner;
  /** what the element does */
  sound?: StageState | undefined;
  loaded: string[];
  /** copies that were asked for, and of them those that are fetched no more */
  copies: string[];
  closed: string[];
  /** what the UCM answers in place of a file */
  failure?: AppError | undefined;
  head: ReturnType<typeof wavOf>;
  /** what tidying up waits for */
  tidied: Promise<void>;
  /** the first bytes, which a background page waits for */
  begun: Promise<void>;
}

/** A browser: what is kept outlives its background, and so does the sound. */
function browser() {
  const world: World = {
    manner: { speed: 1, volume: 1, muted: false },
    loaded: [],
    copies: [],
    closed: [],
    head: wavOf(1),
    tidied: Promise.resolve(),
    begun: Promise.resolve(),
  };
  let heard: (state: StageState | undefined) => void = () => undefined;

  function obey(command: StageCommand): StageState | undefined {
    const at = Date.now();
    if (command.do === 'load') {
      world.loaded.push(command.sound.id);
      world.sound = {
        id: command.sound.id,
        doing: command.sound.paused ? 'paused' : 'playing',
        position: command.sound.from,
        duration: 192,
        at,
      };
    } else if (command.do === 'stop') world.sound = undefined;
    else if (world.sound && command.do === 'seek') world.sound = { ...world.sound, position: command.to, at };
    else if (world.sound && command.do === 'pause') world.sound = { ...world.sound, doing: 'paused', at };
    else if (world.sound && command.do === 'resume') world.sound = { ...world.sound, doing: 'playing', at };
    return world.sound;
  }

  function copyOf(found: Found): GrowingCopy {
    const id = idOf(found.recording);
    world.copies.push(id);
    const { failure } = world;
    const state: CopyState = {
      received: 9,
      total: 90,
      whole: false,
      full: false,
      head: readSoundHead(world.head),
      peaks: [],
    };
    return {
      id,
      state: () => (failure ? { ...state, head: undefined, error: { code: failure.code, detail: {} } } : state),
      total: async () => 90,
      read: async () => undefined,
      whole: () => (failure ? Promise.reject(failure) : new Promise(() => undefined)),
      close: () => void world.closed.push(id),
    };
  }

  const start = () => {
    const player = createPlayer({
      stage: {
        tell: async (command) => obey(command),
        onChange: (listener) => {
          heard = listener;
        },
      },
      copyOf,
      sourceOf: (copy) => world.begun.then(() => `/recordings/${copy.id}`),
      tidy: () => world.tidied,
      memory: {
        read: async () => structuredClone(world.kept),
        write: async (kept) => {
          world.kept = structuredClone(kept);
        },
      },
      manner: { read: async () => world.manner, write: async (manner) => void Object.assign(world.manner, manner) },
      keepAwake: () => () => undefined,
      onChange: () => undefined,
      now: Date.now,
    });
    const press = (call: string) =>
      player.command({ do: 'play', recording: { call, n: 0 } }, async (recording) => foundOf(recording.call));
    return {
      player,
      press,
      run: (part: Partial<StageState>) => {
        if (!world.sound) throw new Error('nothing sounds');
        world.sound = { ...world.sound, ...part };
        heard(world.sound);
      },
    };
  };
  return { world, start };
}

function foundOf(call: string, endedAt = noon / 1000 - 86_400): Found {
  const party = { label: 'Garage Lefèvre', card: '', owner: 'thirdparty:1', number: '0639981234' };
  return {
    recording: { call, n: 0 },
    name: `${call}.wav`,
    queue: false,
    of: 1,
    startedAt: endedAt - 60,
    endedAt,
    ...party,
  };
}

describe('what is pressed before the first bytes have come', () => {
  /** A recording begun whose bytes are waited for. */
  function waiting() {
    const { world, start } = browser();
    let begin: () => void = () => undefined;
    world.begun = new Promise((resolve) => {
      begin = resolve;
    });
    const { player, press } = start();
    const find = async () => foundOf('a');
    return { world, player, begin, press, find };
  }

  it('holds when they are there: paused, at the place that was chosen', async () => {
    const { player, begin, press, find } = waiting();
    const pressed = press('a');
    await expect.poll(async () => (await player.playing())?.status).toBe('loading');
    expect((await player.command({ do: 'pause' }, find))?.status).toBe('paused');
    await player.command({ do: 'seek', to: 30 }, find);
    begin();
    expect(await pressed).toMatchObject({ status: 'paused', position: 30 });
    expect(await player.command({ do: 'resume' }, find)).toMatchObject({ status: 'playing', position: 30 });
  });

  it('and what was heard before is silent meanwhile', async () => {
    const { world, begin, press } = waiting();
    begin();
    await press('a');
    world.begun = new Promise(() => undefined);
    void press('b');
    await expect.poll(() => world.sound?.doing).toBe('paused');
  });
});

describe('one sound at a time', () => {
  it('the last of two that were pressed at once plays, and only it is fetched on', async () => {
    const { world, start } = browser();
    const { press, player } = start();
    let tidied: () => void = () => undefined;
    world.tidied = new Promise((resolve) => {
      tidied = resolve;
    });
    const both = [press('first'), press('second')];
    tidied();
    await Promise.all(both);
    expect(world.copies.filter((id) => !world.closed.includes(id))).toEqual(['second/0']);
    expect(world.loaded.at(-1)).toBe('second/0');
    expect((await player.playing())?.recording.call).toBe('second');
  });

  it('another one closes the first’s copy', async () => {
    const { world, start } = browser();
    const { press } = start();
    await press('first');
    await press('second');
    expect(world.closed).toEqual(['first/0']);
  });
});

describe('the place where it was left', () => {
  it('is kept when it is stopped, another is heard and the background ends', async () => {
    const { start } = browser();
    const first = start();
    await first.press('long');
    first.run({ position: 77 });
    await first.player.command({ do: 'stop' }, () => Promise.reject(new Error('no recording is named')));
    const second = start();
    expect(await second.player.playing()).toBeUndefined();
    await second.press('other');
    expect(await second.press('long')).toMatchObject({ position: 77, status: 'playing' });
  });

  it('is the beginning again after it was heard to its end', async () => {
    const { start } = browser();
    const { press, run } = start();
    await press('long');
    run({ position: 192, doing: 'ended' });
    expect(await press('long')).toMatchObject({ position: 0 });
  });
});

it('a background that starts again knows what sounds', async () => {
  const { world, start } = browser();
  await start().press('long');
  const { player } = start();
  expect(await player.playing()).toMatchObject({ label: 'Garage Lefèvre', status: 'playing' });
  expect((await player.copy('long/0'))?.id).toBe('long/0');
  expect(world.loaded).toEqual(['long/0']);
});

describe('a file that is not there', () => {
  const press = (player: ReturnType<ReturnType<typeof browser>['start']>['player'], endedAt: number) =>
    player.command({ do: 'play', recording: { call: 'new', n: 0 } }, async () => foundOf('new', endedAt));

  it('is tried again after 10 s and after a minute when the call has just ended, then it is said', async () => {
    const { world, start } = browser();
    const { player } = start();
    world.failure = new AppError('recording-gone');
    await press(player, noon / 1000 - 30);
    await vi.advanceTimersByTimeAsync(0);
    expect(await player.playing()).toMatchObject({ status: 'not-ready', retryAt: noon / 1000 + 10 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await player.playing()).toMatchObject({ status: 'not-ready', retryAt: noon / 1000 + 70 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await player.playing()).toMatchObject({ status: 'failed', error: { code: 'recording-not-ready' } });
  });

  it('plays as soon as it is there', async () => {
    const { world, start } = browser();
    const { player } = start();
    world.failure = new AppError('recording-gone');
    await press(player, noon / 1000 - 30);
    await vi.advanceTimersByTimeAsync(0);
    world.failure = undefined;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await player.playing()).toMatchObject({ status: 'playing' });
  });

  it('is gone when the call is an old one', async () => {
    const { world, start } = browser();
    const { player } = start();
    world.failure = new AppError('recording-gone');
    await press(player, noon / 1000 - 3600);
    await vi.advanceTimersByTimeAsync(0);
    expect(await player.playing()).toMatchObject({ status: 'failed', error: { code: 'recording-gone' } });
  });
});

it('a format that browsers cannot play is named', async () => {
  const { world, start } = browser();
  world.head = wavOf(1, { tag: 49 });
  const { press } = start();
  const error = { code: 'recording-format', detail: { subject: 'GSM 6.10 (WAV49)' } };
  expect(await press('old')).toMatchObject({ status: 'failed', error });
});
