import { type CallType, callTypes, type Direction, directions, type Outcome, outcomes } from './call';

/** What a list shows of all calls; each field left out lets everything through. Times are UTC epoch seconds. */
export interface Filter {
  direction?: Direction;
  type?: CallType;
  outcome?: Outcome;
  /** inclusive */
  from?: number;
  /** exclusive */
  until?: number;
  /** only calls that got nobody and were not called back */
  open?: boolean;
  /** number in any notation, name or extension */
  text?: string;
}

/** The columns a filter looks at, as places in the lists of ./call. */
export interface FilterColumns {
  start: ArrayLike<number>;
  direction: ArrayLike<number>;
  type: ArrayLike<number>;
  outcome: ArrayLike<number>;
}

/** A test on one row of the columns, of everything but text and open state. */
export function columnTest(filter: Filter): (columns: FilterColumns, row: number) => boolean {
  const direction = filter.direction === undefined ? -1 : directions.indexOf(filter.direction);
  const type = filter.type === undefined ? -1 : callTypes.indexOf(filter.type);
  const outcome = filter.outcome === undefined ? -1 : outcomes.indexOf(filter.outcome);
  const from = filter.from ?? Number.NEGATIVE_INFINITY;
  const until = filter.until ?? Number.POSITIVE_INFINITY;
  return (columns, row) =>
    (direction < 0 || columns.direction[row] === direction) &&
    (type < 0 || columns.type[row] === type) &&
    (outcome < 0 || columns.outcome[row] === outcome) &&
    (columns.start[row] ?? 0) >= from &&
    (columns.start[row] ?? 0) < until;
}

/**
 * A test on the texts of a call: every word must be in its name, extension or number. A word of digits is looked for
 * in the number whatever its notation: 06 39, 0639 and +33 6 39 all find +33639….
 */
export function textTest(
  text: string,
): (call: { number: string; digits: string; name: string; extension: string }) => boolean {
  const joined = text.trim();
  const digits = joined.replace(/[\s().\-/]/g, '');
  if (/^\+?\d{2,}$/.test(digits)) {
    const wanted = digits.replace(/^(?:\+|00)/, '').replace(/^0(?=\d)/, '');
    return (call) => call.digits.includes(wanted) || call.number.includes(digits) || call.extension === digits;
  }
  const words = fold(joined)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (call) => {
    const all = fold(`${call.name} ${call.extension} ${call.number}`);
    return words.every((word) => all.includes(word));
  };
}

/** Without accents and case. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
