import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { tell } from '../../sim/story/tell';
import { now, paris, seenOf, storyOf, toldOf } from '../calls/told';
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

/** A long call of yesterday that is known, and one of today, from nine to one. */
const story = storyOf('-1d\n10:00 in 0536490101 → 201 answered 40m\ntoday\n09:00 in 0536490102 → 203 answered 4h');
const nine = story[1]?.at ?? now;

/** Read long before, and then by two long runs: the second can look for the leg that the first one brought. */
async function polled(ends?: Machine['ends']) {
  const ucm = machine({ ...usual, ...(ends ? { ends } : {}) }, tell(story, paris));
  const here = await browser(HOUR);
  await here.pull(ucm, nine - HOUR, 3);
  await here.pull(ucm, nine + 3.9 * HOUR, 3);
  const known = (await here.calls()).length;
  await here.pull(ucm, nine + 4.2 * HOUR, 3);
  return { ucm, here, known };
}

describe('a call of four hours that has just ended', () => {
  it('is there after the next poll of a UCM that can be asked by ends, before the hourly look back', async () => {
    const { here, known } = await polled();
    expect(here.state().ends).toBe(true);
    expect(known).toBe(1);
    expect(seenOf(await here.calls())).toEqual(toldOf(story));
  });

  it.each(['ignored', 'nothing'] as const)('waits for the hourly look back where the parameter is %s', async (ends) => {
    const { here, ucm } = await polled(ends);
    expect(here.state().ends).toBe(false);
    expect(await here.calls()).toHaveLength(1);
    await here.pull(ucm, nine + 5 * HOUR, 3);
    expect(seenOf(await here.calls())).toEqual(toldOf(story));
  });

  it('costs no further request once it is known', async () => {
    const { here, ucm } = await polled();
    await here.pull(ucm, nine + 4.4 * HOUR, 3);
    const asked = ucm.asked();
    await here.pull(ucm, nine + 4.6 * HOUR, 3);
    expect(ucm.asked() - asked).toBe(1);
  });
});
