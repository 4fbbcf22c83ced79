import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createJournalAnswers } from '../../../lib/answers/journal';
import type { Leg } from '../../../lib/calls/leg';
import type { FollowUpRules, MissedState } from '../../../lib/calls/missed';
import { readNumber } from '../../../lib/calls/number';
import { zoneClock } from '../../../lib/calls/zone-clock';
import type { HandState, MissedWish } from '../../../lib/questions/missed';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { createNoteStore } from '../../../lib/store/notes';
import { answered, leg, outLeg, wallClock } from '../calls/rows';

const plan = { country: 'FR', outsidePrefix: '', own: [] };
const opened: Database[] = [];
/** in the evening of that day, UTC epoch seconds */
const now = wallClock('20:00:00') - 7200;
let name = 0;
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

async function answersOf(legs: Leg[]) {
  const db = await openDatabase(`missed-${name++}`);
  opened.push(db);
  const store = createCallStore(db, (raw) => {
    const read = readNumber(raw, plan);
    return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
  });
  await addLegs(store, legs, 7200);
  return createJournalAnswers({
    store,
    notes: createNoteStore(db),
    plan: () => plan,
    root: async () => '',
    foundRecordings: async () => [],
  });
}

async function missedIn(legs: Leg[], rules: FollowUpRules = { seconds: 0, menu: true }) {
  const answers = await answersOf(legs);
  return (
    state: MissedState,
    done: string[] | Record<string, Partial<HandState>> = [],
    from = 0,
    whose: MissedWish['whose'] = 'all',
  ) =>
    answers.missed(
      { from, state, whose, offset: 0, limit: 9 },
      {
        byHand({ key }) {
          const hand = Array.isArray(done) ? (done.includes(key) ? { done: true } : undefined) : done[key];
          return hand && { where: 'here', done: false, until: 0, ...hand };
        },
        ...{ rules, clock: zoneClock('Europe/Paris'), now },
      },
    );
}

const session = (at: string, of: string) => `${wallClock(at) - 7200}1-${of}`;
const rings = (at: string, src: string, told: Partial<Leg> = {}) =>
  leg({ at, src, session: session(at, src), duration: 20, ...told });
const calls = (at: string, dst: string, told: Partial<Leg> = {}) =>
  outLeg({ at, dst, session: session(at, '203'), duration: 60, ...told });

