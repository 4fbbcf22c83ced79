import { describe, expect, it } from 'vitest';
import {
  createZone,
  lastNine,
  manyCalls,
  numbersOf,
  parseStory,
  type Row,
  tell,
  theStory,
  truth,
} from '../../sim/index';
import { BLANK_LEG } from '../../sim/story/leg';

const zone = createZone();
const now = Date.parse('2026-11-23T15:00:00Z') / 1000;
const read = (text: string) => parseStory(text, { now, zone });
const rowsOf = (text: string) => tell(read(text), zone);
const short = ({ leg }: Row) => `${leg.action_type} ${leg.lastapp} ${leg.dst} ${leg.disposition} ${leg.billsec}`;

describe('the notation', () => {
  it('reads headings, names with marks in them, and moments', () => {
    const calls = read(`
      2026-10-25
      02:30+02:00 in 0639981234 "A \\"B\\" → [x]" → 203 answered 1m [rec 2] [late 1h]
      02:30+01:00 out 203 → 0639981234 busy
      today
      12m ago in hidden → 201 rang 20s
    `);
    expect(calls.map((call) => call.at)).toEqual([1792888200, 1792891800, now - 720]);
    expect(calls[0]?.name).toBe('A "B" → [x]');
    expect(calls[0]?.marks).toMatchObject({ recordings: 2, late: 3600 });
  });

  it('refuses what it does not know', () => {
    expect(() => read('09:00 in 0639981234 → 203 sneezed')).toThrow('sneezed');
    expect(() => read('09:00 in 0639981234 → 203 busy [loud]')).toThrow('loud');
  });
});

describe('the rows of a call', () => {
  it('has every documented field, as text', () => {
    for (const { leg } of tell(theStory({ now, zone }), zone)) {
      expect(Object.keys(leg)).toEqual(Object.keys(BLANK_LEG));
      expect(Object.values(leg).every((value) => typeof value === 'string')).toBe(true);
    }
  });

  it('writes a ring group like samples 6 to 10', () => {
    const rows = rowsOf('10:15 in 0199001907 → 6400 group → 201 rang 14s → 204 busy → 203 answered 9m55');
    expect(rows.toSorted((a, b) => a.leg.dst.localeCompare(b.leg.dst)).map(short)).toEqual([
      'DIAL ForkCDR 0199001234 NO ANSWER 0',
      'RINGGROUP[6400] Dial 201 NO ANSWER 0',
      'RINGGROUP[6400] Dial 203 ANSWERED 609',
      'RINGGROUP[6400] Dial 204 BUSY 0',
      'RINGGROUP[6400] ForkCDR 6400 ANSWERED 0',
    ]);
    const lifted = rows.find((row) => row.leg.dstanswer === '203')?.leg;
    expect(lifted?.answer).toBe(lifted?.start);
    const rang = rows.find((row) => row.leg.dst === '201')?.leg;
    expect(rang?.answer).toBe(rang?.end);
  });

  it('writes a park like samples 1 to 3: the last row ties two sessions by a shared uniqueid', () => {
    const rows = rowsOf('10:00 in 0639981234 → 203 answered 1m → park 71 35s → 204 retrieved 30s [late 1h]');
    const retrieved = rows.find((row) => row.leg.lastapp === 'Park' && row.leg.dst === '204');
    const flat = rows.find((row) => row.leg.lastapp === 'ParkedCall');
    expect(retrieved?.leg.session).toBe(flat?.leg.session);
    expect(retrieved?.leg.uniqueid).toBe(rows[0]?.leg.uniqueid);
    expect(flat?.leg.userfield).toBe('Internal');
    expect(retrieved?.visibleAt).toBe((retrieved?.endsAt ?? 0) + 3600);
  });

  it('names session and uniqueid by the UTC epoch, and the text is local on both sides of the autumn change', () => {
    const rows = rowsOf(`2026-10-25
      02:59:50+02:00 in 0639981234 → 6400 group → 201 rang 30s
      03:00 in 0639981235 → 203 answered 5s`);
    for (const { leg, startsAt } of rows) {
      expect(Math.abs(Number(leg.session.slice(0, 10)) - startsAt)).toBeLessThan(60);
      expect(leg.start).toBe(zone.text(startsAt));
    }
    const rang = rows.find((row) => row.leg.dst === '201')?.leg;
    expect([rang?.start, rang?.end]).toEqual(['2026-10-25 02:59:53', '2026-10-25 02:00:23']);
  });

  it('gives a forwarded call a row of its own kind', () => {
    const rows = rowsOf('10:00 in 0199001642 → 203 rang 14s → 203 mobile 0639980012 answered 2m12 [own session]');
    const own = rows.find((row) => row.leg.action_type === 'FOLLOWME[203]');
    expect(own?.leg).toMatchObject({ userfield: 'Outbound', src: '0199001234', dst: '0639980012', src_trunk_name: '' });
    expect(rows.filter((row) => row.leg.session === own?.leg.session)).toHaveLength(1);
    expect(rows.filter((row) => row.leg.uniqueid === own?.leg.uniqueid)).toHaveLength(1);
  });
});

