import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../lib/calls/number';
import { type CallFacts, judgeUnknown, type UnknownRules, type Verdict } from '../../../lib/calls/unknown-number';
import { type LeftAside, whyLeftAside } from '../../../lib/calls/why-left-aside';

const plan = { country: 'FR', outsidePrefix: '0', own: ['01 99 00 12 00'], extensions: ['201'] };
/** Monday 23 November 2026, 10:00 in Paris: the day the rules were switched on. */
const monday = Date.UTC(2026, 10, 23, 9) / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;
const ground = { country: 'FR', zone: 'Europe/Paris', since: monday };

const usual: UnknownRules = {
  mode: 'automatic',
  directions: 'in',
  answered: true,
  seconds: 10,
  calls: 1,
  hours: 'any',
  days: [1, 2, 3, 4, 5],
  from: 8 * 60,
  until: 18 * 60,
  prefixes: [],
  never: [],
};
const talked: CallFacts = { start: monday + HOUR, direction: 'in', outcome: 'answered', talk: 95 };
const judge = (raw: string, calls: Partial<CallFacts>[], rules: Partial<UnknownRules> = {}): Verdict =>
  judgeUnknown(
    readNumber(raw, plan),
    calls.map((call) => ({ ...talked, ...call })),
    { ...usual, ...rules },
    ground,
  );
const mobile = '06 39 98 00 01';

describe('what is done', () => {
  const cases: [string, UnknownRules['mode'], Verdict][] = [
    ['switched off: nothing', 'off', 'nothing'],
    ['review: a person is asked', 'review', 'propose'],
    ['automatic: it is made', 'automatic', 'create'],
  ];
  test.each(cases)('%s', (_, mode, verdict) => {
    expect(judge(mobile, [{}], { mode })).toBe(verdict);
  });
});

describe('who is never asked about', () => {
  const cases: [string, string][] = [
    ['a colleague', '201'],
    ['any extension', '4711'],
    ['one of our own numbers', '+33 1 99 00 12 00'],
    ['a hidden caller', 'anonymous'],
    ['nobody', ''],
  ];
  test.each(cases)('%s', (_, raw) => {
    expect(judge(raw, [{}, {}, {}])).toBe('nothing');
  });
});

test('a number that cannot be read for certain is proposed and never made alone', () => {
  expect(judge('99001234', [{}])).toBe('propose');
});

describe('which calls count', () => {
  const cases: [string, Partial<CallFacts>[], Partial<UnknownRules>, Verdict][] = [
    ['a wrong number, put down after four seconds', [{ talk: 4 }], {}, 'nothing'],
    ['one who got nobody', [{ outcome: 'missed', talk: 0 }], { seconds: 0 }, 'nothing'],
    [
      'one who got nobody, where missed calls count',
      [{ outcome: 'missed', talk: 0 }],
      { answered: false, seconds: 0 },
      'create',
    ],
    ['somebody whom we rang', [{ direction: 'out' }], {}, 'nothing'],
    ['somebody whom we rang, where that counts', [{ direction: 'out' }], { directions: 'out' }, 'create'],
    ['either way', [{ direction: 'out' }], { directions: 'both' }, 'create'],
    ['a call between colleagues', [{ direction: 'internal' }], { directions: 'both' }, 'nothing'],
    ['the second call, where the third counts', [{}, {}], { calls: 3 }, 'nothing'],
    ['the third', [{}, {}, {}], { calls: 3 }, 'create'],
    ['a third that was too short', [{}, {}, { talk: 2 }], { calls: 3 }, 'nothing'],
  ];
  test.each(cases)('%s', (_, calls, rules, verdict) => {
    expect(judge(mobile, calls, rules)).toBe(verdict);
  });
});

describe('working hours are those of the office, from the first minute to the last', () => {
  const at = (day: number, hour: number, minute: number) => Date.UTC(2026, 10, day, hour - 1, minute) / 1000;
  const cases: [string, number, Verdict][] = [
    ['Tuesday at 7:59', at(24, 7, 59), 'nothing'],
    ['Tuesday at 8:00', at(24, 8, 0), 'create'],
    ['Tuesday at 17:59', at(24, 17, 59), 'create'],
    ['Tuesday at 18:00', at(24, 18, 0), 'nothing'],
    ['Saturday at noon', at(28, 12, 0), 'nothing'],
    // half an hour after midnight in Paris it is still Friday in Greenwich
    ['Saturday at 0:30', at(28, 0, 30), 'nothing'],
    ['Monday in July at 8:00, an hour nearer to Greenwich', Date.UTC(2027, 6, 5, 6, 0) / 1000, 'create'],
  ];
  test.each(cases)('%s', (_, start, verdict) => {
    expect(judge(mobile, [{ start }], { hours: 'working' })).toBe(verdict);
  });

  test('a night shift belongs to the day on which it began', () => {
    const night = { hours: 'working', from: 22 * 60, until: 6 * 60, days: [5] } as const;
    expect(judge(mobile, [{ start: at(27, 23, 0) }], night)).toBe('create');
    expect(judge(mobile, [{ start: at(28, 5, 59) }], night)).toBe('create');
    expect(judge(mobile, [{ start: at(28, 23, 0) }], night)).toBe('nothing');
    expect(judge(mobile, [{ start: at(27, 5, 0) }], night)).toBe('nothing');
  });
});

