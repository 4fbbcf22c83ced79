import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors';
import { readJson } from '../../../lib/ucm/body';
import { type CdrPage, readCdrAnswer } from '../../../lib/ucm/read-cdr-page';
import { createRandom } from '../../sim/story/random';
import { tell } from '../../sim/story/tell';
import { theStory } from '../../sim/story/the-story';
import { now, paris } from '../calls/told';

/**
 * A hundred thousand answers in some seconds: rows of the story, put together and spoilt by a generator that costs less
 * than the reader. What fast-check finds with fewer and odder answers is in reader-properties.
 */
const WELL_FORMED = 40_000;
const SPOILT = 60_000;

const host = 'pbx.example:8089';
const encoder = new TextEncoder();
const rows = tell(theStory({ now, zone: paris }), paris).map(({ leg }) => leg);
const odd = [
  '',
  null,
  0,
  -1,
  1e21,
  'Infinity',
  '0000-00-00 00:00:00',
  '\u202e',
  '__proto__',
  [],
  {},
  true,
  'x'.repeat(999),
];

const random = createRandom(20_261_123);
const below = (limit: number) => Math.floor(random() * limit);
const oneOf = <T>(list: readonly T[], fallback: T): T => list[below(list.length)] ?? fallback;

type Entry = { entry: unknown; ids: string[] };

function someRows(most: number) {
  const from = below(rows.length - most);
  return rows.slice(from, from + 1 + below(most));
}

/** A flat row, a group in one of the forms of section 3.2, or nothing. */
function entryOf(): Entry {
  const legs = someRows(below(20) === 0 ? 12 : 2);
  const ids = legs.map(({ AcctId }) => AcctId);
  switch (below(5)) {
    case 0:
      return { entry: below(2) ? null : '', ids: [] };
    case 1:
      return { entry: { main_cdr: { AcctId: '', src: '1' }, sub_cdr_1: [...legs, null], sub_cdr_2: [] }, ids };
    case 2:
      return {
        entry: { cdr: 'x', main_cdr: {}, ...Object.fromEntries(legs.map((leg, i) => [`sub_cdr_${i + 1}`, leg])) },
        ids,
      };
    case 3:
      return { entry: { sub_cdr_1: { sub_cdr_1: legs } }, ids };
    default:
      return { entry: { cdr: '', ...legs[0] }, ids: ids.slice(0, 1) };
  }
}

function answer(): { text: string; ids: string[] } {
  const entries = Array.from({ length: below(4) }, entryOf);
  const list = entries.map(({ entry }) => entry);
  const wrapped = oneOf<unknown>(
    [{ cdr_root: list }, { cdr_root: list, status: 0 }, { response: { cdr_root: list }, status: 0 }, { cdr: list }],
    {},
  );
  return { text: JSON.stringify(wrapped), ids: entries.flatMap(({ ids }) => ids) };
}

const read = (bytes: Uint8Array): CdrPage => readCdrAnswer(readJson({ status: 200, contentType: '', bytes }, host));

/** A good answer with bytes changed, left out, doubled, or cut off, in some other charset, or with odd values. */
function spoil(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const at = below(bytes.length);
  switch (below(6)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(40))]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - below(40)))]);
    case 3:
      for (let n = below(8); n >= 0; n--) bytes[below(bytes.length)] = below(256);
      return bytes;
    case 4:
      return Buffer.from(text, below(2) ? 'utf16le' : 'latin1');
    default:
      return encoder.encode(text.replaceAll(/"[^"]{0,12}"(?=[,}])/g, (was) => (below(9) ? was : value())));
  }
}

const value = () => JSON.stringify(oneOf<unknown>(odd, ''));

/** What of a leg no other part may ever meet; undefined when all is well. */
function broken({ legs }: CdrPage): string | undefined {
  for (const leg of legs) {
    for (const seconds of [leg.duration, leg.talk, leg.recorded, leg.answer]) {
      if (!Number.isInteger(seconds) || seconds < 0) return `seconds ${seconds}`;
    }
    if (!Number.isInteger(leg.start) || leg.start <= 0) return `start ${leg.start}`;
    if (leg.acctId + leg.uniqueid + leg.session === '') return 'no identity';
    for (const field of Object.values(leg)) {
      if (typeof field === 'string' && field.length > 256) return `text of ${field.length}`;
    }
    if (leg.recordings.some((name) => name.includes('..'))) return 'a path';
  }
  return undefined;
}

describe('a hundred thousand answers', () => {
  it('that are well-formed give each row once, in whatever groups', () => {
    for (let n = 0; n < WELL_FORMED; n++) {
      const { text, ids } = answer();
      const page = read(encoder.encode(text));
      const found = page.legs.map(({ acctId }) => acctId).join();
      if (found !== ids.join() || Object.keys(page.setAside).length > 0) expect({ found, page }).toEqual({ text });
      if (broken(page)) expect(broken(page)).toBe(text);
    }
  });

  it('that are spoilt are read into whole legs or fail by the name of a bad answer', () => {
    let failed = 0;
    let found = 0;
    for (let n = 0; n < SPOILT; n++) {
      const bytes = spoil(answer().text);
      try {
        const page = read(bytes);
        found += page.legs.length;
        if (broken(page)) expect(broken(page)).toBe(new TextDecoder().decode(bytes));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'ucm-answer') throw error;
        failed++;
      }
    }
    // both kinds were met, so that neither branch was tested on nothing
    expect(failed).toBeGreaterThan(SPOILT / 10);
    expect(found).toBeGreaterThan(SPOILT / 10);
  });
});
