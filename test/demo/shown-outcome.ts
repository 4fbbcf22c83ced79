import type { Outcome } from '../sim';

/** The story's words for what the product calls otherwise. A fax is taken by a machine: answered, of the type fax. */
const others: Partial<Record<Outcome, string>> = { noAnswer: 'unanswered', ivrHangup: 'menu', fax: 'answered' };

export function shownOutcome(outcome: Outcome): string {
  return others[outcome] ?? outcome;
}
