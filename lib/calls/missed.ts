import type { Direction, Outcome } from './call';
import { inWorkingHours, type WorkingHours } from './working-hours';
import type { ZoneClock } from './zone-clock';

/** An incoming call that got nobody, voicemail included: what somebody may have to call back for. */
export function gotNobody(direction: Direction, outcome: Outcome): boolean {
  return direction === 'in' && outcome !== 'answered';
}

/** Which of the calls that got nobody somebody has to call back for; the figures count all of them. */
export interface FollowUpRules {
  /** those in these hours alone; at any hour when left out */
  hours?: WorkingHours;
  /** who hung up sooner is left out */
  seconds: number;
  /** who hung up in the voice menu is called back as well */
  menu: boolean;
}

/** `start`: UTC epoch seconds, `ring`: seconds until the caller gave up; `clock`: of the zone that `hours` are of. */
export function isFollowedUp(
  { start, outcome, ring }: { start: number; outcome: Outcome; ring: number },
  { hours, seconds, menu }: FollowUpRules,
  clock: ZoneClock,
): boolean {
  if (outcome === 'menu' && !menu) return false;
  // a message, an engaged line and a failure are not the caller's own giving up
  if ((outcome === 'missed' || outcome === 'menu') && ring < seconds) return false;
  return !hours || inWorkingHours(start, hours, clock);
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