describe('callers who got nobody', () => {
  it('have one line each, newest first, with how often and since when they tried', async () => {
    const missed = await missedIn([
      rings('09:00:00', '0465710000'),
      rings('09:10:00', '0199001234'),
      rings('09:20:00', '+33465710000'),
    ]);
    const { open, closed, lines } = await missed('open');
    expect([open, closed]).toEqual([2, 0]);
    expect(lines.map(({ call, attempts, first }) => [call.rawNumber, attempts, call.start - first])).toEqual([
      ['+33465710000', 2, 1200],
      ['0199001234', 1, 0],
    ]);
    expect(lines[0]?.tried.length).toBeGreaterThan(0);
  });

  it('are closed by whoever got through later, either way, with the time it took from the first attempt', async () => {
    const missed = await missedIn([
      rings('09:00:00', '0465710000'),
      rings('09:05:00', '0465710000'),
      calls('09:20:00', '+33465710000', { talk: 50, ...answered }),
      rings('09:30:00', '0199001234'),
      rings('09:40:00', '0199001234', { talk: 15, ...answered }),
    ]);
    expect((await missed('open')).lines).toEqual([]);
    const { lines } = await missed('closed');
    expect(lines.map(({ attempts, first, closed }) => [attempts, closed?.by, (closed?.at ?? 0) - first])).toEqual([
      [1, 'them', 600],
      [2, 'us', 1200],
    ]);
  });

  it('stay open when calling them back was in vain, and are open anew when they call in vain again', async () => {
    const missed = await missedIn([
      rings('09:00:00', '0465710000'),
      calls('09:10:00', '0465710000'),
      rings('10:00:00', '0199001234'),
      calls('10:10:00', '0199001234', { talk: 50, ...answered }),
      rings('10:20:00', '0199001234'),
    ]);
    const { lines, closed } = await missed('open');
    expect(lines.map(({ call, attempts }) => [call.rawNumber, attempts])).toEqual([
      ['0199001234', 1],
      ['0465710000', 1],
    ]);
    expect(closed).toBe(1);
  });

  it('who hide their number are never one', async () => {
    const missed = await missedIn([
      rings('09:00:00', 'anonymous'),
      rings('09:10:00', 'anonymous'),
      rings('09:20:00', 'anonymous', { talk: 15, ...answered }),
    ]);
    expect((await missed('open')).open).toBe(2);
  });

  it('are closed by hand until they call again', async () => {
    const missed = await missedIn([rings('09:00:00', '0465710000'), rings('09:10:00', '0465710000')]);
    const { lines } = await missed('open');
    const key = lines[0]?.call.key ?? '';
    expect(await missed('open', [key])).toMatchObject({ open: 0, closed: 1, lines: [] });
    expect((await missed('closed', [key])).lines[0]?.closed).toBeUndefined();
    expect((await missed('open', ['1-a'])).open).toBe(1);
  });

  it('put off are no longer to be called back until then, or until they call again', async () => {
    const missed = await missedIn([rings('09:00:00', '0465710000'), rings('09:10:00', '0199001234')]);
    const key = (await missed('open')).lines[0]?.call.key ?? '';
    const hand = { [key]: { until: now + 60 } };
    expect(await missed('later', hand)).toMatchObject({ open: 1, later: 1, closed: 0, lines: [{ call: { key } }] });
    expect(await missed('open', { [key]: { until: now } })).toMatchObject({ open: 2, later: 0 });
    const again = await missedIn([
      rings('09:00:00', '0465710000'),
      rings('09:10:00', '0199001234'),
      rings('09:30:00', '0199001234'),
    ]);
    expect(await again('open', hand)).toMatchObject({ open: 2, later: 0 });
  });

  it('stay with the colleague they were given to when they call again, until somebody takes that back', async () => {
    const legs = [rings('09:00:00', '0199001234'), rings('09:10:00', '0199001234'), rings('09:20:00', '0465710000')];
    const missed = await missedIn(legs);
    const first = (await (await missedIn(legs.slice(0, 1)))('open')).lines[0]?.call.key ?? '';
    const second = (await missed('open')).lines[1]?.call.key ?? '';
    const paul = { id: 7, name: 'Paul', me: false };
    const given = { [first]: { assigned: paul } };
    expect((await missed('open', given)).lines[1]?.hand?.assigned).toEqual(paul);
    expect(await missed('open', given, 0, 'ours')).toMatchObject({ open: 1 });
    expect(await missed('open', given, 0, 'mine')).toMatchObject({ open: 0 });
    expect(await missed('open', { [first]: { assigned: { ...paul, me: true } } }, 0, 'mine')).toMatchObject({
      open: 1,
    });
    expect((await missed('open', { ...given, [second]: {} })).lines[1]?.hand?.assigned).toBeUndefined();
  });

  it('who call again after they were closed by hand begin a new line', async () => {
    const legs = [rings('09:00:00', '0199001234'), rings('09:10:00', '0199001234'), rings('09:20:00', '0199001234')];
    const missed = await missedIn(legs);
    const closed = (await (await missedIn(legs.slice(0, 2)))('open')).lines[0]?.call.key ?? '';
    const { lines } = await missed('open', [closed]);
    expect(lines.map(({ attempts, first, call }) => [attempts, call.start - first])).toEqual([[1, 0]]);
  });

  it('stay as a colleague left them who counts calls that are not followed up here', async () => {
    const legs = [rings('09:00:00', '0465710000', { duration: 30 }), rings('09:10:00', '0465710000', { duration: 3 })];
    const newest = (await (await missedIn(legs))('open')).lines[0]?.call.key ?? '';
    const missed = await missedIn(legs, { seconds: 5, menu: true });
    expect((await missed('open')).open).toBe(1);
    expect(await missed('open', [newest])).toMatchObject({ open: 0, closed: 1 });
    const paul = { [newest]: { assigned: { id: 7, name: 'Paul', me: false } } };
    expect(await missed('open', paul, 0, 'ours')).toMatchObject({ open: 0 });
    const later = await missedIn(
      [...legs, rings('09:20:00', '0465710000', { duration: 3 }), rings('09:30:00', '0465710000', { duration: 30 })],
      { seconds: 5, menu: true },
    );
    const { lines } = await later('open', [newest]);
    expect(lines.map(({ attempts, call, first }) => [attempts, call.start - first])).toEqual([[1, 0]]);
  });

  it('have a message in the mailbox, though they rang again without leaving one', async () => {
    const mailbox = { app: 'VoiceMail', action: 'VM', disposition: 'ANSWERED' } as const;
    const missed = await missedIn([
      rings('09:00:00', '0465710000', { ...answered, ...mailbox, talk: 12 }),
      rings('09:10:00', '0465710000'),
      rings('09:20:00', '0199001234'),
    ]);
    const { lines } = await missed('open');
    const at = lines.map(({ voicemail }) => voicemail && Number(voicemail.split('-')[0]));
    expect(at).toEqual([undefined, wallClock('09:00:00') - 7200]);
  });

  it('are told as far back as is asked', async () => {
    const missed = await missedIn([rings('09:00:00', '0465710000'), rings('09:10:00', '0199001234')]);
    const since = wallClock('09:05:00') - 7200;
    expect((await missed('open', [], since)).lines.map(({ call }) => call.rawNumber)).toEqual(['0199001234']);
  });

  it('at lunch count only where calls of any hour do', async () => {
    const legs = [rings('11:59:59', '0465710000'), rings('12:00:00', '0199001234')];
    const morning = { days: [0, 1, 2, 3, 4, 5, 6], from: 480, until: 720 };
    const missed = await missedIn(legs, { seconds: 0, menu: true, hours: morning });
    expect(await missed('open')).toMatchObject({ open: 1, lines: [{ call: { rawNumber: '0465710000' } }] });
    expect(await (await missedIn(legs))('open')).toMatchObject({ open: 2 });
  });

  it('but hung up at once are left out where that is set, unless they call again and wait', async () => {
    const legs = [rings('09:00:00', '0465710000', { duration: 4 }), rings('09:10:00', '0199001234', { duration: 5 })];
    const missed = await missedIn(legs, { seconds: 5, menu: true });
    expect((await missed('open')).lines.map(({ call }) => call.rawNumber)).toEqual(['0199001234']);
    const again = await missedIn([...legs, rings('09:20:00', '0465710000')], { seconds: 5, menu: true });
    expect((await again('open')).lines.map(({ call, attempts }) => [call.rawNumber, attempts])).toEqual([
      ['0465710000', 1],
      ['0199001234', 1],
    ]);
  });
});

it('a missed call is over once people talked later, whoever called, and not before', async () => {
  const { over } = await answersOf([
    rings('09:00:00', '0465710000'),
    rings('09:05:00', '+33465710000'),
    calls('09:10:00', '0465710000'),
    calls('09:20:00', '+33465710000', { talk: 50, ...answered }),
    rings('09:30:00', '0465710000'),
    rings('09:40:00', 'anonymous'),
    rings('09:50:00', 'anonymous', { talk: 15, ...answered }),
  ]);
  const at = (time: string) => wallClock(time) - 7200;
  const starts = new Set(['09:00:00', '09:05:00', '09:30:00', '09:40:00'].map(at));
  expect((await over(starts)).map(({ start, at: through }) => [start, through])).toEqual([
    [at('09:05:00'), at('09:20:00')],
    [at('09:00:00'), at('09:20:00')],
  ]);
});
