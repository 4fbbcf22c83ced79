import type { Leg } from './leg';

/**
 * What a call is known by, whatever browser read it: the smallest uniqueid of its legs; where there is none, the smallest
 * session; on the oldest machines the first row itself.
 */
export function keyOf(legs: readonly Leg[]): string {
  let channel = '';
  for (const { uniqueid } of legs) {
    if (uniqueid === '' || uniqueid === channel) continue;
    if (channel === '' || compareEpoch(uniqueid, channel) < 0) channel = uniqueid;
  }
  if (channel !== '') return channel;
  const first = legs[0];
  const sessions = legs.map((leg) => leg.session).filter((session) => session !== '');
  return sessions.sort()[0] ?? `${first?.acctId}|${first?.start}|${first?.src}|${first?.dst}`;
}

/** `<epoch>.<sequence>`, both as numbers: 1661157236.2641 comes before 1661157236.10000. */
function compareEpoch(a: string, b: string): number {
  const [x = 0, xs = 0] = a.split('.').map(Number);
  const [y = 0, ys = 0] = b.split('.').map(Number);
  return x - y || xs - ys || (a < b ? -1 : a > b ? 1 : 0);
}
