import { type Leg, legKey } from './leg';
import { forwardedBy, isForward, reachedExtension } from './leg-kind';
import { legTimes } from './leg-times';

/** Seconds a call may span: a session or uniqueid that comes again later is another call (section 3.4). */
export const CALL_SPAN = 12 * 3600;

/** Clock slack when a forwarded leg is tied to the call it forwards, in seconds. */
const SLACK = 5;

/**
 * Legs that belong together, whatever order, page or group they came in: equal session or equal uniqueid, never an
 * empty one, within the span. The UCM's own grouping is not looked at (section 0, rule 7). The same set of legs gives
 * the same groups; a leg given twice counts once. Groups and their legs are in order of start.
 */
export function regroup(legs: readonly Leg[]): Leg[][] {
  const ordered = distinct(legs).sort(byStart);
  const groups: (Leg[] | undefined)[] = [];
  const bySession = new Map<string, number>();
  const byChannel = new Map<string, number>();

  for (const leg of ordered) {
    const session = within(groups, bySession.get(leg.session), leg);
    const channel = within(groups, byChannel.get(leg.uniqueid), leg);
    let group = session ?? channel;
    if (group === undefined) group = groups.push([]) - 1;
    else if (session !== undefined && channel !== undefined && session !== channel) {
      group = Math.min(session, channel);
      moveGroup(groups, Math.max(session, channel), group, bySession, byChannel);
    }
    groups[group]?.push(leg);
    if (leg.session !== '') bySession.set(leg.session, group);
    if (leg.uniqueid !== '') byChannel.set(leg.uniqueid, group);
  }
  return tieForwards(groups.filter((group) => group !== undefined));
}

function within(groups: (Leg[] | undefined)[], index: number | undefined, leg: Leg): number | undefined {
  if (index === undefined) return undefined;
  const first = groups[index]?.[0];
  return first && leg.start - first.start <= CALL_SPAN ? index : undefined;
}

function moveGroup(
  groups: (Leg[] | undefined)[],
  from: number,
  to: number,
  bySession: Map<string, number>,
  byChannel: Map<string, number>,
): void {
  const joined = groups[to] ?? [];
  for (const leg of groups[from] ?? []) {
    joined.push(leg);
    if (leg.session !== '') bySession.set(leg.session, to);
    if (leg.uniqueid !== '') byChannel.set(leg.uniqueid, to);
  }
  joined.sort(byStart);
  groups[from] = undefined;
}

/**
 * A forwarded leg may have a session and uniqueid of its own; it belongs to the call that rang the forwarding
 * extension at that time (section 3.9, rule 1). One that fits nowhere stays alone and is no outgoing call.
 */
function tieForwards(groups: Leg[][]): Leg[][] {
  const lonely = groups.filter((group) => group.every(isForward));
  if (lonely.length === 0) return groups;
  const others = groups.filter((group) => !group.every(isForward));
  const rings = ringsOf(others, new Set(lonely.map(([first]) => (first ? forwardedBy(first) : ''))));
  const left: Leg[][] = [];
  for (const forward of lonely) {
    const host = hostOf(forward, rings);
    if (host) host.push(...forward);
    else left.push(forward);
    host?.sort(byStart);
  }
  return [...others, ...left].sort((a, b) => (a[0] && b[0] ? byStart(a[0], b[0]) : 0));
}

/** A telephone that rang in a call, by UTC: the wall clock may go back between the ring and the forward. */
interface Ring {
  group: Leg[];
  leg: Leg;
  from: number;
  until: number;
}

function ringsOf(groups: readonly Leg[][], extensions: ReadonlySet<string>): Map<string, Ring[]> {
  const rings = new Map<string, Ring[]>();
  for (const group of groups) {
    let starts: number[] | undefined;
    group.forEach((leg, i) => {
      const extension = isForward(leg) ? '' : reachedExtension(leg);
      if (extension === '' || !extensions.has(extension)) return;
      starts ??= legTimes(group, 0).starts;
      const from = starts[i] ?? leg.start;
      const ring = { group, leg, from, until: from + leg.duration };
      const known = rings.get(extension);
      if (known) known.push(ring);
      else rings.set(extension, [ring]);
    });
  }
  return rings;
}

/** Of several that rang it then: the one of the same caller or called number, then the one whose ringing just began or ended. */
function hostOf(forward: Leg[], rings: ReadonlyMap<string, Ring[]>): Leg[] | undefined {
  const first = forward[0];
  if (!first) return undefined;
  const start = legTimes(forward, 0).starts[0] ?? first.start;
  let best: { group: Leg[]; apart: number } | undefined;
  for (const { group, leg, from, until } of rings.get(forwardedBy(first)) ?? []) {
    if (start < from - SLACK || start > until + SLACK) continue;
    const same = first.src !== '' && (first.src === leg.src || group.some(({ dst }) => dst === first.src));
    const apart = Math.min(Math.abs(start - from), Math.abs(start - until)) + (same ? 0 : CALL_SPAN);
    if (!best || apart < best.apart) best = { group, apart };
  }
  return best?.group;
}

/** Each leg once. Row ids are looked at first: only where one comes again are whole keys made and compared. */
function distinct(legs: readonly Leg[]): Leg[] {
  const seen = new Map<string, Leg[]>();
  return legs.filter((leg) => {
    const same = seen.get(leg.acctId);
    if (!same) {
      seen.set(leg.acctId, [leg]);
      return true;
    }
    const key = legKey(leg);
    if (same.some((other) => legKey(other) === key)) return false;
    same.push(leg);
    return true;
  });
}

/** Order of the PBX's clock; what starts in the same second is ordered by the parts of its key, in every reading alike. */
function byStart(a: Leg, b: Leg): number {
  return (
    a.start - b.start ||
    a.acctId.length - b.acctId.length ||
    compare(a.acctId, b.acctId) ||
    compare(a.uniqueid, b.uniqueid) ||
    compare(a.session, b.session) ||
    compare(a.dst, b.dst)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
