import * as z from 'zod/mini';
import { AppError } from '../errors';

const list = z.array(z.unknown());
const envelope = z.union([
  z.pipe(
    z.object({ cdr_root: list }),
    z.transform(({ cdr_root }) => cdr_root),
  ),
  z.pipe(
    z.object({ response: z.object({ cdr_root: list }) }),
    z.transform(({ response }) => response.cdr_root),
  ),
  z.pipe(
    z.object({ cdr: list }),
    z.transform(({ cdr }) => cdr),
  ),
]);

/** Groups are nested one deep where seen; this is against an answer that never ends. */
const deepest = 8;

export interface CdrRows {
  /** one element a leg; not looked into yet */
  rows: unknown[];
  /** elements of the answer's list: 0 is the end of the paging */
  entries: number;
  /** groups of which the UCM sent a summary only, which is no leg and bears no identity */
  summaries: number;
}

/**
 * The rows of a cdrapi answer, in all the forms of section 3.2: flat, grouped, grouped with lists, nested, null.
 * The grouping itself says nothing (section 3.4), and `main_cdr` is a sum of its legs: it is read only where there is
 * no leg at all and it has an AcctId of its own (section 3.9, rule 7). Throws `ucm-answer` when there is no list.
 */
export function cdrRows(body: unknown): CdrRows {
  const read = envelope.safeParse(body);
  if (!read.success) throw new AppError('ucm-answer', { reason: 'no cdr_root' });
  const found: CdrRows = { rows: [], entries: read.data.length, summaries: 0 };
  for (const entry of read.data) addEntry(found, entry, 0);
  return found;
}

function addEntry(found: CdrRows, entry: unknown, depth: number): void {
  if (entry === null || entry === undefined || entry === '') return;
  if (Array.isArray(entry) && depth < deepest) {
    for (const one of entry) addEntry(found, one, depth + 1);
    return;
  }
  if (!isRecord(entry) || !isGroup(entry) || depth >= deepest) {
    found.rows.push(entry);
    return;
  }
  const before = found.rows.length + found.summaries;
  for (const name in entry) if (name.startsWith('sub_cdr')) addEntry(found, entry[name], depth + 1);
  if (found.rows.length + found.summaries > before) return;
  const main = entry['main_cdr'];
  if (isRecord(main) && hasValue(main['AcctId'])) found.rows.push(main);
  else if (hasValue(entry['AcctId'])) found.rows.push(entry);
  else if (isRecord(main)) found.summaries += 1;
}

/** Nearly every entry is a flat row and has an AcctId: only what lacks one is searched field by field. */
function isGroup(entry: Record<string, unknown>): boolean {
  if ('main_cdr' in entry || 'sub_cdr_1' in entry) return true;
  if ('AcctId' in entry) return false;
  for (const name in entry) if (name.startsWith('sub_cdr')) return true;
  return false;
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
