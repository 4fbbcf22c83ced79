import { json } from '../answer';
import type { Fault } from '../faults';
import type { CdrAnswer } from './cdrapi';
import type { CdrWish } from './table';

/** What a real UCM answered, as the extension's diagnostics save it, disguised. */
export interface Sample {
  readonly answers: readonly unknown[];
}

/** Answers cdrapi with the entries of a sample as they were told, those with a row in the window that is asked for. */
export function createReplay({ answers }: Sample) {
  return (wish: CdrWish, _now: number, fault: Fault | undefined): CdrAnswer => {
    const fits = (entry: unknown) => startsOf(entry).some((start) => isWithin(start, wish));
    const all = answers.flatMap(entriesOf).filter(fits);
    const asked = all.slice(wish.offset, wish.offset + wish.numRecords);
    const page = fault?.kind === 'short' ? asked.slice(0, Math.ceil(asked.length / 2)) : asked;
    return { answer: json(enveloped(answers[0], page)), rows: page.length };
  };
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

function partsOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** The list of rows, wherever it lies in the answer: there is one. */
function entriesOf(answer: unknown): unknown[] {
  for (const [, part] of partsOf(answer)) {
    if (isList(part)) return part;
    const below = entriesOf(part);
    if (below.length > 0) return below;
  }
  return [];
}

function enveloped(answer: unknown, entries: readonly unknown[]): unknown {
  return Object.fromEntries(
    partsOf(answer).map(([name, part]) => [
      name,
      isList(part) ? entries : typeof part === 'object' && part !== null ? enveloped(part, entries) : part,
    ]),
  );
}

function startsOf(entry: unknown): string[] {
  return partsOf(entry).flatMap(([name, part]) =>
    name === 'start' && typeof part === 'string' ? [part.replace(' ', 'T')] : startsOf(part),
  );
}

function isWithin(start: string, { startTime, endTime }: CdrWish): boolean {
  return start !== '' && (startTime === '' || start >= startTime) && (endTime === '' || start <= endTime);
}
