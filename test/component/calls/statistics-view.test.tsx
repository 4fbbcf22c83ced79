import { describe, expect, it } from 'vitest';
import { bucketsOf } from '../../../components/calls/buckets';
import { addDays } from '../../../components/calls/days';
import { noFilter, readQuery, toJournalFilter, writeQuery } from '../../../components/calls/journal-filter';
import { readRoute } from '../../../components/calls/route';
import { type StatisticsView, statisticsAddress, stretchesOf } from '../../../components/calls/statistics-view';
import type { DayFigures } from '../../../lib/calls/statistics';

const noon = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime() / 1000;
const view = (part: Partial<StatisticsView>): StatisticsView => {
  const route = readRoute(statisticsAddress(part));
  if (route.view !== 'statistics') throw new Error(`an address of ${route.view}`);
  return route.statistics;
};
const stretches = (part: Partial<StatisticsView>, now = noon(2026, 11, 23)) => {
  const { period, before } = stretchesOf(view(part), now);
  return [period.first, period.last, before.first, before.last];
};

describe('the days of a period', () => {
  it.each([
    [{ period: 'today' }, ['2026-11-23', '2026-11-23', '2026-11-22', '2026-11-22']],
    [{ period: '7d' }, ['2026-11-17', '2026-11-23', '2026-11-10', '2026-11-16']],
    [{ period: '12m' }, ['2025-11-24', '2026-11-23', '2024-11-24', '2025-11-23']],
    [
      { period: 'range', from: '2026-10-31', to: '2026-10-01' },
      ['2026-10-01', '2026-10-31', '2026-08-31', '2026-09-30'],
    ],
    [
      { period: 'range', from: '2026-02-31', to: '2026-11-22' },
      ['2026-11-22', '2026-11-23', '2026-11-20', '2026-11-21'],
    ],
  ] as const)('%o', (part, expected) => {
    expect(stretches(part)).toEqual(expected);
  });

  it('twelve months from 29 February begin on 2 March', () => {
    expect(stretches({ period: '12m' }, noon(2028, 2, 29)).slice(0, 2)).toEqual(['2027-03-02', '2028-02-29']);
  });
});

describe('what a bar stands for', () => {
  const figures = { answered: 0, missed: 0, open: 0, talk: 0, answeredIn: 0, waited: 0, backAfter: 0 };
  const days: DayFigures[] = ['2026-10-25', '2026-10-26', '2026-11-01', '2026-11-03'].map((day) => ({
    day,
    calls: 1,
    ...figures,
  }));
  const period = { first: '2026-10-24', last: '2026-11-04' };
  const told = (unit: StatisticsView['unit']) =>
    bucketsOf(days, period, unit).map(({ first, last, figures: { calls } }) => [first, last, calls]);

  it('a week begins on Monday; the first and the last end with the period', () => {
    expect(told('week')).toEqual([
      ['2026-10-24', '2026-10-25', 1],
      ['2026-10-26', '2026-11-01', 2],
      ['2026-11-02', '2026-11-04', 1],
    ]);
  });

  it('months, and days without a call', () => {
    expect(told('month')).toEqual([
      ['2026-10-24', '2026-10-31', 2],
      ['2026-11-01', '2026-11-04', 2],
    ]);
    expect(told('day')).toHaveLength(12);
    expect(told('day')[1]).toEqual(['2026-10-25', '2026-10-25', 1]);
  });
});

describe('the journal’s filters that statistics lead to', () => {
  it('stand in the address and come back out of it', () => {
    const all = { ...noFilter, outcome: 'nobody', extension: '203', party: 'thirdparty:12', hour: '33' } as const;
    expect(readQuery(writeQuery(all))).toEqual(all);
    expect(toJournalFilter(all, 0)).toMatchObject({ missed: true, extension: '203', party: 'thirdparty:12' });
    expect(toJournalFilter({ ...noFilter, did: 'none' }, 0)).toEqual({ did: '' });
  });

  it('what is no hour and no party is left out', () => {
    expect(readQuery('hour=168&party=12&columns=password')).toEqual(noFilter);
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});
