import { type Answer, json } from '../answer';
import type { Fault } from '../faults';
import { entriesOf, type Shape } from './grouping';
import type { UcmOptions } from './options';
import type { CdrWish, Table } from './table';

/** The answer and how many legs are in it. */
export interface CdrAnswer {
  readonly answer: Answer;
  readonly rows: number;
}

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value));

/** Reads the request's parameters; numbers and digits as text both work (section 3.1). */
export function readWish(request: Readonly<Record<string, unknown>>): CdrWish {
  const asked = text(request['numRecords']);
  return {
    numRecords: Math.min(1000, asked === '' ? 1000 : Math.max(0, Number(asked) || 0)),
    offset: Math.max(0, Number(text(request['offset'])) || 0),
    startTime: text(request['startTime']),
    endTime: text(request['endTime']),
    timeFilterType: text(request['timeFilterType']),
    caller: text(request['caller']),
    callee: text(request['callee']),
    minDur: text(request['minDur']),
    maxDur: text(request['maxDur']),
  };
}

/** Answers cdrapi; keeps the last answer, for the fault that sends it again. */
export function createCdrapi(table: Table, shape: Shape, container: NonNullable<UcmOptions['container']>) {
  let last: CdrAnswer | undefined;
  return (wish: CdrWish, now: number, fault: Fault | undefined): CdrAnswer => {
    if (fault?.kind === 'repeat' && last) return last;
    const full = table.page(wish, now);
    const page = fault?.kind === 'short' ? full.slice(0, Math.ceil(full.length / 2)) : full;
    const entries = entriesOf(page, shape);
    last = { answer: json(wrapped(entries, container)), rows: page.length };
    return last;
  };
}

function wrapped(entries: readonly unknown[], container: NonNullable<UcmOptions['container']>): unknown {
  switch (container) {
    case 'bare':
      return { cdr_root: entries };
    case 'status':
      return { cdr_root: entries, status: 0 };
    case 'response':
      return { response: { cdr_root: entries }, status: 0 };
    case 'cdr':
      return { cdr: entries };
  }
}
