import { fold } from '../calls/filter';
import { type NumberPlan, readNumber } from '../calls/number';
import type { Choice, ChoicesAnswer, ChoicesAsked } from '../questions/journal';
import type { GroupBy } from '../questions/statistics';
import type { Known } from './journal';
import { grouping } from './statistics';

/** A value with what it is found by. */
interface Counted {
  choice: Choice;
  folded: string;
  digits: string;
}

/** The values that calls can be filtered by, counted in one pass over a column and kept as long as what is known stands. */
export function createChoices(): (all: Known, asked: ChoicesAsked) => ChoicesAnswer {
  const kept = new WeakMap<Known, Map<GroupBy, readonly Counted[]>>();

  function counted(all: Known, by: GroupBy): readonly Counted[] {
    const known = kept.get(all) ?? new Map<GroupBy, readonly Counted[]>();
    kept.set(all, known);
    const found = known.get(by) ?? count(all, by);
    known.set(by, found);
    return found;
  }

  return (all, { by, text, limit }) => {
    const words = fold(text)
      .split(/\s+/)
      .filter((word) => word !== '');
    const digits = /^[\d\s().+\-/]+$/.test(text) ? digitsIn(text) : '';
    const found = counted(all, by).filter(
      ({ choice: { value }, folded, digits: own }) =>
        isWorded(value) || words.every((word) => folded.includes(word)) || (digits !== '' && own.includes(digits)),
    );
    return { choices: found.slice(0, limit).map(({ choice }) => choice), count: found.length };
  };
}

/** Values whose name is a word of the page: the page looks whether it is meant. */
function isWorded(value: string): boolean {
  return value === '' || value === 'several';
}

function count(all: Known, by: GroupBy): readonly Counted[] {
  const { group, name } = grouping(all, by);
  const counts = new Uint32Array(group.count);
  const { of } = group;
  for (const columns of all.calls.segments) {
    const column = group.column(columns);
    if (!column) continue;
    for (let row = 0; row < columns.count; row++) {
      const place = of[column[row] ?? 0] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const found: Counted[] = [];
  counts.forEach((calls, place) => {
    if (calls === 0) return;
    const { value, label } = name(place);
    const written = by === 'party' ? label : `${label} ${value}`;
    found.push({
      choice: { value, label, calls },
      folded: fold(written),
      digits: by === 'did' ? `${digitsIn(value)} ${digitsIn(worldwide(value, all.plan))}` : '',
    });
  });
  return found.sort((a, b) => b.choice.calls - a.choice.calls);
}

function worldwide(raw: string, plan: NumberPlan): string {
  const read = readNumber(raw, plan);
  return read.kind === 'hidden' || read.kind === 'extension' ? '' : (read.e164 ?? '');
}

/** Without what a notation may leave out: +33 1 99 and 01 99 are both found by 199. */
function digitsIn(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+/, '');
}