describe('the truth', () => {
  it.each([
    ['09:00 in 0639981234 → 6400 group → 201 rang 20s → 202 busy', { outcome: 'missed', kind: 'group', rung: ['201'] }],
    ['09:00 in 0639981234 → 202 busy', { outcome: 'busy', kind: 'direct', talk: 0 }],
    [
      '09:00 in anonymous → 6500 queue → 201 rang 20s → abandoned 25s',
      { outcome: 'missed', kind: 'queue', number: '' },
    ],
    ['09:00 in 0639981234 → 7000 ivr 20s → hung up', { outcome: 'ivrHangup', kind: 'ivr' }],
    ['09:00 out 203 → 0639981234 rang 20s', { outcome: 'noAnswer', direction: 'out', calledBy: '203' }],
    ['09:00 out 203 → 0639981234 congestion', { outcome: 'failed' }],
    [
      '09:00 in 06 → 203 answered 1m → park 71 35s → 204 retrieved 30s [rec]',
      { talk: 90, answeredBy: '203', recordings: 2 },
    ],
    ['09:00 in 06 → 203 answered 1m → blind 204 answered 30s', { talk: 90, answeredBy: '203' }],
    [
      '09:00 in 06 → 203 rang 9s → 203 mobile 0639980011 answered 1m',
      { talk: 60, answeredBy: '203', kind: 'forwarded' },
    ],
    ['09:00 in 06 → 6400 group → 202 answered 1m after 10s', { talk: 70 }],
    ['09:00 in 06 → 6400 group → 201 rang 10s → 202 answered 1m', { talk: 60 }],
  ])('%s', (line, expected) => {
    expect(read(line).map((call) => truth(call))).toMatchObject([expected]);
  });
});

describe('the story', () => {
  const calls = theStory({ now, zone });
  it('knows the Garage Lefèvre well, and every kind and outcome at least once', () => {
    const garage = numbersOf(1);
    const truths = calls.map((call) => truth(call));
    expect(calls.length).toBeGreaterThan(85);
    expect(truths.filter((call) => garage.has(lastNine(call.number))).length).toBeGreaterThanOrEqual(15);
    expect(new Set(truths.map((call) => call.kind)).size).toBe(8);
    expect(new Set(truths.map((call) => call.outcome)).size).toBe(8);
    expect(new Set(truths.map((call) => call.direction)).size).toBe(4);
    expect(truths.every((call) => call.start <= now && call.start > now - 31 * 86_400)).toBe(true);
  });

  it('mixes the legs of calls that go on together', () => {
    const rows = tell(calls, zone);
    const sessions = rows.map((row) => row.leg.session);
    const changes = sessions.filter((session, place) => session !== sessions[place - 1]).length;
    expect(changes).toBeGreaterThan(new Set(sessions).size);
    expect(rows.map((row) => Number(row.leg.AcctId))).toEqual(rows.map((_, place) => 71_047 + place));
  });
});

describe('a great many calls', () => {
  it('are the same for the same seed, about three legs each, in order', () => {
    const wish = { calls: 2000, seed: 7, from: now - 86_400 * 90, to: now };
    const [first, second] = [[...manyCalls(wish)], [...manyCalls(wish)]];
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    const legs = first.flatMap(({ rows }) => rows).length;
    expect(legs / 2000).toBeGreaterThan(2.6);
    expect(legs / 2000).toBeLessThan(3.4);
    expect(first.every(({ call }, place) => call.at >= (first[place - 1]?.call.at ?? 0))).toBe(true);
  });
});
