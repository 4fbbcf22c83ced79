import { type CallFigures, statistics } from '../calls/statistics';
import type { GroupBy, GroupFigures, StatisticsAnswer, StatisticsAsked } from '../questions/statistics';
import type { Columns } from '../store/columns';
import type { Known } from './journal';
import { shownNumber } from './lines';

/** groups that are told; a history has thousands of parties */
const MOST = 100;

/** The figures of a period and of the one before, in one pass over the columns of every call. */
export function periodStatistics(all: Known, { by, ...period }: StatisticsAsked): StatisticsAnswer {
  const { group, name } = by ? grouping(all, by) : { group: undefined, name: () => ({ value: '', label: '' }) };
  const { groups, heat, ...figures } = statistics(all.calls.segments, {
    ...period,
    caller: all.memory.numbers.alike(),
    ...(group && { group }),
  });
  const known: [CallFigures, number][] = [];
  groups.forEach((one, place) => {
    if (one.calls > 0) known.push([one, place]);
  });
  known.sort(([a], [b]) => b.calls - a.calls);
  return {
    ...figures,
    heat: [...heat],
    groups: known.slice(0, MOST).map(([one, place]) => ({ ...one, ...name(place) })),
    groupCount: known.length,
    ungrouped: group ? known.reduce((left, [one]) => left - one.calls, figures.calls) : 0,
  };
}

interface Grouping {
  group: { column: (columns: Columns) => ArrayLike<number> | undefined; of: ArrayLike<number>; count: number };
  name(place: number): Pick<GroupFigures, 'value' | 'label'>;
}

/** What calls are put together by, and what the groups are called. */
export function grouping({ memory, who, plan, staff }: Known, by: GroupBy): Grouping {
  if (by === 'party') {
    const { of, list } = who.owners();
    return {
      group: { column: (columns) => columns.number, of, count: list.length },
      name: (place) => ({ value: list[place]?.key ?? '', label: list[place]?.name ?? '' }),
    };
  }
  const { extensions } = memory;
  const of = Uint32Array.from({ length: extensions.size() }, (_, entry) => (extensions.text(entry) === '' ? 0 : entry));
  return {
    group: { column: (columns) => columns[by], of, count: of.length },
    name(place) {
      const value = extensions.text(place);
      if (by === 'trunk') return { value, label: value };
      if (by === 'did') return { value, label: value === '' ? '' : shownNumber(value, plan) };
      return { value, label: [value, staff.get(value) ?? ''].join(' ').trim() };
    },
  };
}
