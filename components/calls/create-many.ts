import { signal } from '@preact/signals';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { Ask } from '../../lib/questions/questions';
import type { Handled, UnknownLine } from '../../lib/questions/unknown-numbers';

/** What is done with many numbers, one after the other. */
export type ManyWork = 'create' | 'ignore' | 'block' | 'undo' | 'unblock';

export interface ManyProgress {
  what: ManyWork;
  done: number;
  all: number;
}

export interface ManyResult {
  what: ManyWork;
  /** numbers dealt with; of `create`: thirdparties made by this browser */
  done: UnknownLine[];
  /** somebody has the number by now */
  there: number;
  /** Dolibarr kept what was to be undone */
  kept: number;
  failed: { line: UnknownLine; error: ErrorShape }[];
}

export type Many = ReturnType<typeof createMany>;

/** Goes through numbers that were chosen: what fails for one is kept beside it and stops none of the others. */
export function createMany(ask: Ask) {
  const progress = signal<ManyProgress | undefined>(undefined);
  const result = signal<ManyResult | undefined>(undefined);
  let stopped = false;

  async function one(what: ManyWork, { digits, name, number }: UnknownLine): Promise<Handled | boolean | undefined> {
    if (what === 'create') return ask('own.unknownCreate', { digits, name: name || number, many: true });
    if (what === 'undo') return ask('own.unknownUndo', { digits });
    if (what === 'unblock') return ask('own.unknownBlock', { digits, undo: true });
    return ask(what === 'block' ? 'own.unknownBlock' : 'own.unknownIgnore', { digits });
  }

  return {
    progress,
    result,
    stop: () => {
      stopped = true;
    },
    forget: () => {
      result.value = undefined;
    },
    async run(what: ManyWork, lines: readonly UnknownLine[]): Promise<void> {
      if (progress.peek()) return;
      stopped = false;
      result.value = undefined;
      const came: ManyResult = { what, done: [], there: 0, kept: 0, failed: [] };
      // who was blocked before stays so when this is taken back
      const some = what === 'block' ? lines.filter(({ blocked }) => !blocked) : lines;
      for (const [done, line] of some.entries()) {
        if (stopped) break;
        progress.value = { what, done, all: some.length };
        try {
          const answer = await one(what, line);
          if (answer === false) came.kept++;
          else if (typeof answer === 'object' && !(answer.what === 'created' && answer.own)) came.there++;
          else came.done.push(line);
        } catch (error) {
          came.failed.push({ line, error: shapeOf(error) });
        }
      }
      // some seconds later a slower browser's is seen; who does not wait has it looked at by the next synchronisation
      if (what === 'create' && came.done.length > 0) await ask('own.unknownLook', undefined).catch(() => undefined);
      progress.value = undefined;
      result.value = came;
    },
  };
}
