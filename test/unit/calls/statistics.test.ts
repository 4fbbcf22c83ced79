import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Direction, directions, type Outcome, outcomes } from '../../../lib/calls/call';
import { statistics } from '../../../lib/calls/statistics';

/** A call as a person would note it down. */
interface Noted {
  at: number;
  direction: Direction;
  outcome: Outcome;
  /** 0: hidden */
  caller: number;
  ring: number;
  talk: number;
}

const utc = (text: string) => Date.parse(`${text}Z`) / 1000;

function noted(text: string, told: Partial<Noted> = {}): Noted {
  return { at: utc(text), direction: 'in', outcome: 'answered', caller: 1, ring: 10, talk: 60, ...told };
}

/** Segments of some calls each, as the store keeps them; every caller has two notations, 2n − 1 and 2n. */
function segmentsOf(calls: readonly Noted[], size: number) {
  const ordered = [...calls].sort((a, b) => a.at - b.at);
  const parts = [];
  for (let i = 0; i < ordered.length; i += size) parts.push(ordered.slice(i, i + size));
  return parts.map((part) => ({
    count: part.length,
    start: part.map(({ at }) => at),
    direction: part.map(({ direction }) => directions.indexOf(direction)),
    outcome: part.map(({ outcome }) => outcomes.indexOf(outcome)),
    number: part.map(({ caller }, i) => (caller === 0 ? 0 : caller * 2 - (i % 2))),
    ring: part.map(({ ring }) => ring),
    talk: part.map(({ talk }) => talk),
  }));
}
const caller = Uint32Array.from({ length: 20 }, (_, entry) => Math.ceil(entry / 2));

const always = { from: 0, until: 2 ** 32, zone: 'Europe/Paris', caller };

/** What the clock on the wall shows: asked of the browser for each call by itself. */
function wall(at: number, zone: string): { day: string; weekday: number; hour: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at * 1000);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    day: `${of('year')}-${of('month')}-${of('day')}`,
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(of('weekday')),
    hour: Number(of('hour')),
  };
}

/** The same figures, counted the slow way: each from a list of its own. */
function counted(calls: readonly Noted[], before: number, from: number, until: number, zone: string) {
  const all = [...calls].sort((a, b) => a.at - b.at);
  const talked = ({ direction, outcome }: Noted) =>
    (direction === 'in' || direction === 'out') && outcome === 'answered';
  const missed = ({ direction, outcome }: Noted) => direction === 'in' && outcome !== 'answered';
  const closing = (call: Noted) => {
    const later = all.slice(all.indexOf(call) + 1);
    return later.find((other) => talked(other) && call.caller !== 0 && other.caller === call.caller);
  };
  const takenIn = ({ direction, outcome }: Noted) => direction === 'in' && outcome === 'answered';
  const figures = (some: readonly Noted[]) => ({
    calls: some.length,
    answered: some.filter(({ outcome }) => outcome === 'answered').length,
    missed: some.filter(missed).length,
    open: some.filter((call) => missed(call) && !closing(call)).length,
    talk: some.reduce((sum, { talk }) => sum + talk, 0),
    answeredIn: some.filter(takenIn).length,
    waited: some.filter(takenIn).reduce((sum, { ring }) => sum + ring, 0),
    backAfter: some.filter(missed).reduce((sum, call) => sum + ((closing(call)?.at ?? call.at) - call.at), 0),
  });
  const period = all.filter(({ at }) => at >= from && at < until);
  const walls = period.map(({ at }) => wall(at, zone));
  const heat = Array.from({ length: 168 }, (_, cell) => {
    return walls.filter(({ weekday, hour }) => weekday * 24 + hour === cell).length;
  });
  const dates = walls.map(({ day }) => day).sort();
  const days = [];
  for (let day = dates[0]; day !== undefined && day <= (dates.at(-1) ?? ''); day = nextDay(day)) {
    days.push({ day, ...figures(period.filter((_, i) => walls[i]?.day === day)) });
  }
  return {
    ...figures(period),
    before: figures(all.filter(({ at }) => at >= before && at < from)),
    groups: [0, 1].map((group) => figures(period.filter(({ talk }) => talk % 2 === group))),
    heat,
    days,
  };
}

