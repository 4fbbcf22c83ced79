import type { LegLine } from '../../lib/questions/questions';
import { staffWords } from '../call/staff-words';
import type { CallsWords } from './calls-words';

interface TimeStripProps {
  legs: readonly LegLine[];
  /** of the call: UTC epoch seconds, and seconds */
  start: number;
  length: number;
  /** names of extensions in the UCM */
  staff?: Record<string, string> | undefined;
  words: CallsWords;
}

/** Each leg where it lies in the time of the call: what rang or waited, and the part of it in which people talked. */
export function TimeStrip({ legs, start, length, staff, words }: TimeStripProps) {
  const { panel, calls, times } = words;
  const whole = Math.max(1, length);
  const share = (seconds: number): string => `${Math.min(100, Math.max(0, (seconds / whole) * 100))}%`;
  return (
    <ol class="strip" aria-label={calls.strip}>
      {legs.filter(isFirst).map((leg, i) => {
        const began = leg.start - start;
        const ended = began + leg.duration;
        // a talk that does not count was a question between two of ours
        const role = leg.role === 'talked' && leg.talk === 0 ? 'asked' : leg.role;
        return (
          <li key={`${i}${leg.start}`}>
            <span class="strip-what">
              {panel.role[role]} {leg.target !== '' && <b>{staffWords(leg.target, staff)}</b>}
            </span>
            <span class="strip-way" aria-hidden="true">
              <i style={{ left: share(began), width: share(leg.duration) }} />
              {leg.talk > 0 && (
                <i class="strip-talk" style={{ left: share(ended - leg.talk), width: share(leg.talk) }} />
              )}
            </span>
            <span class="strip-when">
              {times.clock(began)} – {times.clock(ended)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** The UCM writes a queue's wait once for the caller and once for the queue: one line is enough. */
function isFirst({ role, target, start, duration }: LegLine, at: number, legs: readonly LegLine[]): boolean {
  const same = (one: LegLine): boolean =>
    one.role === role && one.target === target && one.start === start && one.duration === duration;
  return legs.findIndex(same) === at;
}
