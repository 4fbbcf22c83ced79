import type { LegLine } from '../../lib/questions/questions';
import { staffWords } from '../call/staff-words';
import type { PanelWords } from './panel-words';
import { stepsOf } from './steps';

interface CourseProps {
  legs: LegLine[];
  /** names of extensions in the UCM */
  staff?: Record<string, string> | undefined;
  words: PanelWords;
}

/** The legs as a strip: rang 201, 202 › talked 203, 3 min 12 s › transferred to 204. */
export function Course({ legs, staff, words }: CourseProps) {
  const { panel, times } = words;
  return (
    <ol class="course" aria-label={panel.course}>
      {stepsOf(legs).map((step, i) => (
        <li class={`step step-${step.role}`} key={`${i}${step.role}`} title={times.exactTime(step.start)}>
          <span class="step-role">
            {panel.role[step.role === 'rang' && step.targets.length > 1 ? 'rangTogether' : step.role]}
          </span>
          {step.targets.length > 0 && (
            <b class="step-targets">{step.targets.map((target) => staffWords(target, staff)).join(', ')}</b>
          )}
          {step.length > 0 && <span class="step-length">{times.length(step.length)}</span>}
        </li>
      ))}
    </ol>
  );
}
