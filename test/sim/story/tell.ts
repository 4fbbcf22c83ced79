import type { Call } from './call';
import type { Row } from './leg';
import { legs, number } from './legs';
import { createPbx } from './pbx';
import type { Zone } from './zone';

/** All rows of a handful of calls, numbered as they were written, from `firstAcctId` on. */
export function tell(calls: readonly Call[], zone: Zone, firstAcctId = 71_047, seed = 1): Row[] {
  const pbx = createPbx(zone, seed);
  return number(
    calls.flatMap((call) => legs(call, pbx)),
    firstAcctId,
  );
}
