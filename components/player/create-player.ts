import { type ReadonlySignal, signal } from '@preact/signals';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { PlayCommand, Playing, RecordingRef } from '../../lib/player/playing';
import { isGoing, isSame, positionAt } from './position';

/** What the player needs of its page; the promises reject with AppError. */
export interface PlayerShell {
  send(command: PlayCommand): Promise<Playing | undefined>;
  read(): Promise<Playing | undefined>;
  download(recording: RecordingRef): Promise<unknown>;
  /** puts it beside the call's event in Dolibarr; left out where that cannot be done */
  attach?(recording: RecordingRef): Promise<'attached' | 'there'>;
  /** file names of recordings that the call's rows do not name; undefined where that cannot be asked */
  find(call: string): Promise<readonly string[] | undefined>;
  /** Calls back at each change; undefined when nothing plays any more. Returns the end of it. */
  onPlaying(heard: (playing: Playing | undefined) => void): () => void;
  /** UTC epoch ms */
  now(): number;
}

/** What became of putting a recording into Dolibarr. */
export type Attaching = 'working' | 'attached' | 'there';

export type Player = ReturnType<typeof createPlayer>;

/** s before the end from which a recording counts as heard, and begins anew */
const nearEnd = 1;

/** What plays and what can be done about it, without a view. `dispose` ends it, not the sound. */
export function createPlayer(shell: PlayerShell) {
  const playing = signal<Playing | undefined>(undefined);
  const error = signal<ErrorShape | undefined>(undefined);
  const asked = signal<RecordingRef | undefined>(undefined);
  /** recordings of the calls on screen */
  const counts = signal<ReadonlyMap<string, number>>(new Map());
  const attaching = signal<ReadonlyMap<string, Attaching>>(new Map());
  /** where each recording was left, and how long it is: seconds, by call and number */
  const left = new Map<string, { position: number; duration: number }>();
  let reports = 0;
  let commands = 0;
  /** of the sound, while the answer is on its way: what is told meanwhile may be from before the press */
  let wished: Pick<Playing, 'volume' | 'muted'> | undefined;
  /** what failed last, to be done once more */
  let again: () => void = () => undefined;

  const take = (next: Playing | undefined): void => {
    reports++;
    const before = playing.peek();
    // left for another, or stopped: it stands where it had run to, not where it was last reported
    if (before && !(next && isSame(next.recording, before.recording))) remember(before, shell.now());
    if (next) remember(next, next.at);
    playing.value = next && wished ? { ...next, ...wished } : next;
    asked.value = undefined;
  };
  const remember = (one: Playing, now: number): void => {
    const ended = one.status === 'ended' || (one.duration > 0 && positionAt(one, now) > one.duration - nearEnd);
    left.set(keyOf(one.recording), { position: ended ? 0 : positionAt(one, now), duration: one.duration });
  };
  const send = async (command: PlayCommand): Promise<void> => {
    error.value = undefined;
    commands++;
    const before = reports;
    try {
      const answer = await shell.send(command);
      // a change that was told meanwhile is newer than this answer
      if (before === reports) take(answer);
    } catch (failure) {
      again = () => void send(command);
      error.value = shapeOf(failure);
    }
    asked.value = undefined;
  };
  const position = (): number => {
    const now = playing.peek();
    return now ? positionAt(now, shell.now()) : 0;
  };
  const play = (recording: RecordingRef): Promise<void> => {
    asked.value = recording;
    const from = left.get(keyOf(recording))?.position ?? 0;
    return send(from > 0 ? { do: 'play', recording, from } : { do: 'play', recording });
  };
  const seek = (to: number): void => {
    const now = playing.peek();
    if (!now) return;
    const end = now.duration > 0 ? now.duration : Number.MAX_SAFE_INTEGER;
    const target = Math.min(Math.max(0, to), end);
    playing.value = { ...now, position: target, at: shell.now() };
    void send({ do: 'seek', to: target });
  };

  const toggle = (): void => {
    const now = playing.peek();
    if (!now) return;
    if (now.status === 'failed' || now.status === 'ended') void play(now.recording);
    else void send({ do: isGoing(now) ? 'pause' : 'resume' });
  };
  const download = async (recording: RecordingRef): Promise<void> => {
    error.value = undefined;
    try {
      await shell.download(recording);
    } catch (failure) {
      again = () => void download(recording);
      error.value = shapeOf(failure);
    }
  };

  const attach = async (recording: RecordingRef): Promise<void> => {
    const key = keyOf(recording);
    if (!shell.attach || attaching.peek().get(key) === 'working') return;
    error.value = undefined;
    const put = (state?: Attaching): void => {
      const next = new Map(attaching.peek());
      if (state) next.set(key, state);
      else next.delete(key);
      attaching.value = next;
    };
    put('working');
    try {
      put(await shell.attach(recording));
    } catch (failure) {
      put();
      again = () => void attach(recording);
      error.value = shapeOf(failure);
    }
  };

  const end = shell.onPlaying(take);
  const first = reports;
  shell.read().then(
    (now) => {
      // older than what was pressed or told meanwhile
      if (first === reports && commands === 0) take(now);
    },
    () => undefined, // nobody pressed anything yet: a page that cannot know shows nothing
  );

  return {
    playing: playing as ReadonlySignal<Playing | undefined>, // only this store writes it
    error: error as ReadonlySignal<ErrorShape | undefined>, // only this store writes it
    /** pressed, and not answered yet */
    asked: asked as ReadonlySignal<RecordingRef | undefined>, // only this store writes it
    now: shell.now,
    play,
    /** from there, whatever plays and wherever it was left; seconds */
    playFrom(recording: RecordingRef, from: number): void {
      asked.value = recording;
      void send({ do: 'play', recording, from });
    },
    /** how many recordings of a call are on screen, and so can be started; 0 while none is known */
    countOf: (call: string): number => counts.value.get(call) ?? 0,
    shows(call: string, count: number): void {
      if (counts.peek().get(call) !== count) counts.value = new Map([...counts.peek(), [call, count]]);
    },
    position,
    seek,
    /** seconds, 0 = not known */
    durationOf: (recording: RecordingRef): number => left.get(keyOf(recording))?.duration ?? 0,
    toggle,
    stop: (): void => void send({ do: 'stop' }),
    speed: (speed: number): void => void send({ do: 'speed', speed }),
    volume(volume: number, muted: boolean): void {
      const now = playing.peek();
      const sound = { volume, muted };
      // pressed twice before an answer came, it is as it was
      if (now) playing.value = { ...now, ...sound };
      wished = sound;
      void send({ do: 'volume', ...sound }).then(() => {
        if (wished === sound) wished = undefined;
      });
    },
    download,
    /** undefined where nothing can be attached */
    attach: shell.attach && ((recording: RecordingRef): void => void attach(recording)),
    attachingOf: (recording: RecordingRef): Attaching | undefined => attaching.value.get(keyOf(recording)),
    find: shell.find,
    /** What the button beside an error does. */
    retry(): void {
      if (error.peek()) again();
      else toggle();
    },
    dispose: end,
  };
}

const keyOf = ({ call, n }: RecordingRef): string => `${call} ${n}`;
