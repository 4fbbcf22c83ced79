import type { Leg } from '../calls/leg';
import { cdrRows } from './cdr-entries';
import { type CdrPageRequest, cdrParameters } from './cdr-request';
import { type RowReason, readCdrRow } from './cdr-row';
import type { UcmAsk } from './session';

export interface CdrPage {
  legs: Leg[];
  /** rows that are no leg, by reason */
  setAside: Partial<Record<RowReason | 'summary-only', number>>;
  /** elements of the UCM's list; 0 is the end of the paging, fewer than asked for is not (section 3.7) */
  entries: number;
}

/** One page of CDRs, in no promised order, legs as the UCM stores them. Throws AppError. */
export async function readCdrPage(session: UcmAsk, page: CdrPageRequest, signal?: AbortSignal): Promise<CdrPage> {
  return readCdrAnswer(await session.ask('cdrapi', cdrParameters(page), { signal }));
}

/** The same of an answer that is there already. */
export function readCdrAnswer(body: unknown): CdrPage {
  const { rows, entries, summaries } = cdrRows(body);
  const page: CdrPage = { legs: [], setAside: summaries > 0 ? { 'summary-only': summaries } : {}, entries };
  for (const row of rows) {
    const leg = readCdrRow(row);
    if (typeof leg === 'object') page.legs.push(leg);
    else page.setAside[leg] = (page.setAside[leg] ?? 0) + 1;
  }
  return page;
}
