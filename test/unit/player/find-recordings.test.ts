import { expect, it } from 'vitest';
import type { UnnamedCall } from '../../../lib/calls/unnamed-call';
import { AppError } from '../../../lib/errors';
import { createFoundRecordings } from '../../../lib/player/find-recordings';
import { readLegRecordings } from '../../../lib/ucm/leg-recordings';

/** 9:00 of a call of two minutes with 06 39 98 12 34, who talked with two of us */
const nine = Date.UTC(2026, 10, 23, 9) / 1000;
const call: UnnamedCall = {
  key: `${nine}.1`,
  start: nine,
  duration: 120,
  number: '0639981234',
  acctIds: ['71047', '71048'],
  messages: [],
};
const own = [`2026-11/auto-${nine + 4}-0639981234-203.wav`, `2026-11/auto-${nine + 70}-0639981234-204.wav`];

/** A UCM that says of each leg what is told, and a browser that remembers. */
function office(said: Record<string, unknown>, failure?: AppError) {
  const states = new Map<string, unknown>();
  const asked: string[] = [];
  const world = { asked, states, now: (nine + 86_400) * 1000, failure, messages: undefined as string[] | undefined }; // set by a test
  const found = createFoundRecordings({
    state: {
      read: async (name) => structuredClone(states.get(name)),
      write: async (name, value) => void states.set(name, structuredClone(value)),
    },
    namesOfLeg: (acctId) =>
      readLegRecordings(
        {
          async ask(_action, { id }) {
            world.asked.push(String(id));
            if (world.failure) throw world.failure;
            return { response: { recordfiles: said[String(id)] }, status: 0 };
          },
        },
        acctId,
      ),
    messages: async () => world.messages,
    now: () => world.now,
  });
  return { world, found };
}

it('of a call that the history names none for are asked leg by leg, and known from then on', async () => {
  const { world, found } = office({ 71047: `${own[0]},${own[1]}`, 71048: own[1] });
  expect(await found.find(call)).toEqual(own);
  expect(await found.find(call)).toEqual(own);
  expect(await found.known(call.key)).toEqual(own);
  expect(world.asked).toEqual(['71047', '71048']);
});

it('are none where the UCM knows of none or not the leg, which is believed for a day', async () => {
  const { world, found } = office({}, new AppError('ucm-status', { reason: '-15' }));
  expect(await found.find(call)).toEqual([]);
  expect(await found.find(call)).toEqual([]);
  expect(world.asked).toHaveLength(2);
  world.now += 25 * 3_600_000;
  await found.find(call);
  expect(world.asked).toHaveLength(4);
});

it('of a call that ended a moment ago may still be coming', async () => {
  const { world, found } = office({});
  world.now = (nine + 130) * 1000;
  expect(await found.find(call)).toEqual([]);
  world.now += 31_000;
  await found.find(call);
  expect(world.asked).toHaveLength(4);
});

it('are not asked for any more, of any call, where the API user or the firmware lacks the action', async () => {
  const { world, found } = office({}, new AppError('ucm-not-this-action', { reason: '-47' }));
  expect(await found.find(call)).toBeUndefined();
  expect(await found.find({ ...call, key: 'other' })).toBeUndefined();
  expect(world.asked).toHaveLength(1);
});

it('a UCM that is away is said, and asked again the next time', async () => {
  const { world, found } = office({ 71047: own[0] }, new AppError('ucm-unreachable'));
  await expect(found.find(call)).rejects.toMatchObject({ code: 'ucm-unreachable' });
  world.failure = undefined;
  expect(await found.find(call)).toEqual([own[0]]);
});

it('are forgotten with their call, since their names hold numbers', async () => {
  const { world, found } = office({ 71047: own[0], 71048: own[1] });
  await found.find(call);
  await found.find({ ...call, key: 'other' });
  await found.forget([call.key]);
  expect(await found.known(call.key)).toEqual([]);
  expect(await found.known('other')).toEqual(own);
  expect(JSON.stringify([...world.states])).not.toContain(call.key);
});

it.each([
  ['of another day, after the UCM was reset and its ids began anew', `auto-${nine - 86_400}-0639981234-203.wav`, []],
  ['without a time and with another’s number', 'q6500-0465710000.wav', []],
  ['without a time and with the caller’s number', 'q6500-+33639981234.wav', ['q6500-+33639981234.wav']],
  ['that climbs out of its folder', `../auto-${nine}-0639981234-203.wav`, []],
])('a name %s', async (_, name, kept) => {
  const { found } = office({ 71047: name });
  expect(await found.find(call)).toEqual(kept);
});

const left: UnnamedCall = { ...call, acctIds: [], messages: [{ mailbox: '203', start: nine + 20, duration: 14 }] };

it('a message is the one of that mailbox and that minute, and no other', async () => {
  const { world, found } = office({});
  const own = `voicemail/default/203/msg-${nine + 21}.wav`;
  world.messages = [
    `voicemail/default/204/msg-${nine + 21}.wav`,
    own,
    `voicemail/default/203/msg-${nine + 900}.wav`,
    'voicemail/default/203/msg0001.wav',
  ];
  expect(await found.find(left)).toEqual([own]);
  expect(await found.known(left.key)).toEqual([own]);
  expect(world.asked).toEqual([]);
});

it('a UCM that gives no messages is not said to have none', async () => {
  const { found, world } = office({});
  expect(await found.find(left)).toBeUndefined();
  world.messages = [];
  expect(await found.find(left)).toEqual([]);
});
