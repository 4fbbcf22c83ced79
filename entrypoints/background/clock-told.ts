import { isWrong } from '../../lib/answers/sync-state';
import type { ClockTold } from '../../lib/questions/options';
import { skewOf, type UcmClock } from '../../lib/sync/ucm-wall';
import { type ToldByCalls, zoneGap } from '../../lib/sync/zone-gap';

/**
 * What of a UCM's clock and zone is worth a word at a test; empty where all is right.
 * `now`: UTC epoch seconds; `here`: this browser's zone, seconds east of UTC at a moment.
 */
export function clockTold(said: UcmClock, byCalls: ToldByCalls, now: number, here: (at: number) => number): ClockTold {
  const skew = skewOf(said, now);
  const zone = zoneGap(byCalls, said.zoneOffset, now, here);
  const { zoneOffset } = said;
  return {
    ...(isWrong(skew) ? { skew } : {}),
    ...(zone ? { zone } : {}),
    ...(zoneOffset !== undefined && !zone && zoneOffset !== here(now)
      ? { elsewhere: { said: zoneOffset, here: here(now) } }
      : {}),
  };
}
