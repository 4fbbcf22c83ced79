import { type ErrorShape, shapeOf } from '../errors';
import type { Stage, StageState } from '../hands/stage';
import { describe, type Known, statusOf } from './describe';
import { type Found, idOf, type Kept, type Manner } from './found';
import type { GrowingCopy } from './growing-copy';
import type { PlayCommand, Playing, RecordingRef } from './playing';

export interface PlayerDeps {
  stage: Stage;
  copyOf(found: Found): GrowingCopy;
  /** what the element plays it from */
  sourceOf(copy: GrowingCopy): Promise<string>;
  /** copies other than this one are no longer needed, unless they are to be kept */
  tidy(but: string): Promise<void>;
  memory: { read(): Promise<Kept | undefined>; write(kept: Kept): Promise<void> };
  manner: { read(): Promise<Manner>; write(manner: Manner): Promise<void> };
  keepAwake(): () => void;
  /** what plays has changed; `status`: more than its bytes */
  onChange(what: 'status' | 'bytes'): void;
  /** UTC epoch ms */
  now(): number;
}

/** What plays, and whose it is. */
export type PlayingOf = Playing & { owner: string };

export interface Player {
  /** Throws AppError. `find` is asked where the command names a recording. */
  command(command: PlayCommand, find: (recording: RecordingRef) => Promise<Found>): Promise<PlayingOf | undefined>;
  playing(): Promise<PlayingOf | undefined>;
  /** whether something plays that one may want to stop, as far as this life of the background knows */
  sounds(): boolean;
  /** the copy that the element asks for, also after the background was stopped in the middle */
  copy(id: string): Promise<GrowingCopy | undefined>;
}

/** s after a call's end within which a missing file is a file that is not ready */
const fresh = 15 * 60;
/** s until a file that is not ready is asked for again */
const retries = [10, 60];

