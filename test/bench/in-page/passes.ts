import { type AllCalls, allCallsOf } from '../../../lib/answers/all-calls';
import { selectCalls } from '../../../lib/answers/select-calls';
import { callTypes, directions, outcomes } from '../../../lib/calls/call';
import { columnTest } from '../../../lib/calls/filter';
import { statistics } from '../../../lib/calls/statistics';
import { createCatalogue } from '../../../lib/store/catalogue';
import type { Columns } from '../../../lib/store/columns';
import { createDictionary } from '../../../lib/store/dictionary';
import { createRandom } from '../../sim/story/random';

const SEGMENT = 1000;
const SEGMENTS = 1000;
const UNTIL = 1_790_000_000;

let segments: Columns[] = [];
let all: AllCalls | undefined;
/** no party has any of the numbers: their names are a matter of the directory */
const nobody = {
  match: () => undefined,
  matched: () => new Uint8Array(numbers.size()),
  named: () => [],
  owners: () => ({ of: new Uint32Array(numbers.size()), list: [] }),
  onCard: () => ({ has: new Uint8Array(numbers.size()), name: '' }),
};
const numbers = createDictionary('number', [], (text) => `+33${text.slice(1)}`);
const names = createDictionary('name', []);
const extensions = createDictionary('extension', []);
const memory = { catalogue: createCatalogue([]), numbers, names, extensions };

/** A million calls as they stand in memory once their columns were read: 50,000 numbers, 20,000 names. */
export function loadMillion(): void {
  const random = createRandom(7);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let i = 0; i < 50_000; i++) numbers.entry(`06${String(i * 1997).padStart(8, '0')}`);
  for (let i = 0; i < 20_000; i++) names.entry(`Société ${i.toString(36)} Dépannage`);
  for (let i = 0; i < 40; i++) extensions.entry(String(200 + i));
  segments = Array.from({ length: SEGMENTS }, (_, id) => {
    const of32 = (value: (i: number) => number) => Uint32Array.from({ length: SEGMENT }, (_one, i) => value(i));
    const of8 = (limit: number) => Uint8Array.from({ length: SEGMENT }, () => below(limit));
    return {
      id,
      count: SEGMENT,
      start: of32((i) => UNTIL - (SEGMENTS * SEGMENT - id * SEGMENT - i) * 60),
      mark: of32(() => below(2 ** 32)),
      number: of32(() => 1 + Math.floor(random() ** 2 * 50_000)),
      name: of32(() => (random() < 0.5 ? 0 : 1 + below(20_000))),
      extension: of32(() => 1 + below(40)),
      through: of32(() => below(41)),
      did: of32(() => 0),
      trunk: of32(() => 1 + below(3)),
      direction: of8(directions.length),
      type: of8(callTypes.length),
      outcome: of8(outcomes.length),
      recordings: of8(2),
      ring: Uint16Array.from({ length: SEGMENT }, () => below(60)),
      talk: of32(() => below(900)),
    };
  });
}

interface Pass {
  took: number;
  floor: number;
  found: number;
}

/** Missed calls from outside in the younger half of the time, by the product's test; the floor compares by hand. */
export function filterPass(): Pass {
  const from = UNTIL - (SEGMENTS * SEGMENT * 60) / 2;
  const test = columnTest({ direction: 'in', outcome: 'missed', from });
  const pass = timed(() => {
    let found = 0;
    for (const columns of segments) for (let row = 0; row < columns.count; row++) if (test(columns, row)) found++;
    return found;
  });
  const direction = directions.indexOf('in');
  const outcome = outcomes.indexOf('missed');
  const floor = timed(() => {
    let found = 0;
    for (const columns of segments) {
      const { start, direction: directionOf, outcome: outcomeOf, count } = columns;
      for (let row = 0; row < count; row++) {
        if (directionOf[row] === direction && outcomeOf[row] === outcome && (start[row] ?? 0) >= from) found++;
      }
    }
    return found;
  });
  return { took: pass.took, floor: floor.took, found: same(pass.found, floor.found) };
}

/**
 * A text that names of many calls have, asked as a list of all calls asks it. The floor is a loop that only looks up,
 * by entry, an answer found before.
 */
export function searchPass(text: string): Pass {
  all ??= allCallsOf(segments, numbers.alike());
  const calls = all;
  const words = plain(text).split(' ');
  const fits = (entry: number) => words.every((word) => plain(names.text(entry)).includes(word));
  const nameFits = Uint8Array.from({ length: names.size() }, (_, entry) => (fits(entry) ? 1 : 0));
  const pass = timed(() => selectCalls(memory, nobody, calls, { text }).figures.calls);
  const floor = timed(() => {
    let found = 0;
    for (const { name, count } of segments)
      for (let row = 0; row < count; row++) found += nameFits[name[row] ?? 0] ?? 0;
    return found;
  });
  return { took: pass.took, floor: floor.took, found: same(pass.found, floor.found) };
}

/**
 * Two years by hour and weekday, open calls and all, through the clocks of France. The floor counts the same figures of
 * all calls in a bare loop, with neither clocks nor callers.
 */
export function statisticsPass(): Pass {
  const wish = { from: 0, until: UNTIL, zone: 'Europe/Paris', caller: numbers.alike() };
  const pass = timed(() => statistics(segments, wish).missed);
  const incoming = directions.indexOf('in');
  const answered = outcomes.indexOf('answered');
  let sum = 0;
  const floor = timed(() => {
    let missed = 0;
    for (const { start, direction, outcome, ring, talk, number, count } of segments) {
      for (let row = 0; row < count; row++) {
        sum += (start[row] ?? 0) + (ring[row] ?? 0) + (talk[row] ?? 0) + (number[row] ?? 0);
        if (direction[row] === incoming && outcome[row] !== answered) missed++;
      }
    }
    return missed;
  });
  if (sum === 0) throw new Error('nothing was read');
  return { took: pass.took, floor: floor.took, found: same(pass.found, floor.found) };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function timed(work: () => number): { took: number; found: number } {
  const from = performance.now();
  const found = work();
  return { took: performance.now() - from, found };
}

function same(found: number, expected: number): number {
  if (found !== expected || found === 0) throw new Error(`found ${found} of ${expected}`);
  return found;
}
