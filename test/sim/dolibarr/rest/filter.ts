import type { Version } from '../options';
import { RestError } from './error';

/** A row by its database columns, without the alias. */
export type Columns = Readonly<Record<string, string | number | null>>;
export type Test = (row: Columns) => boolean;

const OPERATORS = ['=', '<', '>', '<=', '>=', '!=', 'like', 'notlike', 'in', 'is'];

/**
 * Reads `sqlfilters` (section 2): `(t.field:op:value)`, joined by and/or, parentheses free to nest. A value cannot
 * hold a parenthesis. Bad syntax is 400 from version 20 on and 503 before; a column that is not there is 503.
 */
export function readFilter(text: string, columns: readonly string[], version: Version): Test {
  if (text.trim() === '') return () => true;
  const bad = () =>
    new RestError(
      version < 20 ? 503 : 400,
      version < 20
        ? `Error when validating parameter sqlfilters -> ${text}`
        : `Bad syntax of the search string: ${text}`,
    );
  let at = 0;

  const blank = () => {
    while (text[at] === ' ') at += 1;
  };

  function alternatives(): Test {
    let left = term();
    for (;;) {
      blank();
      const joint = /^(and|or)\b/i.exec(text.slice(at))?.[1]?.toLowerCase();
      if (joint === undefined) return left;
      at += joint.length;
      const [before, after] = [left, term()];
      left = joint === 'and' ? (row) => before(row) && after(row) : (row) => before(row) || after(row);
    }
  }

  function term(): Test {
    blank();
    if (text[at] !== '(') throw bad();
    const end = text.indexOf(')', at);
    const inside = end < 0 ? '' : text.slice(at + 1, end);
    if (end >= 0 && !inside.includes('(')) {
      at = end + 1;
      return condition(inside);
    }
    at += 1;
    const test = alternatives();
    blank();
    if (text[at] !== ')') throw bad();
    at += 1;
    return test;
  }

  function condition(inside: string): Test {
    const [, column, operator = '', value = ''] = /^([\w.]+):([^:]+):(.*)$/s.exec(inside) ?? [];
    if (column === undefined) throw bad();
    const known = OPERATORS.includes(operator) || (operator === 'isnot' && version >= 20);
    if (!known) throw bad();
    const name = columnName(column, columns);
    // 14 and 16 read "not equal" as "equal" (seen)
    const read = operator === '!=' && version < 20 ? '=' : operator;
    return (row) => compare(row[name] ?? null, read, value);
  }

  const test = alternatives();
  blank();
  if (at < text.length) throw bad();
  return test;
}

/** `t.phone` → `phone`; other aliases are not joined, and a version may not have the column yet. */
export function columnName(column: string, columns: readonly string[]): string {
  const name = column.startsWith('t.') ? column.slice(2) : column;
  if (columns.includes(name)) return name;
  throw new RestError(503, `Error when retrieve list : Unknown column '${column}' in 'where clause'`);
}

function compare(have: string | number | null, operator: string, value: string): boolean {
  const wish = value.replace(/^'(.*)'$/s, '$1');
  if (operator === 'is') return wish.toUpperCase() === 'NULL' && (have === null || have === '');
  if (operator === 'isnot') return wish.toUpperCase() === 'NULL' && have !== null && have !== '';
  if (have === null) return false;
  if (operator === 'in') {
    // tried on 14 to 24: a text with a colon in it is never found so
    if (value.includes(':')) return false;
    const list = value.split(',').map((item) => item.trim().replace(/^'(.*)'$/s, '$1'));
    return list.some((item) => order(have, item) === 0);
  }
  if (operator === 'like') return like(String(have), wish);
  if (operator === 'notlike') return !like(String(have), wish);
  const way = order(have, wish);
  switch (operator) {
    case '=':
      return way === 0;
    case '!=':
      return way !== 0;
    case '<':
      return way < 0;
    case '>':
      return way > 0;
    case '<=':
      return way <= 0;
    default:
      return way >= 0;
  }
}

/** The database's own comparing: case and accents do not count, digits of a date may stand without signs. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function order(have: string | number, wish: string): number {
  if (typeof have === 'number') return have - Number(wish);
  const a = fold(have);
  const b = /^\d{4}-\d\d-\d\d /.test(have) ? dateText(wish) : fold(wish);
  return a < b ? -1 : a > b ? 1 : 0;
}

function dateText(wish: string): string {
  const digits = wish.replace(/\D/g, '').padEnd(14, '0');
  return digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3 $4:$5:$6');
}

function like(have: string, pattern: string): boolean {
  const source = fold(pattern)
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/%/g, '.*')
    .replace(/_/g, '.');
  return new RegExp(`^${source}$`, 's').test(fold(have));
}
