import { wallHours } from '../calls/hour-of-week';
import type { JournalFilter } from '../questions/journal';
import type { CallMemory } from '../store/call-store';
import type { Columns } from '../store/columns';
import { kindOf } from './all-calls';
import type { WhoHas } from './directory';

type Test = (columns: Columns, row: number) => boolean;

/**
 * A test for what only the journal filters by, by the same columns and owners that the statistics count: missed in any
 * way, extension, what took the call, number dialled, trunk, party, card, hour of the week. Undefined when none of it is asked
 * for.
 */
export function narrowTest(
  { extensions }: CallMemory,
  who: WhoHas,
  { missed, extension, through, did, trunk, party, card, week }: JournalFilter,
): Test | undefined {
  const tests: Test[] = [];
  if (missed) tests.push((columns, row) => kindOf(columns, row) === 1);
  for (const [name, text] of [
    ['extension', extension] as const,
    ['through', through] as const,
    ['did', did] as const,
    ['trunk', trunk] as const,
  ]) {
    if (text === undefined) continue;
    const fits = Uint8Array.from({ length: extensions.size() }, (_, entry) =>
      extensions.text(entry) === text ? 1 : 0,
    );
    // a column that is not there yet tells nothing, not even that there is none
    tests.push((columns, row) => fits[columns[name]?.[row] ?? fits.length] === 1);
  }
  if (party !== undefined) {
    const { of, list } = who.owners();
    const wanted = list.findIndex(({ key }) => key === party);
    tests.push(({ number }, row) => (of[number[row] ?? 0] ?? 0) === wanted);
  }
  if (card) {
    const { has } = who.onCard(card);
    tests.push(({ number }, row) => has[number[row] ?? 0] === 1);
  }
  if (week) tests.push(inHour(week));
  if (tests.length === 0) return undefined;
  return (columns, row) => tests.every((test) => test(columns, row));
}

function inHour({ hour, zone }: { hour: number; zone: string }): Test {
  const at = wallHours(zone);
  let known = at(0);
  let last = 0;
  return ({ start }, row) => {
    const asked = start[row] ?? 0;
    // calls come one after the other: most are in the hour of the one before
    if (asked < known.from || asked > last) {
      known = at(asked);
      last = asked;
    }
    return known.cell === hour;
  };
}
