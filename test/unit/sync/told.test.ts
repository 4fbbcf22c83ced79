import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { manyCalls } from '../../sim/story/many-calls';
import { tell } from '../../sim/story/tell';
import { theStory } from '../../sim/story/the-story';
import { createZone } from '../../sim/story/zone';
import { now, paris, seen, seenOf, storyOf, told, toldOf } from '../calls/told';
import { browser, closeBrowsers, type Machine, machine } from './told-browser';

const HOUR = 3600;
const usual: Machine = {
  zone: paris,
  order: 'ascending',
  container: 'bare',
  shape: { grouping: 'shifted', subLegs: 'object', nulls: true, fields: 'full' },
  cap: 1000,
};

afterEach(closeBrowsers);

describe('a month, pulled from the UCM into the store', () => {
  const machines: [string, Partial<Machine>][] = [
    ['ascending', {}],
    ['descending', { order: 'descending' }],
    ['ascending, seven rows a page', { cap: 7 }],
    ['descending, seven rows a page', { order: 'descending', cap: 7 }],
    ['one row a page', { cap: 1 }],
    ['flat, in response', { container: 'response', shape: { ...usual.shape, grouping: 'flat' } }],
    [
      'clean groups with lists, with a status',
      { container: 'status', shape: { ...usual.shape, grouping: 'clean', subLegs: 'array' } },
    ],
  ];
  it.each(machines)('%s: what is kept is what happened', async (_name, told) => {
    const story = theStory({ now, zone: paris });
    const ucm = machine({ ...usual, ...told }, tell(story, paris));
    const here = await browser(HOUR);
    await here.pull(ucm, now + 2 * HOUR, 40);
    expect(seenOf(await here.calls())).toEqual(toldOf(story));
    expect(await here.pull(ucm, now + 2 * HOUR, 40)).toMatchObject({ newLegs: 0, newCalls: 0 });
  });

  it.each([
    ['Asia/Kolkata', -8 * HOUR],
    ['Asia/Kathmandu', HOUR],
    ['America/New_York', 13 * HOUR],
    ['Pacific/Auckland', -10 * HOUR],
  ])('of a UCM in %s by a browser %i seconds from Greenwich', async (name, guessed) => {
    const zone = createZone(name);
    const story = theStory({ now, zone });
    const here = await browser(guessed);
    await here.pull(machine({ ...usual, zone }, tell(story, zone)), now + 2 * HOUR, 40);
    expect(seenOf(await here.calls())).toEqual(toldOf(story));
    expect(here.state().offset).toBe(zone.offsetAt(now));
  });
});

