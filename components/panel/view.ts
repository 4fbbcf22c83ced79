import type { CardCalls } from '../../lib/questions/questions';

/** Which screen the panel is: one of these at a time, notices may stand above it. */
export type View =
  | 'nothing'
  | 'skeleton'
  | 'error'
  | 'not-set-up'
  | 'never'
  | 'reading'
  | 'unknown-party'
  | 'no-numbers'
  | 'no-calls'
  | 'filtered-out'
  | 'list';

interface Known {
  answer: CardCalls | undefined;
  failed: boolean;
  waiting: boolean;
}

/** Calls that are known are always shown, whatever else is wrong; only an empty list needs an explanation. */
export function viewOf({ answer, failed, waiting }: Known): View {
  if (!answer) {
    if (failed) return 'error';
    return waiting ? 'skeleton' : 'nothing';
  }
  const { sync, party, numbers } = answer.state;
  if (answer.figures.calls > 0) return 'list';
  if (answer.all > 0) return 'filtered-out';
  if (sync.phase === 'not-set-up') return 'not-set-up';
  if (sync.lastSuccess === 0) return sync.phase === 'running' ? 'reading' : 'never';
  if (!party) return 'unknown-party';
  return numbers.length === 0 ? 'no-numbers' : 'no-calls';
}
