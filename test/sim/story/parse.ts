import type { Call, Marks } from './call';
import { dateOf, isDay } from './day';
import { LENGTH, seconds } from './length';
import { parseStep } from './parse-step';
import type { Zone } from './zone';

export interface ReadingPlace {
  /** The moment "today" and "ago" are seen from, UTC epoch seconds. */
  readonly now: number;
  readonly zone: Zone;
}

/**
 * Reads a story: headings (`today`, `-12d`, `-3wd`, `2026-10-25`), one call a line, `#` for remarks, blank lines free.
 * Times are the PBX's own; `02:30+01:00` says which of the two half past twos of an autumn night is meant,
 * `12m ago` and `now` count from the present.
 */
export function parseStory(text: string, place: ReadingPlace): Call[] {
  const calls: Call[] = [];
  let date = dateOf('today', place.now, place.zone);
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (isDay(line)) date = dateOf(line, place.now, place.zone);
    else calls.push(parseLine(line, date, place));
  }
  return calls;
}

const CLOCK = String.raw`\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d)?`;
const HEAD = new RegExp(
  String.raw`^(?<when>${CLOCK}|now|${LENGTH} ago) (?<way>in|out|internal|external) (?<caller>[+\w]+)` +
    String.raw`(?: "(?<name>(?:[^"\\]|\\.)*)")?(?: to (?<did>\d+))?$`,
);

/** One line of the story. `date` is the day (`YYYY-MM-DD`) its clock time belongs to. */
export function parseLine(line: string, date: string, place: ReadingPlace): Call {
  // An arrow or a bracket inside a name is part of the name.
  const name = /"(?:[^"\\]|\\.)*"/.exec(line)?.[0] ?? '';
  const [head = '', ...steps] = line
    .replace(name, '"\u0000"')
    .replace(/(?: \[[^\]]*\])+$/, '')
    .split(/ *(?:→|->) */)
    .map((part) => part.trim());
  const parts = HEAD.exec(head.replace('"\u0000"', () => name))?.groups;
  if (!parts) throw new Error(`The story does not understand "${head}" in: ${line}`);
  return {
    line,
    at: whenOf(parts['when'] ?? '', date, place),
    way: wayOf(parts['way'] ?? ''),
    caller: parts['caller'] === 'hidden' ? '' : (parts['caller'] ?? ''),
    name: (parts['name'] ?? '').replace(/\\(.)/g, '$1'),
    did: parts['did'] ?? '',
    steps: steps.map(parseStep),
    marks: marksOf(/(?: \[[^\]]*\])+$/.exec(line.replace(name, ''))?.[0] ?? ''),
  };
}

function whenOf(text: string, date: string, { now, zone }: ReadingPlace): number {
  if (text === 'now') return Math.floor(now);
  if (text.endsWith(' ago')) return Math.floor(now) - seconds(text.slice(0, -4));
  const [, clock = '', offset] = /^([\d:]+)([+-]\d\d:\d\d)?$/.exec(text) ?? [];
  const full = `${date} ${clock.length === 5 ? `${clock}:00` : clock}`;
  return offset === undefined ? zone.epochOf(full) : Date.parse(`${full.replace(' ', 'T')}${offset}`) / 1000;
}

function wayOf(text: string): Call['way'] {
  if (text === 'in' || text === 'out' || text === 'internal' || text === 'external') return text;
  throw new Error(`No way of calling: "${text}"`);
}

function marksOf(text: string): Marks {
  const marks = [...text.matchAll(/\[([^\]]*)\]/g)].map((found) => found[1] ?? '');
  const known = /^(?:rec(?: \d+| fork)?|late \w+|own session|glued|analog)$/;
  const strange = marks.find((mark) => !known.test(mark));
  if (strange !== undefined) throw new Error(`The story does not know the mark [${strange}]`);
  const recorded = marks.find((mark) => mark.startsWith('rec'));
  const late = marks.find((mark) => mark.startsWith('late '));
  return {
    recordings: recorded === undefined ? 0 : Number(/\d+/.exec(recorded)?.[0] ?? 1),
    recordingOnFork: recorded === 'rec fork',
    late: late === undefined ? 0 : seconds(late.slice(5)),
    ownSession: marks.includes('own session'),
    glued: marks.includes('glued'),
    analog: marks.includes('analog'),
  };
}
