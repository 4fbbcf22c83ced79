import { afterEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../lib/calls/call';
import { readCdrAnswer, readCdrPage } from '../../../lib/ucm/read-cdr-page';
import { takeSample } from '../../../lib/ucm/sample';
import type { UcmAsk } from '../../../lib/ucm/session';
import { createUcmSession } from '../../../lib/ucm/session';
import { startUcm, theStory, type Ucm } from '../../sim';
import { createZone } from '../../sim/story/zone';
import { callsOf } from '../calls/told';
import { nodeHands } from './node-hands';

const now = Date.parse('2026-11-23T17:00:00Z') / 1000;
const zone = createZone('Europe/Paris');
const running: Ucm[] = [];
afterEach(async () => {
  for (const ucm of running.splice(0)) await ucm.close();
});

async function office(options: Parameters<typeof startUcm>[0]): Promise<UcmAsk> {
  const ucm = await startUcm({ now, ...options });
  running.push(ucm);
  return createUcmSession({
    hands: nodeHands(ucm).hands,
    target: async () => ({ host: ucm.host, port: ucm.port, https: true, user: ucm.user }),
    secret: async () => ({ password: ucm.password, credential: 'saved-1' }),
    memory: { read: async () => undefined, write: async () => undefined },
    guard: { read: async () => ({}), write: async () => undefined },
    now: () => now * 1000,
    random: () => 0.5,
  });
}

/** Not the same twice, and the same in each run of the tests. */
function chance(): () => number {
  let state = 42;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const story = theStory({ now, zone });
/** What a person counts in a call, without who it was. */
const shapeOf = ({
  start,
  duration,
  talk,
  ring,
  direction,
  outcome,
  recordings,
  rung,
  key,
  number,
  name,
  did,
}: Call) => ({
  ...{ start, duration, talk, ring, direction, outcome, key, rung: rung.length, recordings: recordings.length },
  hidden: number === '',
  digits: number.length,
  named: name !== '',
  did: did.length,
});

describe('a sample for support', () => {
  it('makes the same calls as the answer that it was taken from, in the simulator that replays it', async () => {
    const real = await office({ story });
    const sample = await takeSample(real, now, chance());
    const wish = { from: now - 31 * 86_400, until: now + 86_400, offset: 0, limit: 500 };
    const before = callsOf((await readCdrPage(real, wish)).legs);
    const replayed = await office({ sample: JSON.parse(JSON.stringify(sample)) });
    const after = callsOf((await readCdrPage(replayed, wish)).legs);
    expect(before.length).toBeGreaterThan(20);
    expect(after.map(shapeOf)).toEqual(before.map(shapeOf));
    // whoever called twice still did, and nobody has become somebody else
    const pairs = new Set(before.map(({ number }, i) => `${number.slice(-8)} ${after[i]?.number.slice(-8)}`));
    expect(pairs.size).toBe(new Set(before.map(({ number }) => number.slice(-8))).size);
    expect(pairs.size).toBe(new Set(after.map(({ number }) => number.slice(-8))).size);
  });

  it('holds no number, name or address of anybody', async () => {
    const real = await office({ story });
    const wish = { from: now - 31 * 86_400, until: now + 86_400, offset: 0, limit: 500 };
    const { legs } = await readCdrPage(real, wish);
    const told = JSON.stringify(await takeSample(real, now, chance()));
    const numbers = new Set(legs.flatMap(({ src, dst }) => [src, dst]).filter((number) => /^\+?\d{9,}$/.test(number)));
    const names = new Set(legs.flatMap(({ name }) => name.split(/[^\p{L}]+/u)).filter((word) => word.length > 3));
    expect([numbers.size > 5, names.size > 3]).toEqual([true, true]);
    for (const number of numbers) expect(told).not.toContain(number.slice(-6));
    for (const name of names) expect(told.toLowerCase()).not.toContain(name.toLowerCase());
  });

  it('leaves what a UCM has of its own, and replaces what is a person’s, in every field of a row', async () => {
    const row = {
      ...{ AcctId: '71050', src: '230', dst: '07700900699', dcontext: 'from-internal', start: '2022-08-22 09:43:58' },
      clid: '"Acme Ltd" <01632960401>',
      channel: 'PJSIP/230-000004ec',
      dstchannel: 'PJSIP/trunk_2-000004ed',
      lastapp: 'Dial',
      lastdata: 'PJSIP/230/sip:claire@203.0.113.159:5060,40,ztTkKxXb(callee-handler^s^1)',
      ...{ uniqueid: '1661157838.2667', session: '1661157838988180-230', action_type: 'NEWTHING[6400]' },
      recordfiles: '2022-08/auto-1661157839-230-07700900699.wav@',
      recordfiles_desc: 'duration=420,size=6722764B,start-time=1661157852@',
      device_info: 'WP820 of Claire',
      dst_trunk_name: 'OVH siège',
    };
    const asked: UcmAsk = {
      ask: async () => ({ cdr_root: [row] }),
      askFile: () => Promise.reject(new Error('no file')),
    };
    const { answers } = await takeSample(asked, now, chance());
    const [disguised] = (answers[0] as { cdr_root: Record<string, string>[] }).cdr_root; // as asked above
    expect(disguised).toMatchObject({
      ...{ AcctId: '71050', start: '2022-08-22 09:43:58', dcontext: 'from-internal', lastapp: 'Dial' },
      uniqueid: '1661157838.2667',
      session: expect.stringMatching(/^1661157838988180-2\d\d$/),
      channel: expect.stringMatching(/^PJSIP\/2\d\d-000004ec$/),
      dstchannel: 'PJSIP/trunk_2-000004ed',
      action_type: expect.stringMatching(/^NEWTHING\[6\d{3}\]$/),
      recordfiles: expect.stringMatching(/^2022-08\/auto-1661157839-2\d\d-07700\d{6}\.wav@$/),
      device_info: '',
    });
    const text = JSON.stringify(disguised);
    for (const real of ['Acme', 'claire', 'Claire', 'OVH', 'siège', '203.0.113.159', '900699', '960401']) {
      expect(text).not.toContain(real);
    }
    expect(disguised?.['recordfiles']).toContain(disguised?.['dst']);
    expect(disguised?.['session']?.endsWith(disguised?.['src'] ?? '?')).toBe(true);
  });

  it('of a house without calls is an empty list, and of what is no list says so', async () => {
    expect((await takeSample(await office({}), now, chance())).answers).toEqual([{ cdr_root: [] }]);
    const page: UcmAsk = { ask: async () => ({ error: 'x' }), askFile: () => Promise.reject(new Error('no file')) };
    await expect(takeSample(page, now, chance())).rejects.toMatchObject({ code: 'ucm-answer' });
  });
});

it('a sample is read as any answer is', async () => {
  const sample = await takeSample(await office({ story, grouping: 'clean', container: 'response' }), now, chance());
  expect(readCdrAnswer(sample.answers[0]).setAside).toEqual({});
});
