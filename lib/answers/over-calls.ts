import { hitAt, kindOf } from './all-calls';
import type { Known } from './journal';
import { keyOf } from './journal-lines';

/** A call that got nobody, after which people talked all the same. */
export interface OverCall {
  key: string;
  /** UTC epoch seconds */
  start: number;
  /** as the UCM wrote it */
  number: string;
  /** UTC epoch seconds at which the first call began that got through */
  at: number;
}

/** Of the calls that began at these seconds (UTC epoch) and got nobody, those that nobody has to call back for any more. */
export function overCalls({ calls, memory }: Pick<Known, 'calls' | 'memory'>, starts: ReadonlySet<number>): OverCall[] {
  const earliest = Math.min(...starts);
  const alike = memory.numbers.alike();
  const throughAt = new Map<number, number>();
  const over: OverCall[] = [];
  let place = calls.count;
  for (let s = calls.segments.length - 1; s >= 0; s--) {
    const columns = calls.segments[s];
    if (!columns) continue;
    for (let row = columns.count - 1; row >= 0; row--) {
      place--;
      const start = columns.start[row] ?? 0;
      if (start < earliest) return over;
      const kind = kindOf(columns, row);
      const number = alike[columns.number[row] ?? 0] ?? 0;
      if (kind === 0 || number === 0) continue;
      if (kind === 2) throughAt.set(number, start);
      const at = kind === 1 && starts.has(start) ? throughAt.get(number) : undefined;
      if (at === undefined) continue;
      over.push({ key: keyOf(hitAt(calls, place)), start, number: memory.numbers.text(columns.number[row] ?? 0), at });
    }
  }
  return over;
}
