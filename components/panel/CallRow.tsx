// biome-ignore-all lint/a11y/useSemanticElements: lines that are placed one by one cannot be a table's
// biome-ignore-all lint/a11y/useFocusableInteractive: in this treegrid the focus is on lines, not on cells
import type { CallLine } from '../../lib/questions/questions';
import { DirectionMark } from '../call/DirectionMark';
import { Icon } from '../call/Icon';
import { OutcomeBadge } from '../call/OutcomeBadge';
import type { PanelWords } from './panel-words';

interface CallRowProps {
  /** undefined while its page is on the way */
  line: CallLine | undefined;
  index: number;
  rowIndex: number;
  open: boolean;
  /** the one line that the Tab key reaches */
  current: boolean;
  words: PanelWords;
  /** UTC epoch seconds */
  now: number;
  onPress(): void;
}

/** One call in one line. */
export function CallRow({ line, index, rowIndex, open, current, words, now, onPress }: CallRowProps) {
  const press = (): void => {
    // a number that is being marked to be copied is no click
    if (!String(window.getSelection() ?? '')) onPress();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys of all its lines
    <div
      class={open ? 'line columns line-open' : 'line columns'}
      role="row"
      aria-level={1}
      aria-rowindex={rowIndex}
      aria-expanded={open}
      aria-busy={line ? undefined : true}
      tabIndex={current ? 0 : -1}
      data-line={index}
      onClick={press}
    >
      {line ? (
        <Cells line={line} words={words} now={now} />
      ) : (
        <span class="cell cell-waiting" role="gridcell" aria-colindex={1} aria-colspan={9} />
      )}
    </div>
  );
}

function Cells({ line, words, now }: { line: CallLine; words: PanelWords; now: number }) {
  const { panel, call, times, say } = words;
  return (
    <>
      <span class="cell cell-date" role="gridcell" aria-colindex={1}>
        <span class="opener">
          <Icon name="open" />
        </span>
        <span class="first day" title={times.date(line.start)}>
          {times.day(line.start, now)}
        </span>
        <span class="second">{times.time(line.start)}</span>
      </span>
      <span class="cell cell-direction" role="gridcell" aria-colindex={2}>
        <DirectionMark direction={line.direction} words={words} />
      </span>
      <span class="cell cell-who" role="gridcell" aria-colindex={3}>
        <span class="first">
          <span class="number">{line.number || call.hidden}</span>
          {line.strength === 'probable' && (
            <span class="mark" title={panel.probableWhy}>
              {panel.probable}
            </span>
          )}
        </span>
        {line.name && <span class="second">{line.name}</span>}
      </span>
      <span class="cell cell-outcome" role="gridcell" aria-colindex={4}>
        <OutcomeBadge outcome={line.outcome} words={words} />
        {line.open && (
          <span class="second to-call-back" title={panel.toCallBackWhy}>
            {panel.toCallBack}
          </span>
        )}
      </span>
      <span class="cell cell-through" role="gridcell" aria-colindex={5}>
        <span class={line.type === 'direct' ? 'quiet' : 'first'}>{call.type[line.type]}</span>
        {line.through && <span class="second">{line.through}</span>}
      </span>
      <span class="cell cell-extension" role="gridcell" aria-colindex={6}>
        {line.extension}
      </span>
      <span class="cell cell-ring" role="gridcell" aria-colindex={7}>
        {line.ring > 0 && <span class="quiet">{times.clock(line.ring)}</span>}
      </span>
      <span class="cell cell-talk" role="gridcell" aria-colindex={8}>
        {line.talk > 0 && times.clock(line.talk)}
      </span>
      <span class="cell cell-marks" role="gridcell" aria-colindex={9}>
        {line.noted && <Mark icon="note" text={panel.noted} />}
        {line.others.length > 0 && <Mark icon="others" text={say(panel.others, { count: line.others.length })} />}
        {line.recordings > 0 && <Mark icon="recording" text={say(panel.recordings, { count: line.recordings })} />}
      </span>
    </>
  );
}

function Mark({ icon, text }: { icon: 'others' | 'recording' | 'note'; text: string }) {
  return (
    <span class={`sign sign-${icon}`} title={text}>
      <Icon name={icon} />
      <span class="unseen">{text}</span>
    </span>
  );
}
