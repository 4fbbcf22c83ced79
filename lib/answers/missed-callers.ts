import { directions, outcomes } from '../calls/call';
import { type FollowUpRules, isFollowedUp, type MissedState } from '../calls/missed';
import type { ZoneClock } from '../calls/zone-clock';
import type { HandState, MissedAnswer, MissedLine, MissedWish } from '../questions/missed';
import type { Hit } from '../store/find-calls';
import { hitAt, kindOf } from './all-calls';
import { theOne } from './calls-to-log';
import type { Known } from './journal';
import { journalLine, keyOf } from './journal-lines';
import { staffIn } from './staff-names';

/** What people did with a line, by one of its attempts; undefined for nothing. */
export type ByHand = (attempt: { key: string; start: number; number: string }) => HandState | undefined;

/** By what it is known who waits to be called back. */
export interface Following {
  byHand: ByHand;
  rules: FollowUpRules;
  clock: ZoneClock;
  /** UTC epoch seconds */
  now: number;
}

/** Where the calls are that turns are looked for in: all of them, or the newest. */
type Looked = Pick<Known, 'calls' | 'memory'>;

/** The calls of one caller that got nobody, up to the one that got through. Places as in AllCalls. */
export interface Turn {
  /** those that are followed up, newest first */
  attempts: number[];
  /** with those that are not: a colleague whose browser counts them has put there what was done */
  looked: number[];
  /** of the call that closed it; -1 while nobody got through */
  closedBy: number;
  hand?: HandState | undefined;
}

/**
 * Callers who got nobody since `from` (UTC epoch seconds) and are followed up, a line each, newest first. A line is closed by
 * whoever got through to that number later, either way, or by hand (`byHand`, asked about its newest call), and put off until
 * `now` is later. Who calls again in vain after any of these has a line that waits, and whoever the caller was given to keeps
 * him. `triedIn`: whom a call rang. A hidden caller is not the next hidden caller.
 */
export async function missedCallers(
  all: Known,
  following: Following,
  { from, state, whose, offset, limit }: MissedWish,
  triedIn: (hit: Hit) => Promise<string[]>,
): Promise<MissedAnswer> {
  const turns = turnsOf(all, following, from);
  const by: Record<MissedState, Turn[]> = { open: [], later: [], closed: [] };
  for (const turn of turns) {
    turn.hand = handOf(all, turn, following.byHand);
    if (isWhose(turn.hand, whose)) by[stateOf(turn, following.now)].push(turn);
  }
  const shown = by[state].slice(offset, offset + limit);
  const lines: MissedLine[] = [];
  // One after the other: calls beside each other are read together.
  for (const turn of shown) {
    const line = await lineOf(all, turn, triedIn);
    if (line) lines.push(line);
  }
  return { open: by.open.length, later: by.later.length, closed: by.closed.length, lines, rules: following.rules };
}

/** Those who wait to be called back since `from`, by this person or by nobody in particular; newest first. */
export function openTurns(looked: Looked, following: Following, from: number): Turn[] {
  return turnsOf(looked, following, from).filter((turn) => {
    if (turn.closedBy >= 0) return false;
    turn.hand = handOf(looked, turn, following.byHand);
    return stateOf(turn, following.now) === 'open' && isWhose(turn.hand, 'ours');
  });
}

function stateOf({ closedBy, hand }: Turn, now: number): MissedState {
  if (closedBy >= 0 || hand?.done) return 'closed';
  return hand && hand.until > now ? 'later' : 'open';
}

function isWhose(hand: HandState | undefined, whose: MissedWish['whose']): boolean {
  if (whose === 'all') return true;
  return hand?.assigned ? hand.assigned.me : whose === 'ours';
}

