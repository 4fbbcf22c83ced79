import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legKey } from '../../../lib/calls/leg';
import { AppError } from '../../../lib/errors';
import { readJson } from '../../../lib/ucm/body';
import { readCdrAnswer } from '../../../lib/ucm/read-cdr-page';

/** Answers tried of each kind; `CALLS_READER_RUNS=100000` for the long run. */
const numRuns = Number(process.env['CALLS_READER_RUNS'] ?? 1000);

const host = 'pbx.example:8089';
const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const clock = fc
  .integer({ min: 1_400_000_000, max: 1_900_000_000 })
  .map((second) => new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' '));
const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom('"', '\\', '<img src=x onerror=1>', '\u0000', '\u0007', '__proto__'),
);

/** A row that is a leg, with numbers as texts or as numbers, and other fields in any state. */
const row = fc.record(
  {
    AcctId: fc.oneof(digits(1, 9), fc.nat()).filter((id) => id !== ''),
    uniqueid: fc.integer({ min: 1_400_000_000, max: 1_900_000_000 }).map((epoch) => `${epoch}.1`),
    start: clock,
    src: fc.oneof(digits(0, 12), hostile),
    dst: fc.oneof(digits(0, 12), hostile),
    session: fc.oneof(digits(16, 16), fc.constant('')),
    duration: fc.oneof(digits(1, 5), fc.nat(90_000), hostile, fc.constant(null)),
    billsec: fc.oneof(digits(1, 5), fc.nat(90_000), hostile, fc.constant(null)),
    caller_name: hostile,
    recordfiles: fc.oneof(hostile, fc.constant('2026-08/auto-1-2-3.wav@')),
    disposition: fc.oneof(fc.constantFrom('ANSWERED', 'NO ANSWER'), fc.jsonValue()),
  },
  { requiredKeys: ['AcctId', 'uniqueid', 'start'] },
);
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

interface Entry {
  entry: unknown;
  rows: Row[];
}

/** Rows in the groups of a UCM, with lists, nulls and empty texts among them. */
const entries = fc.array(
  fc.oneof<fc.Arbitrary<Entry>[]>(
    row.map((one) => ({ entry: { cdr: '', ...one }, rows: [one] })),
    fc.constantFrom(null, '').map((nothing) => ({ entry: nothing, rows: [] })),
    fc.record({ legs: fc.array(row, { minLength: 1, maxLength: 13 }), lists: fc.boolean() }).map(({ legs, lists }) => ({
      entry: {
        cdr: '',
        main_cdr: { AcctId: '', src: legs[0]?.src, start: legs[0]?.start, duration: '99999' },
        ...Object.fromEntries(legs.map((leg, i) => [`sub_cdr_${i + 1}`, lists ? [leg, null] : leg])),
        [`sub_cdr_${legs.length + 1}`]: null,
      },
      rows: legs,
    })),
  ),
  { maxLength: 12 },
);
const wrapped = fc.constantFrom(
  (list: unknown[]): unknown => ({ cdr_root: list }),
  (list: unknown[]): unknown => ({ cdr_root: list, status: 0 }),
  (list: unknown[]): unknown => ({ response: { cdr_root: list }, status: 0 }),
  (list: unknown[]): unknown => ({ cdr: list }),
);

function read(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readCdrAnswer(readJson({ status: 200, contentType: '', bytes }, host));
}

describe('an answer of a UCM', () => {
  it('in whatever groups and wrapping gives each of its rows once, none more', () => {
    fc.assert(
      fc.property(entries, wrapped, (list, wrap) => {
        const page = read(JSON.stringify(wrap(list.map(({ entry }) => entry))));
        const rows = list.flatMap((one) => one.rows);
        expect(page.entries).toBe(list.length);
        expect(page.legs.map(({ acctId }) => acctId)).toEqual(rows.map(({ AcctId }) => String(AcctId)));
        expect(page.setAside).toEqual({});
      }),
      { numRuns },
    );
  });

  it('has the same legs whatever control characters a caller’s name brought into it', () => {
    const control = fc.integer({ min: 0, max: 31 }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), control, (rows, char) => {
        const named = rows.map((one) => ({ ...one, caller_name: 'AB' }));
        const text = JSON.stringify({ cdr_root: named });
        const spoilt = text.replaceAll('"AB"', `"A${char}B"`);
        expect(read(spoilt).legs.map(legKey)).toEqual(read(text).legs.map(legKey));
      }),
      { numRuns },
    );
  });

  it('with rows of any other kind counts each as a leg or set aside, and every leg is whole', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            row,
            fc.jsonValue(),
            fc.dictionary(fc.constantFrom('AcctId', 'start', 'src', 'uniqueid'), fc.jsonValue()),
          ),
          { maxLength: 8 },
        ),
        (list) => {
          const flat = list.map((one) =>
            typeof one === 'object' && one && !Array.isArray(one) ? { AcctId: '', ...one } : one,
          );
          const page = read(JSON.stringify({ cdr_root: flat }));
          for (const leg of page.legs) {
            expect(Number.isInteger(leg.start) && leg.start > 0).toBe(true);
            for (const seconds of [leg.duration, leg.talk, leg.recorded, leg.answer]) {
              expect(Number.isInteger(seconds) && seconds >= 0).toBe(true);
            }
            for (const value of Object.values(leg))
              if (typeof value === 'string') expect(value.length).toBeLessThan(257);
            for (const name of leg.recordings) expect(name).not.toContain('..');
            expect(legKey(leg)).not.toMatch(/^\|\|\|/);
          }
        },
      ),
      { numRuns },
    );
  });

  it('that is anything else, cut or scrambled, is read or fails with a name, and nothing else happens', () => {
    const good = fc.tuple(entries, wrapped).map(([list, wrap]) => JSON.stringify(wrap(list.map(({ entry }) => entry))));
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc.tuple(good, fc.nat()).map(([text, at]) => new TextEncoder().encode(text).slice(0, at % (text.length + 1))),
      fc.tuple(good, fc.nat(), fc.nat(255)).map(([text, at, byte]) => {
        const spoilt = new TextEncoder().encode(text);
        spoilt[at % spoilt.length] = byte;
        return spoilt;
      }),
    );
    fc.assert(
      fc.property(bytes, (body) => {
        try {
          read(body);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect(error).toMatchObject({ code: 'ucm-answer' });
        }
      }),
      { numRuns },
    );
  });
});
