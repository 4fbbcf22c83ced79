import { readState, writeState } from '../e2e/support/kept-state';
import { passTime } from '../e2e/support/pass-time';
import { type Call, createZone, parseStory, startUcm, theStory, type Ucm, type UcmOptions } from '../sim';
import { crowd } from './crowd';
import { at } from './kinds-of-answers';
import type { Room } from './room';
import type { Kind, Run } from './run-of';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The last day is full of calls: its window has more than one page. */
const busyDay = (now: number): Call[] => [...story(now), ...crowd(now - 20 * HOUR, now - HOUR)];
/** So was one long ago, which is not read a second time. */
const busyOnce = (now: number): Call[] => [...story(now), ...crowd(now - 9 * DAY, now - 9 * DAY + 8 * HOUR)];
const busyHour = (now: number): Call[] => crowd(now - 58 * 60, now - 30 * 60);

function story(now: number, zone = 'Europe/Paris'): Call[] {
  return theStory({ now, zone: createZone(zone) });
}

const fewCalls = (now: number): Call[] =>
  parseStory(
    `50m ago in 0639981234 "Garage Lefèvre" → 6400 group → 201, 203 rang 8s → 202 answered 3m12
40m ago out 203 → 0465719900 answered 2m18
30m ago in 0199001642 → 203 rang 20s`,
    { now, zone: createZone() },
  );

/** Pages of calls: the fault hits the second one of the busy window. */
const secondPage = (fault: Parameters<typeof at>[1], times: number): Run[] => [
  { calls: busyDay, ...at('cdrapi', fault, times) },
  { calls: busyOnce, begin: (ucm) => onceBusy(ucm, fault, times) },
];

/** Puts the fault in wait for the first page that goes on in a window. */
function onceBusy(ucm: Ucm, fault: Parameters<typeof at>[1], times: number): undefined {
  const { push } = ucm.requests;
  let waiting = true;
  ucm.requests.push = (...asked) => {
    if (waiting && asked.some(({ rows = 0 }) => rows === 1000)) {
      waiting = false;
      ucm.faults.add('cdrapi', fault, times);
    }
    return push.apply(ucm.requests, asked);
  };
}

/** The administrator gave another password, and the session has ended. */
const otherPassword: Pick<Run, 'readBefore' | 'later' | 'begin' | 'password'> = {
  readBefore: true,
  later: fewCalls,
  password: 'changed since',
  begin(ucm, _room, later) {
    ucm.setPassword('changed since');
    ucm.endSessions();
    ucm.add(later);
    return undefined;
  },
};

/** What a UCM is, keeps or does, which no single answer shows. */
export const kindsOfMachines: readonly Kind[] = [
  {
    name: 'ucm cookie expired between two pages',
    runs: [
      // opened a moment ago: somebody else's login ended it
      { calls: busyDay, ...at('cdrapi', { kind: 'expire' }, 1) },
      // an old one: it is opened again, and the next page goes on
      {
        readBefore: true,
        later: busyHour,
        async begin(ucm, { page }, later) {
          ucm.add(later);
          await passTime(page, 5 * 60_000);
          ucm.faults.add('cdrapi', { kind: 'delay', ms: 0 });
          ucm.faults.add('cdrapi', { kind: 'expire' });
          return undefined;
        },
      },
    ],
  },
  {
    name: 'ucm rows shifted between groups',
    runs: (
      [
        { grouping: 'shifted' },
        { grouping: 'shifted', subLegs: 'array', container: 'status', order: 'descending' },
        { grouping: 'clean', container: 'response' },
        { grouping: 'flat' },
      ] as const satisfies readonly UcmOptions[]
    ).map((telephones) => ({ telephones, calls: busyDay })),
  },
  { name: 'ucm rows arriving late', runs: [late(2), late(3), { ...late(2), calls: busyDay }] },
  {
    name: 'ucm clock wrong',
    runs: [HOUR, -600, -2 * HOUR, DAY].map((clockOffset) => ({
      telephones: { clockOffset },
      calls: (now: number) => story(now + clockOffset),
    })),
  },
  {
    name: 'ucm in another zone',
    runs: ['Asia/Tokyo', 'America/Los_Angeles', 'Asia/Kathmandu'].map((zone) => ({
      telephones: { zone },
      calls: (now: number) => story(now, zone),
    })),
  },
  { name: 'ucm factory reset', runs: [{ readBefore: true, later: fewCalls, begin: reset }] },
  { name: 'ucm short page', runs: [...secondPage({ kind: 'short' }, 1), ...secondPage({ kind: 'short' }, 2)] },
  { name: 'ucm repeated page', runs: [...secondPage({ kind: 'repeat' }, 1), ...secondPage({ kind: 'repeat' }, 2)] },
  {
    name: 'ucm wrong password',
    runs: [
      otherPassword,
      {
        async begin(ucm, room) {
          await room.enterPassword('guessed');
          ucm.endSessions();
          return undefined;
        },
      },
      // slow enough that a worker may be stopped before it has heard that the password is wrong
      {
        async begin(ucm, room) {
          await room.enterPassword('guessed');
          ucm.faults.add('login', { kind: 'delay', ms: 400 }, 1000);
          return undefined;
        },
      },
    ],
  },
  {
    name: 'ucm banned address',
    runs: [
      {
        ...otherPassword,
        telephones: { loginAttempts: 1 },
        end(ucm) {
          ucm.unban();
          return undefined;
        },
      },
      at('challenge', { kind: 'status', status: -68, response: { remain_time: 280 } }),
      at('login', { kind: 'status', status: -68, response: { remain_time: 0 } }),
    ],
  },
];

/** Of the last hours each so-and-so-manieth row is written an hour later than it should be. */
function late(each: number): Run {
  return {
    begin(ucm) {
      const from = ucm.now() - 4 * HOUR;
      const rows = ucm.rows().filter(({ startsAt }) => startsAt > from);
      rows.forEach((row, place) => {
        if (place % each === 0) row.visibleAt = Number.POSITIVE_INFINITY;
      });
      return undefined;
    },
    async end(ucm, { page }: Room) {
      for (const row of ucm.rows()) row.visibleAt = Math.min(row.visibleAt, ucm.now());
      // an hour has passed since everything that is young was read
      const pull = await readState<{ lastLong: number }>(page, 'pull');
      await writeState(page, 'pull', { ...pull, lastLong: pull.lastLong - HOUR });
      return undefined;
    },
  };
}

/** In the same place stands a UCM that counts from the beginning again, and knows of new calls alone. */
async function reset(ucm: Ucm, _room: Room, later: readonly Call[]): Promise<Ucm> {
  const { port, certificate } = ucm;
  await ucm.close();
  return startUcm({ port, certificate, story: later });
}