/** One sound at a time in the whole browser, whoever asks. */
export function createPlayer(deps: PlayerDeps): Player {
  const { stage } = deps;
  let found: Found | undefined;
  let copy: GrowingCopy | undefined;
  let sounding: StageState | undefined;
  let positions: Record<string, number> = {};
  let manner: Manner | undefined;
  let refused: ErrorShape | undefined;
  /** pressed while there is nothing to press yet: in Firefox the first bytes are waited for */
  let wish = { paused: false, from: 0 };
  let retryAt = 0;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sleep: (() => void) | undefined;
  let shown = '';

  stage.onChange(hear);

  function hear(state: StageState | undefined): void {
    if (state && found && state.id !== idOf(found.recording)) return;
    sounding = state;
    if (state) remember(state.id, state.doing === 'ended' ? 0 : state.position);
    tell();
  }

  function tell(): void {
    const all = known();
    const status = all && statusOf(all);
    const busy = status === 'playing' || status === 'loading' || status === 'waiting' || status === 'not-ready';
    if (busy) sleep ??= deps.keepAwake();
    else {
      sleep?.();
      sleep = undefined;
    }
    const now = JSON.stringify([status, sounding?.position, sounding?.duration, found?.recording, manner, retryAt]);
    deps.onChange(now === shown ? 'bytes' : 'status');
    shown = now;
  }

  function known(): Known | undefined {
    return found && { found, copy: copy?.state(), sounding, refused, retryAt, wish };
  }

  function remember(id: string, position: number): void {
    delete positions[id];
    positions[id] = position;
    positions = Object.fromEntries(Object.entries(positions).slice(-50));
    if (found) void keep();
  }

  function keep(): Promise<void> {
    return deps.memory.write({ ...(found ? { found } : {}), positions });
  }

  async function load(wanted: Found, from: number): Promise<void> {
    stopWaiting();
    copy?.close();
    copy = undefined;
    found = wanted;
    refused = undefined;
    const before = sounding;
    sounding = undefined;
    wish = { paused: false, from };
    const id = idOf(wanted.recording);
    // One sound at a time, also while the next one is still on its way.
    if (before && before.id !== id) await stage.tell({ do: 'pause' });
    await keep();
    await deps.tidy(id);
    // Another was pressed meanwhile, or stop: the last press counts.
    if (found !== wanted) return;
    const mine = deps.copyOf(wanted);
    copy = mine;
    tell();
    void mine.whole().catch((error: unknown) => fail(mine, error));
    try {
      const src = await deps.sourceOf(mine);
      if (copy !== mine) return;
      const sound = { id, src, ...(await ways()), ...wish };
      hear(await stage.tell({ do: 'load', sound }));
    } catch (error) {
      fail(mine, error);
    }
  }

  /** Missing a moment after the call: the UCM is still writing it. */
  function fail(mine: GrowingCopy, error: unknown): void {
    if (copy !== mine || !found) return;
    const shape = shapeOf(error);
    if (shape.code === 'aborted') return;
    const young = deps.now() / 1000 - found.endedAt < fresh;
    const pause = retries[tries];
    if (shape.code !== 'recording-gone' || !young) refused = shape;
    else if (pause === undefined) refused = { code: 'recording-not-ready', detail: {} };
    else {
      tries += 1;
      retryAt = Math.round(deps.now() / 1000) + pause;
      const wanted = found;
      timer = setTimeout(() => void load(wanted, 0).catch(refuse), pause * 1000);
    }
    tell();
  }

  function refuse(error: unknown): void {
    refused = shapeOf(error);
    tell();
  }

  function stopWaiting(): void {
    clearTimeout(timer);
    retryAt = 0;
  }

  async function ways(): Promise<Manner> {
    manner ??= await deps.manner.read();
    return manner;
  }

  async function change(part: Partial<Manner>): Promise<void> {
    manner = { ...(await ways()), ...part };
    await deps.manner.write(manner);
  }

  /** After the background was stopped: the sound may have gone on. */
  async function recall(): Promise<void> {
    if (found) return;
    const kept = await deps.memory.read();
    if (!kept || found) return;
    positions = { ...kept.positions, ...positions };
    if (!kept.found) return;
    const state = await stage.tell({ do: 'look' });
    if (state?.id !== idOf(kept.found.recording) || found) return;
    found = kept.found;
    sounding = state;
    copy = deps.copyOf(found);
    manner = await deps.manner.read();
    tell();
  }

  async function playing(): Promise<PlayingOf | undefined> {
    await recall();
    const manner = await ways();
    const all = known();
    return all && describe(all, manner, deps.now());
  }

  return {
    async command(command, find) {
      await recall();
      if (command.do === 'play') {
        const wanted = await find(command.recording);
        const id = idOf(wanted.recording);
        const same = found && idOf(found.recording) === id;
        if (!same) tries = 0;
        const { from = same && sounding?.doing === 'ended' ? 0 : (positions[id] ?? 0) } = command;
        if (same && sounding && sounding.doing !== 'failed' && !refused) {
          await stage.tell({ do: 'seek', to: from });
          hear(await stage.tell({ do: 'resume' }));
        } else await load(wanted, from);
      } else if (command.do === 'stop') {
        stopWaiting();
        copy?.close();
        await stage.tell({ do: 'stop' });
        found = undefined;
        copy = undefined;
        sounding = undefined;
        await keep();
        tell();
      } else {
        if (command.do === 'speed') await change({ speed: command.speed });
        if (command.do === 'volume') await change({ volume: command.volume, muted: command.muted });
        if (command.do === 'pause' || command.do === 'resume') wish.paused = command.do === 'pause';
        if (command.do === 'seek') wish.from = command.to;
        hear(await stage.tell(command));
      }
      return playing();
    },
    playing,
    sounds() {
      const all = known();
      return all !== undefined && !['ended', 'failed'].includes(statusOf(all));
    },
    async copy(id) {
      await recall();
      return copy?.id === id ? copy : undefined;
    },
  };
}
