import type { Agenda } from '../../lib/notes/agenda';
import { withdraw } from '../../lib/notes/log-call';
import type { StateStore } from '../../lib/store/state';

/** Events that this browser made for calls without a note, until it is sure that each was the first of its call. */
export interface MadeEvents {
  add(event: number, keys: readonly string[]): Promise<void>;
  /** at a later synchronisation: whoever else was first stands by now. Throws AppError, and keeps what it did not come to. */
  settle(signal?: AbortSignal): Promise<void>;
}

interface Made {
  event: number;
  keys: string[];
}

const NAME = 'made-events';

export function createMadeEvents(state: Pick<StateStore, 'read' | 'write'>, agenda: Agenda): MadeEvents {
  let queue: Promise<unknown> = Promise.resolve();

  const read = async () => ((await state.read(NAME)) as Made[] | undefined) ?? []; // written below alone

  /** One change after the other: a press of a person comes between those of a run. */
  function change(next: (now: Made[]) => Made[]): Promise<void> {
    const done = queue.then(async () => state.write(NAME, next(await read())));
    queue = done.catch(() => undefined);
    return done;
  }

  return {
    add: (event, keys) => change((now) => [...now, { event, keys: [...keys] }]),
    async settle(signal) {
      for (const { event, keys } of await read()) {
        await withdraw(agenda, { keys }, event, signal);
        await change((now) => now.filter((one) => one.event !== event));
      }
    },
  };
}
