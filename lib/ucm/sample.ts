import { cdrRows } from './cdr-entries';
import { cdrParameters } from './cdr-request';
import { disguise } from './disguise';
import type { UcmAsk } from './session';

/** What a UCM answered, for whoever has none like it: test/sim replays it. Holds nobody's number, name or address. */
export interface UcmSample {
  /** of this form */
  version: 1;
  /** when it was taken, ISO 8601, UTC */
  taken: string;
  answers: unknown[];
}

const DAY = 86_400;
const MOST = 500;
/** days back, until there are enough rows to learn from */
const REACHES = [2, 31];
const ENOUGH = 50;

/**
 * Asks for the newest rows and disguises the answer as it came, fields and groups as they are. `now`: UTC epoch seconds;
 * `random` as for `disguise`. Throws AppError, `ucm-answer` for what is no list of rows.
 */
export async function takeSample(
  session: UcmAsk,
  now: number,
  random: () => number,
  signal?: AbortSignal,
): Promise<UcmSample> {
  let answer: unknown;
  for (const days of REACHES) {
    // a day more at the end: the UCM's zone is not asked for
    const page = { from: now - days * DAY, until: now + DAY, offset: 0, limit: MOST };
    answer = await session.ask('cdrapi', cdrParameters(page), { signal });
    if (cdrRows(answer).rows.length >= ENOUGH) break;
  }
  return { version: 1, taken: new Date(now * 1000).toISOString(), answers: [disguise(answer, random)] };
}
