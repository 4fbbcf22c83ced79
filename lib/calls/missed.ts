import type { Direction, Outcome } from './call';

/** An incoming call that got nobody, voicemail included: what somebody may have to call back for. */
export function gotNobody(direction: Direction, outcome: Outcome): boolean {
  return direction === 'in' && outcome !== 'answered';
}

/** People talked, whoever called: this closes the missed calls before it. */
export function gotThrough(direction: Direction, outcome: Outcome): boolean {
  return outcome === 'answered' && (direction === 'in' || direction === 'out');
}

/** Whose lines: everybody's, those that are mine or nobody's, mine alone. */
export const missedOwners = ['all', 'ours', 'mine'] as const;

/** Waiting to be called back, put off, closed. */
export const missedStates = ['open', 'later', 'closed'] as const;
export type MissedState = (typeof missedStates)[number];
