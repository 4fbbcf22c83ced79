import type { FollowUpRules } from '../../lib/calls/missed';
import { clockText } from '../form/clock-text';
import type { CallsWords } from './calls-words';
import { weekdays } from './day-words';
import type { CallsShell } from './shell';

interface MissedWhatProps {
  rules: FollowUpRules | undefined;
  shell: Pick<CallsShell, 'openOptions'>;
  words: CallsWords;
}

/** What counts as a caller who waits, and where that is changed. */
export function MissedWhat({ rules, shell, words }: MissedWhatProps) {
  const { calls } = words;
  return (
    <div class="quiet missed-what">
      <p>{calls.missedWhat}</p>
      {rules && (
        <>
          <p>{rulesInWords(rules, words).join(' ')}</p>
          <p>
            <button type="button" class="button" onClick={shell.openOptions}>
              {calls.missedChange}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

function rulesInWords({ hours, seconds, menu }: FollowUpRules, { calls, times, say, language }: CallsWords): string[] {
  return [
    hours
      ? say(calls.missedHours.working, {
          days: daysInWeek(hours.days, language),
          from: clockText(hours.from),
          until: clockText(hours.until),
        })
      : calls.missedHours.any,
    ...(seconds > 0 ? [say(calls.missedEarly, { seconds: times.length(seconds) })] : []),
    ...(menu ? [] : [calls.missedMenu]),
  ];
}

/** `days`: 0 Sunday … 6 Saturday; Monday is said first. */
function daysInWeek(days: readonly number[], language: string): string {
  const names = weekdays(language).filter((_, i) => days.includes((i + 1) % 7));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
