import type { Direction } from './call';
import type { Leg } from './leg';
import { comesFromTrunk, goesToTrunk, isExtensionNumber, isForward } from './leg-kind';

/**
 * The trunk by which a call came or went: an incoming one by the trunk of its first own leg from one, one in transit
 * likewise; an outgoing one by the trunk that took it. What follow-me sent outside went by another, which does not count.
 */
export function trunkOf(legs: readonly Leg[], direction: Direction): string {
  const own = legs.filter((leg) => !isForward(leg));
  if (direction === 'internal') return '';
  if (direction === 'out') return outgoing(own);
  const first = own.find(comesFromTrunk);
  return first ? nameOf(first.srcTrunk, first.from, first.channel) : '';
}

const refused = new Set(['FAILED', 'CONGESTION']);

/** A route tries its next trunk with the same number when one takes no call: the last one tried counts then. */
function outgoing(own: readonly Leg[]): string {
  const tried = own.filter(goesToTrunk);
  const first = tried[0];
  if (!first) return '';
  const taken = tried.find((leg) => leg.dst === first.dst && !refused.has(leg.disposition)) ?? first;
  return nameOf(taken.dstTrunk, taken.to, taken.dstChannel);
}

/** Without a name: `trunk_2` as the side or its channel says, of an analog line the name of the side or `DAHDI/1`. */
function nameOf(name: string, side: string, channel: string): string {
  if (name !== '') return name;
  const numbered = /^trunk_[^-]+/i.exec(side) ?? /(?<=\/)trunk_[^-]+/i.exec(channel);
  if (numbered) return numbered[0].toLowerCase();
  const line = /^DAHDI\/[^-]+/i.exec(channel)?.[0];
  if (line === undefined || (side !== '' && !isExtensionNumber(side))) return side;
  return line.toUpperCase();
}