function turnsOf({ calls: { segments, count }, memory }: Looked, { rules, clock }: Following, from: number): Turn[] {
  const alike = memory.numbers.alike();
  const through = new Map<number, number>();
  const current = new Map<number, Turn>();
  /** of a number, those that are not followed up and are newer than the first that is */
  const aside = new Map<number, number[]>();
  const turns: Turn[] = [];
  let place = count;
  for (let s = segments.length - 1; s >= 0; s--) {
    const columns = segments[s];
    if (!columns) continue;
    for (let row = columns.count - 1; row >= 0; row--) {
      place--;
      if ((columns.start[row] ?? 0) < from) return turns;
      const kind = kindOf(columns, row);
      if (kind === 0) continue;
      const number = alike[columns.number[row] ?? 0] ?? 0;
      if (kind === 2) {
        if (number === 0) continue;
        through.set(number, place);
        current.delete(number);
        aside.delete(number);
        continue;
      }
      const outcome = outcomes[columns.outcome[row] ?? 0] ?? 'missed';
      const call = { start: columns.start[row] ?? 0, ring: columns.ring[row] ?? 0, outcome };
      let turn = number === 0 ? undefined : current.get(number);
      if (!isFollowedUp(call, rules, clock)) {
        if (number !== 0) (turn?.looked ?? newer(aside, number)).push(place);
        continue;
      }
      if (!turn) {
        const closedBy = number === 0 ? -1 : (through.get(number) ?? -1);
        turn = { attempts: [], looked: number === 0 ? [] : newer(aside, number), closedBy };
        turns.push(turn);
        if (number !== 0) current.set(number, turn);
        aside.delete(number);
      }
      turn.attempts.push(place);
      turn.looked.push(place);
    }
  }
  return turns;
}

function newer(aside: Map<number, number[]>, number: number): number[] {
  const places = aside.get(number) ?? [];
  aside.set(number, places);
  return places;
}

const voicemail = outcomes.indexOf('voicemail');

/** Calls of a line that are looked at for what was done with it. */
const LOOKED_AT = 20;

/**
 * As the newest call stands. Whom an earlier one was given to has this one too; one that was closed by hand belongs to the
 * line before, and is taken out of this one, as long as somebody who is followed up called since.
 */
function handOf({ calls, memory }: Looked, turn: Turn, byHand: ByHand): HandState | undefined {
  let newest: HandState | undefined;
  for (const [i, place] of turn.looked.slice(0, LOOKED_AT).entries()) {
    const hit = hitAt(calls, place);
    if (!hit) continue;
    const { columns, row } = hit;
    const number = memory.numbers.text(columns.number[row] ?? 0);
    const hand = byHand({ key: keyOf(hit), start: columns.start[row] ?? 0, number });
    const calledSince = turn.attempts.filter((attempt) => attempt > place).length;
    if (calledSince === 0) newest ??= hand;
    else if (hand?.done) {
      turn.attempts.length = calledSince;
      turn.looked.length = i;
    }
    if (hand?.assigned && !(calledSince > 0 && hand.done))
      return { where: hand.where, done: false, until: 0, ...newest, assigned: hand.assigned };
    // what was before that is over
    if (hand) return newest;
  }
  return newest;
}

async function lineOf(
  all: Known,
  turn: Turn,
  triedIn: (hit: Hit) => Promise<string[]>,
): Promise<MissedLine | undefined> {
  const newest = hitAt(all.calls, turn.attempts[0] ?? -1);
  const oldest = hitAt(all.calls, turn.attempts.at(-1) ?? -1);
  if (!newest || !oldest) return undefined;
  const end = hitAt(all.calls, turn.closedBy);
  const mailed = turn.attempts
    .map((place) => hitAt(all.calls, place))
    .find((hit) => hit && hit.columns.outcome[hit.row] === voicemail);
  const match = all.who.match(newest.columns.number[newest.row] ?? 0);
  const tried = await triedIn(newest);
  return {
    call: journalLine(all, newest),
    attempts: turn.attempts.length,
    first: oldest.columns.start[oldest.row] ?? 0,
    tried,
    ...staffIn(all.staff, tried),
    shareable: match?.strength === 'exact' && theOne(match.reasons.map(({ party }) => party)) !== undefined,
    ...(turn.hand && { hand: turn.hand }),
    ...(mailed && { voicemail: keyOf(mailed) }),
    ...(end && {
      closed: {
        key: keyOf(end),
        at: end.columns.start[end.row] ?? 0,
        by: directions[end.columns.direction[end.row] ?? 0] === 'out' ? ('us' as const) : ('them' as const),
      },
    }),
  };
}
