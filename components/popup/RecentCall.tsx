import type { RecentLine } from '../../lib/questions/questions';
import { DirectionMark } from '../call/DirectionMark';
import { OutcomeBadge } from '../call/OutcomeBadge';
import type { PopupWords } from './popup-words';

interface RecentCallProps {
  line: RecentLine;
  words: PopupWords;
  /** UTC epoch seconds */
  now: number;
}

/** One call on two lines: who and when, number and outcome. With a party it leads to the card. */
export function RecentCall({ line, words, now }: RecentCallProps) {
  const { popup, times } = words;
  const content = (
    <>
      <DirectionMark direction={line.direction} words={words} />
      <span class="recent-row">
        <span class="recent-who" title={whoOf(line, words)}>
          {whoOf(line, words)}
        </span>
        <time
          class="soft"
          dateTime={new Date(line.start * 1000).toISOString()}
          title={`${times.date(line.start)} ${times.time(line.start)}`}
        >
          {whenOf(line.start, words, now)}
        </time>
      </span>
      <span class="recent-row">
        <span class="recent-number">{besideOf(line, words)}</span>
        {line.talk > 0 && <span class="soft">{times.length(line.talk)}</span>}
        {line.open && <span class="recent-open">{popup.open}</span>}
        <OutcomeBadge outcome={line.outcome} words={words} />
      </span>
    </>
  );
  if (line.card === '') return <li class="recent">{content}</li>;
  return (
    <li>
      <a class="recent" href={line.card} target="_blank" rel="noreferrer">
        {content}
      </a>
    </li>
  );
}

/** A name that the caller sent himself stands in quotation marks: it is not ours. */
function whoOf(line: RecentLine, words: PopupWords): string {
  const first = line.parties[0];
  if (first) {
    const name = first.company && first.company !== first.name ? `${first.name} (${first.company})` : first.name;
    const more = line.parties.length - 1;
    return more > 0 ? `${name}, ${words.say(words.popup.others, { count: more })}` : name;
  }
  if (line.number === '') return words.call.hidden;
  return line.name === '' ? line.number : `${line.number} ${words.say(words.popup.quoted, { name: line.name })}`;
}

function besideOf(line: RecentLine, words: PopupWords): string {
  if (line.parties.length > 0) return line.number;
  return line.extension === '' ? '' : words.say(words.popup.extension, { extension: line.extension });
}

/** The hour while it says which call is meant: today and yesterday. */
function whenOf(start: number, words: PopupWords, now: number): string {
  const { times } = words;
  const day = times.day(start, now);
  if (day === times.day(now, now)) return times.time(start);
  return day === times.date(start) ? day : `${day} ${times.time(start)}`;
}