describe('polls while calls go on', () => {
  it('every quarter of an hour of a day: each call is there once it is written, and at the end as it was', async () => {
    const story = theStory({ now, zone: paris }).filter(({ at }) => at > now - 4 * 86_400);
    const ucm = machine({ ...usual, cap: 7 }, tell(story, paris));
    const here = await browser(HOUR);
    for (let at = now - 5 * 86_400; at <= now + 5 * HOUR; at += 900) await here.pull(ucm, at, 7);
    expect(seenOf(await here.calls())).toEqual(toldOf(story));
  });

  it('a call whose last leg comes an hour later is one line, and then says what happened', async () => {
    const story = storyOf('today\n09:00 in 0536490101 → 201 answered 2m → blind 203 answered 5m [late 1h]');
    const ucm = machine(usual, tell(story, paris));
    const here = await browser(HOUR);
    const at = story[0]?.at ?? 0;
    await here.pull(ucm, at + 900, 3);
    expect((await here.calls()).map(({ talk }) => talk)).toEqual([120]);
    for (let later = 1800; later <= 7200; later += 900) await here.pull(ucm, at + later, 3);
    expect(seenOf(await here.calls())).toEqual(toldOf(story));
  });

  it('two known calls that a later leg joins become one', async () => {
    // Put through after a question: the caller and the question are two calls until the last leg is written.
    const story = storyOf('today\n09:00 in 0536490101 → 201 answered 2m → attended 203 answered 20m consulting 12s');
    const rows = tell(story, paris);
    const ucm = machine(usual, rows);
    const here = await browser(HOUR);
    const at = story[0]?.at ?? 0;
    await here.pull(ucm, at + 600, 3);
    expect(await here.calls()).toHaveLength(2);
    expect(await here.pull(ucm, at + 1800, 3)).toMatchObject({ newLegs: 1, newCalls: -1 });
    expect(seenOf(await here.calls())).toEqual(toldOf(story));
  });

  it('a call that ends three hours after it began is found', async () => {
    const story = storyOf('today\n08:00 in 0536490101 → 6300 conference 180m\n09:00 out 203 → 0639981234 answered 2m');
    const ucm = machine(usual, tell(story, paris));
    const here = await browser(HOUR);
    const at = story[0]?.at ?? 0;
    for (let later = 0; later <= 6 * HOUR; later += 900) await here.pull(ucm, at + later, 3);
    expect(seenOf(await here.calls())).toEqual(toldOf(story));
  });

  it('a call of nine hours, and one of eleven whose row comes late, are found while only the hourly reading looks so far back', async () => {
    const story = storyOf(
      '-1d\n06:00 in 0536490101 → 6300 conference 540m\n07:00 in 0261914020 → 6300 conference 660m [late 30m]',
    );
    const ucm = machine(usual, tell(story, paris));
    const here = await browser(HOUR);
    const at = story[0]?.at ?? 0;
    for (let later = 0; later <= 14 * HOUR; later += 900) await here.pull(ucm, at + later, 3);
    expect(seenOf(await here.calls())).toEqual(toldOf(story));
  });

  it('a machine that cuts its pages where the known rows end still gives the new ones', async () => {
    const known = storyOf(Array.from({ length: 7 }, (_, i) => `09:0${i} out 203 → 0639981234 answered 10s`).join('\n'));
    const fresh = storyOf('09:20 out 204 → 0639981234 answered 10s');
    const ucm = machine({ ...usual, cap: 7, shape: { ...usual.shape, nulls: false } }, tell(known, paris));
    const here = await browser(HOUR);
    const at = known[0]?.at ?? 0;
    await here.pull(ucm, at + 900, 3);
    ucm.add(tell(fresh, paris, 80_000, 2));
    await here.pull(ucm, at + 1800, 3);
    expect(await here.calls()).toHaveLength(8);
  });
});

