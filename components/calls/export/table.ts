import type { JournalLine } from '../../../lib/questions/journal';
import { partyWords } from '../../call/party-words';
import type { CallsWords } from '../calls-words';

/** A cell: a text, a whole number, a moment (UTC epoch seconds) or a length (seconds). '' is an empty cell. */
export type Cell = string | number | { at: number } | { seconds: number };

/** The titles of an export's columns, in the order of `cellsOf`. */
export function titlesOf({ panel, calls, statistics }: CallsWords): string[] {
  const { column } = panel;
  return [
    column.date,
    column.direction,
    column.who,
    calls.callerName,
    calls.party,
    column.outcome,
    panel.toCallBack,
    column.through,
    statistics.by.through,
    column.extension,
    statistics.by.trunk,
    column.ring,
    column.talk,
    panel.recorded,
  ];
}

export function cellsOf(line: JournalLine, { call, calls }: CallsWords): Cell[] {
  return [
    { at: line.start },
    call.direction[line.direction],
    line.number || call.hidden,
    line.name,
    line.parties.map(partyWords).join(', '),
    call.outcome[line.outcome],
    line.open ? calls.yes : '',
    call.type[line.type],
    line.through,
    line.extension,
    line.trunk,
    { seconds: line.ring },
    { seconds: line.talk },
    line.recordings,
  ];
}

/** Seconds since 1970 of the clocks of the browser's zone at this moment, as if they were UTC. */
export function wallClock(at: number): number {
  return at - new Date(at * 1000).getTimezoneOffset() * 60;
}

/** 125 → 0:02:05 */
export function lengthText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
