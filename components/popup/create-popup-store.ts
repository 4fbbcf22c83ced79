import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { Answered, Ask, RecentLine } from '../../lib/questions/questions';
import type { PlayerShell } from '../player/create-player';

/** What the popup needs of the browser. */
export interface PopupShell {
  ask: Ask;
  /** what plays, and the buttons for it */
  playing: PlayerShell;
  /** the browser's languages, best first */
  languages: readonly string[];
  openOptions(): void;
  /** Settings or calls changed. Returns the end of it. */
  onChanged(heard: () => void): () => void;
  /** UTC epoch seconds */
  now(): number;
}

export type PopupStore = ReturnType<typeof createPopupStore>;

/** Calls shown: what fits without much scrolling. */
const shown = 8;

/** What the popup knows and can ask for, without a view. `dispose` ends it. */
export function createPopupStore({ ask, onChanged }: PopupShell) {
  const state = signal<Answered<'own.state'> | undefined>(undefined);
  const lines = signal<RecentLine[]>([]);
  const missed = signal(0);
  const error = signal<ErrorShape | undefined>(undefined);
  const starting = signal(false);

  const tried = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      error.value = undefined;
    } catch (failure) {
      error.value = shapeOf(failure);
    }
  };

  const readState = async (): Promise<void> => {
    state.value = await ask('own.state', undefined);
  };

  const read = (): Promise<void> =>
    tried(async () => {
      const [now, recent] = await Promise.all([ask('own.state', undefined), ask('own.recent', { limit: shown })]);
      batch(() => {
        state.value = now;
        lines.value = recent.lines;
        missed.value = recent.missed;
      });
    });

  const end = onChanged(() => void read());
  void read();

  return {
    state: state as ReadonlySignal<Answered<'own.state'> | undefined>, // only this store writes it
    missed: missed as ReadonlySignal<number>, // only this store writes it
    lines: lines as ReadonlySignal<RecentLine[]>, // only this store writes it
    error: error as ReadonlySignal<ErrorShape | undefined>, // only this store writes it
    running: computed(() => starting.value || state.value?.phase === 'running'),
    read,
    readState: (): Promise<void> => tried(readState),
    async sync(): Promise<void> {
      if (starting.peek()) return;
      starting.value = true;
      await tried(async () => {
        await ask('own.sync', undefined);
        await readState();
      });
      starting.value = false;
    },
    stop: (): Promise<void> =>
      tried(async () => {
        await ask('own.stop', undefined);
        await readState();
      }),
    dispose: end,
  };
}
