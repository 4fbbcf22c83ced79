// biome-ignore-all lint/a11y/useSemanticElements: lines that are placed one by one cannot be a table's
// biome-ignore-all lint/a11y/useFocusableInteractive: in this grid the focus is on lines, not on cells
import type { ComponentChildren } from 'preact';
import type { JournalColumn } from '../../lib/calls/journal-columns';
import type { JournalLine } from '../../lib/questions/journal';
import { DirectionMark } from '../call/DirectionMark';
import { Icon } from '../call/Icon';
import { OutcomeBadge } from '../call/OutcomeBadge';
import { staffWords } from '../call/staff-words';
import type { CallsWords } from './calls-words';
import { Who } from './Who';

interface LineProps {
  columns: readonly JournalColumn[];
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
export function Line({ columns, line, address, selected, onSelect, words, now }: LineProps) {
  const { times } = words;
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
      {columns.map((column) => (
        <span key={column} class={`journal-${column}`} role="gridcell">
          {cellOf(column, line, words)}
        </span>
      ))}
    </>
  );
}

function cellOf(column: JournalColumn, line: JournalLine, words: CallsWords): ComponentChildren {
  const { panel, call, times, say } = words;
  switch (column) {
    case 'direction':
      return <DirectionMark direction={line.direction} words={words} />;
    case 'number':
      return line.number || call.hidden;
    case 'name':
      return line.name;
    case 'who':
      return <Who line={line} words={words} inLine />;
    case 'outcome':
      return (
        <>
          <OutcomeBadge outcome={line.outcome} words={words} />
          {line.open && <span class="journal-open">{panel.toCallBack}</span>}
        </>
      );
    case 'type':
      return call.type[line.type];
    case 'extension':
      return <Took line={line} />;
    case 'trunk':
      return line.trunk;
    case 'ring':
      return times.clock(line.ring);
    case 'talk':
      return line.talk > 0 && times.clock(line.talk);
    case 'recordings':
      return (
        line.recordings > 0 && (
          <Sign icon="recording" text={say(panel.recordings, { count: line.recordings })}>
            {line.recordings > 1 && words.count(line.recordings)}
          </Sign>
        )
      );
    case 'noted':
      return line.noted && <Sign icon="note" text={panel.noted} />;
  }
}

/** Group and extension with their names; whole in the title, since a narrow column cuts them. */
function Took({ line }: { line: JournalLine }) {
  const took = [line.through, line.extension]
    .filter((one) => one !== '')
    .map((one) => staffWords(one, line.staff))
    .join(' › ');
  return took === '' ? null : <span title={took}>{took}</span>;
}

interface SignProps {
  icon: 'recording' | 'note';
  text: string;
  children?: ComponentChildren;
}

/** A picture that says in words what it means; words would be cut in so narrow a column. */
function Sign({ icon, text, children }: SignProps) {
  return (
    <span class="journal-sign" title={text}>
      <Icon name={icon} /> <span aria-hidden="true">{children}</span>
      <span class="unseen">{text}</span>
    </span>
  );
}
