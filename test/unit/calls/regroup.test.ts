import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveCall } from '../../../lib/calls/derive';
import { regroup } from '../../../lib/calls/regroup';
import { answered, leg, wallClock } from './rows';

const keys = (groups: { acctId: string }[][]) => groups.map((group) => group.map(({ acctId }) => acctId));

describe('legs that belong together', () => {
  it('share a session or a channel', () => {
    const dialled = leg({ at: '09:00:00', uniqueid: '1784012400.1', session: 's1', acctId: '1' });
    const transferred = leg({ at: '09:02:00', uniqueid: '1784012400.1', session: 's2', acctId: '2' });
    const retrieved = leg({ at: '09:04:00', uniqueid: '1784012640.9', session: 's2', acctId: '3' });
    const stranger = leg({ at: '09:04:00', uniqueid: '1784012640.7', session: 's3', acctId: '4' });
    expect(keys(regroup([retrieved, stranger, dialled, transferred]))).toEqual([['1', '2', '3'], ['4']]);
  });

  it('never because both name nothing', () => {
    const nameless = { uniqueid: '', session: '' };
    expect(regroup([leg({ at: '09:00:00', ...nameless }), leg({ at: '09:00:01', ...nameless })])).toHaveLength(2);
  });

  it('not when the same name comes again thirteen hours later', () => {
    const name = { uniqueid: '1784012400.1', session: '' };
    expect(regroup([leg({ at: '06:00:00', ...name }), leg({ at: '19:00:00', ...name })])).toHaveLength(2);
  });

  it('a forwarded leg with names of its own goes to the call that rang the extension then', () => {
    const rang = leg({ at: '09:00:00', duration: 20, to: '203', uniqueid: '1784012400.1', session: 'a', acctId: '1' });
    const other = leg({
      at: '09:00:05',
      duration: 20,
      to: '204',
      dst: '204',
      uniqueid: '1784012405.2',
      session: 'b',
      acctId: '2',
    });
    const forward = leg({
      at: '09:00:20',
      duration: 60,
      talk: 50,
      action: 'FOLLOWME[203]',
      dst: '0639985555',
      to: 'trunk_2',
      dstTrunk: 'Operator',
      uniqueid: '1784012420.3',
      session: 'c',
      acctId: '3',
      ...answered,
    });
    expect(keys(regroup([forward, other, rang]))).toEqual([['1', '3'], ['2']]);
  });
});

describe('a forwarded leg whose extension two callers rang', () => {
  const first = { uniqueid: '1784012400.1', session: 'a', acctId: '1', duration: 20, src: '0639981111' };
  const second = { uniqueid: '1784012415.2', session: 'b', acctId: '2', duration: 30, src: '0639982222' };
  const forward = (told: { at: string; src: string }) =>
    leg({ ...told, action: 'FOLLOWME[203]', to: 'trunk_2', uniqueid: '1784012420.3', session: 'c', acctId: '3' });
  const rung = [leg({ at: '09:00:00', ...first }), leg({ at: '09:00:15', ...second })];

  it('belongs to the one whose ringing just ended', () => {
    expect(keys(regroup([...rung, forward({ at: '09:00:19', src: '0199001234' })]))).toEqual([['1', '3'], ['2']]);
  });

  it('belongs to the one whose number it carries', () => {
    expect(keys(regroup([...rung, forward({ at: '09:00:19', src: '0639982222' })]))).toEqual([['1'], ['2', '3']]);
  });
});

describe('whatever the order of reading', () => {
  /** Two hours of a busy office: calls of one to six legs, some sharing a session, some a channel. */
  const office = fc.array(
    fc.record({
      minute: fc.integer({ min: 0, max: 119 }),
      legs: fc.array(fc.record({ after: fc.integer({ min: 0, max: 300 }), own: fc.boolean() }), {
        minLength: 1,
        maxLength: 6,
      }),
      forwarded: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('shuffled, repeated and split rows give the same calls', () => {
    fc.assert(
      fc.property(office, fc.infiniteStream(fc.nat()), (calls, random) => {
        const rows = calls.flatMap(({ minute, legs, forwarded }, c) => {
          const start = wallClock('09:00:00') + minute * 60;
          return legs.map(({ after, own }, i) =>
            leg({
              at: new Date((start + after) * 1000).toISOString().slice(0, 19),
              acctId: `${c}-${i}`,
              session: `${start - 7200}${c}`,
              uniqueid: own ? `${start - 7200 + after}.${c}${i}` : `${start - 7200}.${c}`,
              duration: 30,
              ...(forwarded && i > 0 ? { action: 'FOLLOWME[203]', session: `own${c}`, uniqueid: `own${c}.${i}` } : {}),
            }),
          );
        });
        const shuffled = [...rows, ...rows.slice(0, 3)]
          .map((row) => ({ row, order: random.next().value }))
          .sort((a, b) => a.order - b.order)
          .map(({ row }) => row);
        const story = (legs: typeof rows) => regroup(legs).map((group) => deriveCall(group));
        expect(story(shuffled)).toEqual(story(rows));
      }),
    );
  });
});