describe('how numbers begin, and which are never wanted', () => {
  const cases: [string, string, Partial<UnknownRules>, Verdict][] = [
    ['only France, and a caller from Belgium', '+32 2 552 12 34', { prefixes: ['+33'] }, 'nothing'],
    ['only France, and one from Paris', '01 99 00 44 44', { prefixes: ['+33'] }, 'create'],
    ['only Paris as it is dialled at home', '+33 1 99 00 44 44', { prefixes: ['01'] }, 'create'],
    ['only Paris, and a mobile', mobile, { prefixes: ['01'] }, 'nothing'],
    ['two wanted beginnings', mobile, { prefixes: ['+32', '06'] }, 'create'],
    ['a number on the never-list in another notation', mobile, { never: ['+33 6.39.98.00.01'] }, 'nothing'],
    ['surveys: a whole range', '0162 00 12 34', { never: ['0162*'] }, 'nothing'],
    ['a range by its length', '+33 6 39 98 00 01', { never: ['06399800??'] }, 'nothing'],
    ['a range one digit shorter is another', mobile, { never: ['06399800?'] }, 'create'],
    ['a Belgian number is not what 02 means in France', '+32 2 552 12 34', { never: ['02*'] }, 'create'],
    ['a star alone would be everybody: it counts for nothing', mobile, { never: ['*', ''] }, 'create'],
  ];
  test.each(cases)('%s', (_, raw, rules, verdict) => {
    expect(judge(raw, [{}], rules)).toBe(verdict);
  });
});

describe('what was there before the rules were switched on', () => {
  test('is proposed and never made by itself', () => {
    expect(judge(mobile, [{ start: monday - 30 * DAY }])).toBe('propose');
    expect(judge(mobile, [{ start: monday - 1 }])).toBe('propose');
    expect(judge(mobile, [{ start: monday }])).toBe('create');
  });

  test('and does not become new by another call', () => {
    expect(judge(mobile, [{}, { start: monday - DAY }])).toBe('propose');
  });

  test('but counts towards the third call, when the third is new', () => {
    expect(judge(mobile, [{ start: monday - 2 * DAY }, {}, { start: monday - DAY }], { calls: 3 })).toBe('create');
  });
});

describe('why a number is left aside', () => {
  const night = { start: monday + 12 * HOUR };
  const cases: [string, string, Partial<CallFacts>[], Partial<UnknownRules>, LeftAside | undefined][] = [
    ['it is not', mobile, [{}], {}, undefined],
    ['creation is off', mobile, [{}], { mode: 'off' }, 'off'],
    ['it is a colleague', '201', [{}], {}, 'not-a-number'],
    ['nobody wants to be asked about it', mobile, [{}], { never: ['06*'] }, 'never'],
    ['it begins otherwise', mobile, [{}], { prefixes: ['01'] }, 'prefix'],
    ['we called', mobile, [{ direction: 'out' }], {}, 'direction'],
    ['nobody answered', mobile, [{ outcome: 'missed', talk: 0 }], {}, 'answered'],
    ['the talk was short', mobile, [{ talk: 3 }], {}, 'seconds'],
    ['it called at night', mobile, [night], { hours: 'working' }, 'hours'],
    ['it called once', mobile, [{}], { calls: 2 }, 'few'],
    ['what fits one rule does not fit the next', mobile, [{ talk: 3 }, night], { hours: 'working' }, 'hours'],
  ];
  test.each(cases)('%s', (_, raw, calls, rules, why) => {
    const facts = calls.map((call) => ({ ...talked, ...call }));
    expect(whyLeftAside(readNumber(raw, plan), facts, { ...usual, ...rules }, ground)).toBe(why);
    expect(judge(raw, calls, rules) === 'nothing').toBe(why !== undefined);
  });
});
