import 'fake-indexeddb/auto';
import { createNumbers } from '../../../entrypoints/background/numbers';
import { createUnknownNumbers } from '../../../entrypoints/background/unknown-numbers';
import type { Leg } from '../../../lib/calls/leg';
import { readThirdparties } from '../../../lib/dolibarr/parties';
import { createDolibarrRest } from '../../../lib/dolibarr/rest';
import { defaultSettings, type Settings } from '../../../lib/settings/settings';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { openDatabase } from '../../../lib/store/database';
import { createPartyStore } from '../../../lib/store/parties';
import { createStateStore } from '../../../lib/store/state';
import { createUnknownStore } from '../../../lib/store/unknown-numbers';
import { leg, wallClock } from '../calls/rows';

export interface Seat {
  url: string;
  key: string;
  rules?: Partial<Settings['unknown']>;
  /** wall clock of 14 July 2026 in Paris: the browser's clock */
  at?: string;
}

let names = 0;

/** A browser with the extension, some calls and the directory as it was read. */
export async function browserWith(legs: Leg[], { url, key, rules, at = '12:00:00' }: Seat) {
  const db = await openDatabase(`unknown-${++names}`);
  const settings: Settings = {
    ...defaultSettings,
    dolibarr: { root: url, entity: 0 },
    numbers: { ...defaultSettings.numbers, own: ['01 99 00 12 00'] },
    unknown: { ...defaultSettings.unknown, mode: 'review', ...rules },
  };
  const clock = { now: (wallClock(at) - 7200) * 1000 };
  /** told to stand still where it waits before it looks again */
  const standing = { still: false };
  const numbers = createNumbers(settings);
  const store = createCallStore(db, numbers.digitsOf);
  const parties = createPartyStore(db);
  const rest = createDolibarrRest({
    fetch: (input, init) => fetch(input, init),
    connection: async () => ({ root: url, key }),
  });
  await addLegs(store, legs, 7200);
  const { parties: found } = await readThirdparties(rest, { limit: 200 });
  await parties.put(found.map((party) => numbers.toStored(party, 1)));
  const mark = `browser${names}`;
  const start = () =>
    createUnknownNumbers({
      ...{ store, parties, numbers },
      unknown: createUnknownStore(createStateStore(db), () => mark),
      settings: { read: async () => settings },
      connections: { dolibarr: rest, dolibarrReady: async () => undefined },
      changed: () => undefined,
      // a pause by chance comes before anything is made
      wait: async (ms) => {
        if (standing.still && ms > 0) await new Promise(() => undefined);
      },
      now: () => clock.now,
      random: () => 0,
      zone: () => 'Europe/Paris',
    });
  let running = start();
  return {
    clock,
    standing,
    parties,
    settings,
    ask: () => running.answers,
    afterSync: () => running.afterSync(),
    restart() {
      standing.still = false;
      running = start();
    },
    list: (show: 'open' | 'other' | 'ignored' | 'done' = 'open') =>
      running.answers['own.unknown']({ show, offset: 0, limit: 50 }),
    ring: (more: Leg[]) => addLegs(store, more, 7200),
    close: () => db.close(),
  };
}

/** A call of somebody who talked with us for a minute and a half. */
export const talk = (at: string, src: string, told: Partial<Leg> = {}) =>
  leg({
    at,
    src,
    uniqueid: `${wallClock(at) - 7200}.${Number(src.replace(/\D/g, '')) % 1000}`,
    session: `${wallClock(at) - 7200}1-${src}`,
    disposition: 'ANSWERED',
    duration: 100,
    talk: 90,
    answeredBy: '203',
    ...told,
  });
