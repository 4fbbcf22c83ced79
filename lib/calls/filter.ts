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

/** One word that must be in a call. It is in one of these places; '' is looked for in none. */
export interface Word {
  /** in the name or the extension; folded */
  text: string;
  /** in the number as written; folded */
  number: string;
  /** in the number as read: digits without + and leading zero */
  digits: string;
  /** the whole extension */
  extension: string;
}

/** Words that a text is looked for by, at most; each is a bit in a mask. */
export const MAX_WORDS = 31;

/**
 * The words of a text; all must be in a call for it to be found. Digits alone, in whatever groups, are one number, looked
 * for whatever its notation: 06 39, 0639 and +33 6 39 all find +33639….
 */
export function wordsOf(text: string): Word[] {
  const digits = text.trim().replace(/[\s().\-/]/g, '');
  if (/^\+?\d{2,}$/.test(digits)) {
    const wanted = digits.replace(/^(?:\+|00)/, '').replace(/^0(?=\d)/, '');
    return [{ text: '', number: digits, digits: wanted, extension: digits }];
  }
  const words = new Set(fold(text).split(/\s+/));
  words.delete('');
  return [...words].slice(0, MAX_WORDS).map((word) => ({ text: word, number: word, digits: '', extension: '' }));
}

/** Without accents and case. Line ends and tabs stay what they are. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
