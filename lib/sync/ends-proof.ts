import type { Leg } from '../calls/leg';
import type { ReadCdrPage } from './pull-calls';

/** A leg whose end lies far enough from its start that one question cannot find it by both. */
export interface LongLeg {
  /** without the numbers of the call: it outlives their being erased */
  key: string;
  /** PBX wall clock, seconds as if it were UTC */
  end: number;
}

/** Seconds of a leg before it proves anything, and on either side of its end where it is looked for. */
const LONG = 600;
const AROUND = 60;

/** The latest of the legs that would do, the one known before among them. */
export function longLegOf(legs: readonly Leg[], before: LongLeg | undefined): LongLeg | undefined {
  let latest = before;
  for (const leg of legs) {
    const end = leg.start + leg.duration;
    if (leg.duration >= LONG && end > (latest?.end ?? 0)) latest = { key: keyOf(leg), end };
  }
  return latest;
}

/**
 * Whether the UCM understands `timeFilterType` End (section 3.1), which not every firmware does: one that ignores it
 * looks for starts, one that does not know it finds nothing, and neither says so. Only a leg that is found around its
 * end, and began long before, tells. One question.
 */
export async function provesEnds(readPage: ReadCdrPage, { key, end }: LongLeg, signal: AbortSignal): Promise<boolean> {
  const window = { from: end - AROUND, until: end + AROUND, offset: 0, limit: 1000 };
  const { legs } = await readPage({ ...window, by: 'end' }, signal);
  return legs.some((leg) => keyOf(leg) === key);
}

const keyOf = ({ acctId, uniqueid, start }: Leg) => `${acctId}|${uniqueid}|${start}`;
