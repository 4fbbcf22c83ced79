// biome-ignore-all lint/a11y/useSemanticElements: lines that are placed one by one cannot be a table's
// biome-ignore-all lint/a11y/useFocusableInteractive: in this grid the focus is on lines, not on cells
import type { JournalLine } from '../../lib/questions/journal';
import { DirectionMark } from '../call/DirectionMark';
import { OutcomeBadge } from '../call/OutcomeBadge';
import type { CallsWords } from './calls-words';
import { Who } from './Who';

interface LineProps {
  line: JournalLine;
  /** of the call's own page */
  address: string;
  selected: boolean;
  onSelect(): void;
  words: CallsWords;
  /** UTC epoch seconds */
  now: number;
}

/** The cells of one call; its time leads to the call. */
export function Line({ line, address, selected, onSelect, words, now }: LineProps) {
  const { panel, call, times, say } = words;
  return (
    <>
      <span class="journal-select" role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          aria-label={`${words.calls.select}, ${times.day(line.start, now)} ${times.time(line.start)}`}
          onChange={onSelect}
        />
      </span>
      <span class="journal-when" role="gridcell">
        <a href={address} tabIndex={-1} title={times.date(line.start)}>
          {times.day(line.start, now)} {times.time(line.start)}
        </a>
      </span>
      <span class="journal-direction" role="gridcell">
        <DirectionMark direction={line.direction} words={words} />
      </span>
      <span class="journal-number" role="gridcell">
        {line.number || call.hidden}
      </span>
      <span class="journal-who" role="gridcell">
        <Who line={line} words={words} />
      </span>
      <span class="journal-outcome" role="gridcell">
        <OutcomeBadge outcome={line.outcome} words={words} />
        {line.open && <span class="journal-open">{panel.toCallBack}</span>}
      </span>
      <span class="journal-extension" role="gridcell">
        {[line.through, line.extension].filter((one) => one !== '').join(' › ')}
      </span>
      <span class="journal-talk" role="gridcell">
        {line.talk > 0 && times.clock(line.talk)}
      </span>
      <span class="journal-marks quiet" role="gridcell">
        {line.recordings > 0 && say(panel.recordings, { count: line.recordings })}
      </span>
    </>
  );
}