describe('the UCM’s clock', () => {
  it('after a reset that began the row numbers anew, old calls stay and new ones come', async () => {
    const before = storyOf('-2d\n09:00 in 0639981234 → 203 answered 1m → blind 204 answered 2m');
    const after = storyOf('-1d\n10:00 in 0261914020 → 6400 group → 201 rang 9s → 203 answered 2m');
    const here = await browser(HOUR);
    await here.pull(machine(usual, tell(before, paris, 1)), (after[0]?.at ?? 0) - 60, 5);
    await here.pull(machine(usual, tell(after, paris, 1, 2)), now, 5);
    expect(seenOf(await here.calls())).toEqual(toldOf([...before, ...after]));
  });

  it.each([-13, -9, -3, 2, 6, 9])('put into a zone %i hours further east, it is followed', async (hours) => {
    const moved = createZone(`Etc/GMT${hours + 1 >= 0 ? '-' : '+'}${Math.abs(hours + 1)}`);
    const before = storyOf('-1d\n09:00 in 0639981234 → 203 answered 1m\n15:00 in 0639981234 → 203 answered 1m');
    const after = storyOf('now in 0261914020 → 203 answered 2m', moved, now);
    const here = await browser(HOUR);
    await here.pull(machine(usual, tell(before, paris)), now - 2 * HOUR, 5);
    const ucm = machine({ ...usual, zone: moved }, [...tell(before, paris), ...tell(after, moved, 80_000, 2)]);
    for (let later = 900; later <= 2 * HOUR; later += 900) await here.pull(ucm, now + later, 5);
    expect(seenOf(await here.calls())).toEqual(toldOf([...before, ...after]));
    expect(here.state().offset).toBe((hours + 1) * HOUR);
  });

  it.each([
    ['ten hours slow', -10 * HOUR],
    ['a day slow', -26 * HOUR],
    ['a month slow, as after a power cut', -30 * 86_400],
    ['two days fast', 2 * 86_400],
  ])('%s: calls are found all the same, and it is said', async (_name, ahead) => {
    const ucmNow = now + ahead;
    const story = storyOf('now in 0261914020 → 203 answered 2m', paris, ucmNow);
    const ucm = machine(usual, tell(story, paris));
    const here = await browser(HOUR);
    // A call of better days, from which the zone is known.
    const before = storyOf('-3d\n09:00 in 0639981234 → 203 answered 1m');
    const first = await here.pull(machine(usual, tell(before, paris, 80_000, 2)), now - 2 * HOUR, 40, 0);
    expect(first.clockSkew).toBe(0);
    const said = new Set<unknown>();
    for (let later = 900; later <= 2 * HOUR; later += 900) {
      said.add((await here.pull(ucm, now + later, 40, ahead)).clockSkew);
    }
    expect([...said].filter((skew) => skew !== undefined)).toEqual([ahead]);
    expect(await here.calls()).toHaveLength(2);
  });

  it('a long call that was put through does not set it', async () => {
    const story = storyOf('today\n06:00 in 0639981234 → 203 answered 180m → blind 204 answered 2m');
    const next = storyOf('today\n09:20 in 0261914020 → 203 answered 1m');
    const ucm = machine({ ...usual, cap: 1 }, [...tell(story, paris), ...tell(next, paris, 80_000, 2)]);
    const here = await browser(HOUR);
    const at = story[0]?.at ?? 0;
    await here.pull(ucm, at + 185 * 60, 3);
    expect(here.state().offset).toBe(HOUR);
    await here.pull(ucm, at + 205 * 60, 3);
    expect(await here.calls()).toHaveLength(2);
  });

  it.each([
    ['autumn', '2026-10-25T01:00:00Z'],
    ['spring', '2026-03-29T01:00:00Z'],
  ])('changed in %s: calls of that night in all its hours, polled as they come', async (_season, change) => {
    const moment = Date.parse(change) / 1000;
    const courses = [
      '203 answered 5m',
      '7000 ivr 14s → 6400 group → 201 rang 9s → 203 answered 12m',
      '203 answered 9m → park 71 5m → 204 retrieved 4m',
    ];
    const story = Array.from({ length: 60 }, (_, i) => moment - 2 * HOUR + i * 240).flatMap((at, i) =>
      storyOf(`now in 06399810${10 + i} → ${courses[i % 3]}`, paris, at),
    );
    const ucm = machine(usual, tell(story, paris));
    const here = await browser(HOUR);
    for (let at = moment - 3 * HOUR; at <= moment + 5 * HOUR; at += 900) await here.pull(ucm, at, 3);
    expect(seenOf(await here.calls())).toEqual(toldOf(story));

    const later = await browser(-5 * HOUR);
    await later.pull(ucm, moment + 2 * 86_400, 5);
    expect(seenOf(await later.calls())).toEqual(toldOf(story));
  });
});

it('five thousand calls of two months, newest first, are five thousand calls', async () => {
  const to = Date.parse('2026-11-20T18:00:00Z') / 1000;
  const all = [...manyCalls({ calls: 5000, seed: 11, from: to - 60 * 86_400, to })];
  const ucm = machine(
    usual,
    all.flatMap(({ rows }) => rows),
  );
  const here = await browser(9 * HOUR);
  await here.pull(ucm, to + 2 * HOUR, 61);
  expect((await here.calls()).map(seen)).toEqual(all.map(({ call }) => told(call)));
}, 30_000);

it('a UCM6100 is pulled the same way', async () => {
  const story = storyOf(`
    -1d
    09:00 in 0639981234 → 203 answered 5m
    09:10 in anonymous → 203 rang 9s
    09:20 out 203 → 0639981234 answered 2m [glued]
    09:30 internal 203 → 204 answered 2m
    09:40 external 0639987001 → 0465719011 answered 2m`);
  const ucm = machine(
    { ...usual, container: 'cdr', cap: 3, shape: { ...usual.shape, grouping: 'flat', fields: 'ucm6100' } },
    tell(story, paris),
  );
  const here = await browser(-5 * HOUR);
  await here.pull(ucm, now, 3);
  expect(seenOf(await here.calls())).toEqual(toldOf(story));
});
