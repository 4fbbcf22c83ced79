import type { JournalLine } from '../../lib/questions/journal';
import { shownOutcome } from '../demo/shown-outcome';
import { type Call, lastNine, truth } from '../sim';

/** A call by what makes it that call, as the story and the journal both tell it. */
type Kept = Pick<JournalLine, 'start' | 'direction' | 'outcome' | 'rawNumber' | 'talk'>;

export interface Counted {
  /** calls of the story that are not kept as they were told */
  lost: number;
  /** calls kept that the story does not tell, or tells fewer times */
  doubled: number;
  /** the first few of both, for whoever looks for the cause */
  remarks: string[];
}

/**
 * Compares what is kept with the story's truth, call by call: at its second, with its direction, outcome, number and seconds
 * of talk. A call that is kept otherwise than it was told counts as lost and its stranger as doubled.
 */
export function countAgainst(story: readonly Call[], kept: readonly Kept[]): Counted {
  const balance = new Map<string, number>();
  for (const call of story) add(balance, told(call), 1);
  for (const line of kept) add(balance, shown(line), -1);
  const counted: Counted = { lost: 0, doubled: 0, remarks: [] };
  for (const [what, left] of balance) {
    counted.lost += Math.max(0, left);
    counted.doubled += Math.max(0, -left);
    if (left !== 0 && counted.remarks.length < 6) counted.remarks.push(`${left > 0 ? 'lost' : 'doubled'}: ${what}`);
  }
  return counted;
}

function add(balance: Map<string, number>, what: string, count: number): void {
  balance.set(what, (balance.get(what) ?? 0) + count);
}

function told(call: Call): string {
  const { start, direction, outcome, number, talk } = truth(call);
  return named(start, direction, shownOutcome(outcome), number, talk);
}

function shown({ start, direction, outcome, rawNumber, talk }: Kept): string {
  return named(start, direction, outcome, rawNumber, talk);
}

/** For calls between desks the story names no number. */
function named(start: number, direction: string, outcome: string, number: string, talk: number): string {
  const other = direction === 'internal' ? '' : lastNine(number);
  return [new Date(start * 1000).toISOString(), direction, outcome, other, talk].join(' ');
}