function nextDay(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Calls of an odd and of an even number of seconds: two groups, of four entries. */
const byTalk = ({ talk }: { talk: number[] }) => talk.map((seconds) => seconds % 4);

const told = ({ heat, ...rest }: ReturnType<typeof statistics>) => ({ ...rest, heat: [...heat] });

/** Nights in which clocks change, a few days on each side: by an hour, by half of one, for Ramadan, at midnight. */
const nights = [
  ['Europe/Paris', '2026-03-29T01:00'],
  ['Europe/Paris', '2026-10-25T01:00'],
  ['America/New_York', '2026-11-01T06:00'],
  ['Australia/Lord_Howe', '2026-04-04T15:00'],
  ['Australia/Lord_Howe', '2026-10-03T15:30'],
  ['Africa/Casablanca', '2026-02-15T02:00'],
  ['America/Havana', '2026-11-01T05:00'],
  ['Asia/Kathmandu', '2026-05-01T00:00'],
  ['UTC', '2026-01-01T00:00'],
] as const;

describe('the figures of a period', () => {
  it('are those that a count of each by itself gives, in any zone, over any change of the clocks', () => {
    const history = fc.record({
      night: fc.constantFrom(...nights),
      calls: fc.uniqueArray(
        fc.record({
          after: fc.oneof(fc.integer({ min: -300_000, max: 300_000 }), fc.integer({ min: -9000, max: 9000 })),
          direction: fc.constantFrom(...directions),
          outcome: fc.constantFrom<Outcome>('answered', 'answered', 'missed', 'voicemail', 'menu', 'busy'),
          caller: fc.nat(3),
          ring: fc.nat(60),
          talk: fc.nat(900),
        }),
        { maxLength: 60, size: 'max', selector: ({ after }) => after },
      ),
      size: fc.integer({ min: 1, max: 20 }),
      from: fc.integer({ min: -300_000, max: 100_000 }),
      length: fc.integer({ min: 1, max: 500_000 }),
    });
    fc.assert(
      fc.property(history, ({ night: [zone, change], calls, size, from, length }) => {
        const at = utc(change);
        const all = calls.map(({ after, ...call }) => ({ ...call, at: at + after }));
        const period = { from: at + from, until: at + from + length };
        const before = period.from - length;
        const group = { column: byTalk, of: [0, 1, 0, 1], count: 2 };
        const figures = statistics(segmentsOf(all, size), { ...period, before, zone, caller, group });
        expect(told(figures)).toEqual(counted(all, before, period.from, period.until, zone));
      }),
      { numRuns: 200 },
    );
  });

  it('by group leave out the calls of segments that do not tell it, and count them in all else', () => {
    const calls = [
      noted('2026-07-14T08:00', { outcome: 'missed', talk: 0 }),
      noted('2026-07-15T08:00', { talk: 30 }),
      noted('2026-07-15T09:00', { talk: 31 }),
    ];
    const [old, ...told] = segmentsOf(calls, 1).map((columns, i) => ({ ...columns, group: i === 0 ? undefined : [i] }));
    const group = { column: (columns: { group: number[] | undefined }) => columns.group, of: [0, 1, 2], count: 3 };
    const figures = statistics(old ? [old, ...told] : [], { ...always, group });
    expect(figures.groups.map((one) => [one.calls, one.talk])).toEqual([
      [0, 0],
      [1, 30],
      [1, 31],
    ]);
    expect(figures).toMatchObject({ calls: 3, missed: 1, talk: 61 });
  });

  it('a call missed in the period and answered after it is not open; one of a hidden caller stays so', () => {
    const calls = [
      noted('2026-07-14T08:00', { outcome: 'missed' }),
      noted('2026-07-14T08:10', { outcome: 'missed', caller: 0 }),
      noted('2026-07-15T08:00', { direction: 'out', talk: 30 }),
      noted('2026-07-15T08:10', { caller: 0 }),
    ];
    const period = { from: utc('2026-07-14T00:00'), until: utc('2026-07-15T00:00') };
    expect(statistics(segmentsOf(calls, 2), { ...always, ...period })).toMatchObject({ calls: 2, missed: 2, open: 1 });
  });

  it('the hour that comes twice in an autumn night holds the calls of both; the one left out in spring holds none', () => {
    const autumn = [noted('2026-10-25T00:30'), noted('2026-10-25T01:00'), noted('2026-10-25T02:30')];
    const sunday = (figures: ReturnType<typeof statistics>) => [...figures.heat.slice(6 * 24, 6 * 24 + 5)];
    expect(sunday(statistics(segmentsOf(autumn, 9), always))).toEqual([0, 0, 2, 1, 0]);
    const spring = [noted('2026-03-29T00:30'), noted('2026-03-29T01:30')];
    expect(sunday(statistics(segmentsOf(spring, 9), always))).toEqual([0, 1, 0, 1, 0]);
  });

  it('days without a call stand between those with some', () => {
    const calls = [noted('2026-02-27T10:00'), noted('2026-03-02T10:00')];
    const { days } = statistics(segmentsOf(calls, 1), always);
    expect(days.map(({ day, calls: of }) => [day, of])).toEqual([
      ['2026-02-27', 1],
      ['2026-02-28', 0],
      ['2026-03-01', 0],
      ['2026-03-02', 1],
    ]);
  });

  it('only the calls asked for are counted, but any of them closes a missed one', () => {
    const calls = [noted('2026-07-14T08:00', { outcome: 'missed' }), noted('2026-07-14T09:00', { direction: 'out' })];
    const only = (columns: { direction: ArrayLike<number> }, row: number) => columns.direction[row] === 0;
    expect(statistics(segmentsOf(calls, 9), { ...always, only })).toMatchObject({ calls: 1, missed: 1, open: 0 });
  });

  it('of no calls are all nought, and nobody waited', () => {
    expect(statistics([], always)).toMatchObject({ calls: 0, open: 0, answeredIn: 0, days: [] });
  });
});
