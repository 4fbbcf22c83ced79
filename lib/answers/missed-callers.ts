import { directions } from '../calls/call';
import type { MissedAnswer, MissedLine, MissedWish } from '../questions/missed';
import type { Hit } from '../store/find-calls';
import { type AllCalls, hitAt, kindOf } from './all-calls';
import type { Known } from './journal';
import { journalLine, keyOf } from './journal-lines';
import { staffIn } from './staff-names';

/** How a line was closed by hand; undefined when it was not, or was opened again. */
export type ByHand = (newest: { key: string; start: number; number: string }) => MissedLine['byHand'];

/** Where the calls are that turns are looked for in: all of them, or the newest. */
type Looked = Pick<Known, 'calls' | 'memory'>;

/** The calls of one caller that got nobody, up to the one that got through. Places as in AllCalls. */
export interface Turn {
  newest: number;
  oldest: number;
  attempts: number;
  /** of the call that closed it; -1 while nobody got through */
  closedBy: number;
  byHand?: MissedLine['byHand'];
}

/**
 * Callers who got nobody since `from` (UTC epoch seconds), a line each, newest first. A line is closed by whoever got
 * through to that number later, either way, or by hand (`byHand`, asked about its newest call). Who calls again in
 * vain after either has a new line. `triedIn`: whom a call rang. A hidden caller is not the next hidden caller.
 */
export async function missedCallers(
  all: Known,
  byHand: ByHand,
  { from, state, offset, limit }: MissedWish,
  triedIn: (hit: Hit) => Promise<string[]>,
): Promise<MissedAnswer> {
  const { calls } = all;
  const turns = turnsOf(calls, all.memory.numbers.alike(), from);
  const open: Turn[] = [];
  const closed: Turn[] = [];
  for (const turn of turns) {
    turn.byHand = turn.closedBy < 0 ? byHandOf(all, turn, byHand) : undefined;
    (turn.closedBy >= 0 || turn.byHand ? closed : open).push(turn);
  }
  const shown = (state === 'open' ? open : closed).slice(offset, offset + limit);
  const lines: MissedLine[] = [];
  // One after the other: calls beside each other are read together.
  for (const turn of shown) {
    const line = await lineOf(all, turn, triedIn);
    if (line) lines.push(line);
  }
  return { open: open.length, closed: closed.length, lines };
}

/** Those who wait to be called back since `from`, newest first. */
export function openTurns(looked: Looked, byHand: ByHand, from: number): Turn[] {
  const turns = turnsOf(looked.calls, looked.memory.numbers.alike(), from);
  return turns.filter((turn) => turn.closedBy < 0 && !byHandOf(looked, turn, byHand));
}

function turnsOf({ segments, count }: AllCalls, alike: Uint32Array, from: number): Turn[] {
  const through = new Map<number, number>();
  const current = new Map<number, Turn>();
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
        continue;
      }
      let turn = number === 0 ? undefined : current.get(number);
      if (!turn) {
        const closedBy = number === 0 ? -1 : (through.get(number) ?? -1);
        turn = { newest: place, oldest: place, attempts: 0, closedBy };
        turns.push(turn);
        if (number !== 0) current.set(number, turn);
      }
      turn.oldest = place;
      turn.attempts++;
    }
  }
  return turns;
}

function byHandOf({ calls, memory }: Looked, turn: Turn, byHand: ByHand): MissedLine['byHand'] {
  const hit = hitAt(calls, turn.newest);
  if (!hit) return undefined;
  const { columns, row } = hit;
  const number = memory.numbers.text(columns.number[row] ?? 0);
  return byHand({ key: keyOf(hit), start: columns.start[row] ?? 0, number });
}

async function lineOf(
  all: Known,
  turn: Turn,
  triedIn: (hit: Hit) => Promise<string[]>,
): Promise<MissedLine | undefined> {
  const newest = hitAt(all.calls, turn.newest);
  const oldest = hitAt(all.calls, turn.oldest);
  if (!newest || !oldest) return undefined;
  const end = hitAt(all.calls, turn.closedBy);
  const tried = await triedIn(newest);
  return {
    call: journalLine(all, newest),
    attempts: turn.attempts,
    first: oldest.columns.start[oldest.row] ?? 0,
    tried,
    ...staffIn(all.staff, tried),
    ...(turn.byHand && { byHand: turn.byHand }),
    ...(end && {
      closed: {
        key: keyOf(end),
        at: end.columns.start[end.row] ?? 0,
        by: directions[end.columns.direction[end.row] ?? 0] === 'out' ? ('us' as const) : ('them' as const),
      },
    }),
  };
}
