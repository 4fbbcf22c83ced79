import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDesks, raceForEvent } from '../../dolibarr/races';
import { startDolibarr } from '../../sim';
import { theCall } from './desk';

/** Numbers that look drawn by lot and are the same in each run. */
function lots(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('ten browsers note a call at once, a hundred times, on a slow line: one event is left, and all is sent', async () => {
  const lot = lots(11);
  const dolibarr = await startDolibarr({ wrongKeyDelay: 0, seeded: false });
  dolibarr.addThirdparty({ name: 'Garage Lefèvre' });
  const desks = await openDesks({ url: dolibarr.url, key: dolibarr.key, pause: () => wait(lot() * 2) });
  let made = 0;
  for (let round = 0; round < 100; round++) {
    const call = theCall({ id: `1795425120.${round}`, keys: [`ucm:1795425120.${round}`] });
    const { left, unsent } = await raceForEvent(desks, call);
    expect({ round, left: left.length, unsent }).toEqual({ round, left: 1, unsent: [] });
    const posted = dolibarr.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/agendaevents'));
    made = Math.max(made, posted.length);
  }
  // or there was nothing to race for
  expect(made).toBeGreaterThan(200);
  for (const desk of desks) desk.close();
  await dolibarr.close();
}, 60_000);
