import { describe, expect, test } from 'vitest';
import { legKey } from '../../../lib/calls/leg';
import { cdrParameters } from '../../../lib/ucm/cdr-request';
import { readCdrRow } from '../../../lib/ucm/cdr-row';
import { readCdrAnswer, readCdrPage } from '../../../lib/ucm/read-cdr-page';
import { groupAnswered, groupRang, oldRow, type Row, row, sumOfGroup } from './rows';

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`) / 1000;

function legOf(fields: Row) {
  const leg = readCdrRow(fields);
  if (typeof leg !== 'object') throw new Error(leg);
  return leg;
}

/** AcctIds of the legs, in the order read. */
const ids = (body: unknown) => readCdrAnswer(body).legs.map((leg) => leg.acctId);

describe('one row', () => {
  test('the answered leg of a ring group', () => {
    expect(legOf(groupAnswered)).toEqual({
      acctId: '512',
      uniqueid: '1787386537.71',
      session: '1787386537924521-0199001234',
      src: '0199001234',
      dst: '203',
      name: 'Durand SA',
      start: at('2026-08-22 10:15:47'),
      answer: at('2026-08-22 10:15:47'),
      duration: 610,
      talk: 609,
      disposition: 'ANSWERED',
      app: 'Dial',
      action: 'RINGGROUP[6400]',
      userfield: 'Inbound',
      channel: 'PJSIP/trunk_1-000000a0',
      dstChannel: 'PJSIP/203-000000a3',
      from: 'trunk_1',
      to: '203',
      answeredBy: '203',
      srcTrunk: 'Opérateur',
      dstTrunk: '',
      recordings: ['2026-08/auto-1787386547#203-0199001234-6400.wav'],
      recorded: 595,
    });
  });

  test('a row of an old machine has no session, action or trunk', () => {
    expect(legOf(oldRow)).toMatchObject({
      acctId: '62',
      session: '',
      action: '',
      srcTrunk: '',
      userfield: 'EXT',
      name: 'Accueil',
      recordings: [],
      recorded: 0,
    });
  });

  test('numbers instead of texts say the same, so that the leg is the same leg', () => {
    const numbers = { ...groupRang, AcctId: 511, src: '0199001234', dst: 201, duration: 14, billsec: 0 };
    expect(legOf(numbers)).toEqual(legOf(groupRang));
    expect(legKey(legOf(numbers))).toBe(legKey(legOf(groupRang)));
  });

  test.each([
    ['2026-08-22 10:15:47', at('2026-08-22 10:15:47')],
    ['2026-08-22T10:15:47', at('2026-08-22 10:15:47')],
    ['2026-08-22 10:15', at('2026-08-22 10:15:00')],
    ['2026-08-22 10:15:47.123', at('2026-08-22 10:15:47')],
    ['2024-02-29 23:59:59', at('2024-02-29 23:59:59')],
    ['', 0],
    ['0000-00-00 00:00:00', 0],
    ['2026-13-01 00:00:00', 0],
    ['2026-08-22 25:00:00', 0],
    ['22/08/2026 10:15:47', 0],
    ['2026-08-22', 0],
    [null, 0],
  ])('the answer time %j', (text, seconds) => {
    expect(legOf({ ...groupRang, answer: text }).answer).toBe(seconds);
  });

  test.each([
    ['', '"Durand SA" <0199001234>', 'Durand SA'],
    ['Boulangerie Petit', '"Durand SA" <0199001234>', 'Boulangerie Petit'],
    ['0199001234', '"Durand SA" <0199001234>', 'Durand SA'],
    ['', '"" <0199001234>', ''],
    ['', '"0199001234" <0199001234>', ''],
    ['+33 1 99 00 12 34', '', ''],
    ['', '0199001234', ''],
    ['', '"Chez "Léo"" <0199001234>', 'Chez "Léo"'],
    ['', '"Chez \\"Léo\\"" <0199001234>', 'Chez "Léo"'],
    ['Soci\ufffdt\ufffd', '', ''],
    ['  Durand\u0000\n SA ', '', 'Durand SA'],
    ['<img src=x onerror=alert(1)>', '', '<img src=x onerror=alert(1)>'],
    ['3 Suisses', '', '3 Suisses'],
    [null, null, ''],
  ])('caller_name %j and clid %j give the name %j', (caller_name, clid, name) => {
    expect(legOf({ ...groupAnswered, caller_name, clid }).name).toBe(name);
  });

  test('a caller without a number whose name is his number has no name', () => {
    expect(legOf({ ...groupAnswered, src: 'anonymous', caller_name: 'anonymous', clid: '' }).name).toBe('');
  });

  test.each([
    ['2026-08/a.wav@', ['2026-08/a.wav']],
    ['2026-08/a.wav@2026-08/b.wav@', ['2026-08/a.wav', '2026-08/b.wav']],
    ['2026-08/a.wav,2026-08/b.wav', ['2026-08/a.wav', '2026-08/b.wav']],
    ['a.wav;\r\nb.wav\n', ['a.wav', 'b.wav']],
    ['["a.wav", "b.wav"]', ['a.wav', 'b.wav']],
    [['a.wav', 7], ['a.wav']],
    ['[odd]-name.wav@', ['[odd]-name.wav']],
    ['a.wav@a.wav@', ['a.wav']],
    ['auto-1774356619-+33199001234-6500.wav@', ['auto-1774356619-+33199001234-6500.wav']],
    ['../../etc/passwd@2026-08/a.wav', ['2026-08/a.wav']],
    [`${'x'.repeat(257)}@a.wav`, ['a.wav']],
    [' @ ', []],
    [null, []],
    [5, []],
  ])('recordfiles %j', (recordfiles, names) => {
    expect(legOf({ ...groupAnswered, recordfiles }).recordings).toEqual(names);
  });

  test.each([
    ['duration=34,size=546924B,start-time=1787386734@duration=35,size=1B,start-time=1@', 34],
    ['size=546924B,duration=34@', 34],
    ['', 0],
    ['duration=,size=5B@', 0],
    ['nothing', 0],
  ])('recordfiles_desc %j', (recordfiles_desc, recorded) => {
    expect(legOf({ ...groupAnswered, recordfiles_desc }).recorded).toBe(recorded);
  });

  test('a leg without a duration lasts from its start to its end; odd lengths are none', () => {
    expect(legOf({ ...groupRang, duration: '' }).duration).toBe(14);
    expect(legOf({ ...groupRang, duration: '', end: '' }).duration).toBe(0);
    expect(legOf({ ...groupRang, duration: '-5', billsec: 'NaN' })).toMatchObject({ duration: 0, talk: 0 });
    expect(legOf({ ...groupRang, duration: '12.9', billsec: {} })).toMatchObject({ duration: 12, talk: 0 });
  });

  test('a field of endless length is cut, not kept', () => {
    expect(legOf({ ...groupRang, lastapp: 'x'.repeat(100_000) }).app).toHaveLength(256);
  });

  test.each([
    [null, 'not-an-object'],
    ['row', 'not-an-object'],
    [['row'], 'not-an-object'],
    [{}, 'no-start'],
    [{ ...groupRang, start: '0000-00-00 00:00:00' }, 'no-start'],
    [{ ...groupRang, start: 1787386547 }, 'no-start'],
    [{ ...groupRang, AcctId: '', uniqueid: '', session: '' }, 'no-identity'],
  ])('%j is set aside: %s', (value, reason) => {
    expect(readCdrRow(value)).toBe(reason);
  });
});

describe('a page in all its forms', () => {
  const a = groupRang;
  const b = groupAnswered;
  const c = oldRow;

  test.each<[string, unknown, string[]]>([
    ['flat rows', { cdr_root: [{ ...a, cdr: '' }, b] }, ['511', '512']],
    ['with a status', { cdr_root: [a], status: 0 }, ['511']],
    ['inside response', { response: { cdr_root: [a] }, status: 0 }, ['511']],
    ['of an old machine', { cdr: [c] }, ['62']],
    ['a group', { cdr_root: [{ cdr: '', main_cdr: sumOfGroup, sub_cdr_1: a, sub_cdr_2: b }] }, ['511', '512']],
    ['a group of twelve', { cdr_root: [{ main_cdr: sumOfGroup, sub_cdr_1: a, sub_cdr_12: b }] }, ['511', '512']],
    ['a group that does not begin with 1', { cdr_root: [{ cdr: '', sub_cdr_2: b }] }, ['512']],
    [
      'lists in a group',
      { cdr_root: [{ main_cdr: { ...sumOfGroup, AcctId: '800' }, sub_cdr_1: [a, b], sub_cdr_2: [] }] },
      ['511', '512'],
    ],
    [
      'a group in a group',
      { cdr_root: [{ main_cdr: sumOfGroup, sub_cdr_1: { main_cdr: sumOfGroup, sub_cdr_1: a } }] },
      ['511'],
    ],
    [
      'nothing where a leg would be',
      { cdr_root: [null, { main_cdr: sumOfGroup, sub_cdr_1: null, sub_cdr_2: b }, ''] },
      ['512'],
    ],
    ['a group of nothing but a main row', { cdr_root: [{ cdr: '', main_cdr: { ...b, AcctId: '900' } }] }, ['900']],
    ['a mixture', { cdr_root: [a, { cdr: '', main_cdr: sumOfGroup, sub_cdr_1: b }, c] }, ['511', '512', '62']],
    ['none', { cdr_root: [] }, []],
  ])('%s', (_, body, expected) => {
    expect(ids(body)).toEqual(expected);
    expect(readCdrAnswer(body).setAside).toEqual({});
  });

  test('rows that cannot be read are counted by reason, and their neighbours are read', () => {
    const body = {
      cdr_root: [
        a,
        7,
        { ...b, start: '' },
        { ...b, start: 'x' },
        { cdr: '', main_cdr: sumOfGroup },
        row({ start: b['start'] }),
      ],
    };
    expect(readCdrAnswer(body)).toMatchObject({
      entries: 6,
      setAside: { 'not-an-object': 1, 'no-start': 2, 'summary-only': 1, 'no-identity': 1 },
    });
    expect(ids(body)).toEqual(['511']);
  });

  test('a summary is not read while its entry has a leg, not even one that cannot be read', () => {
    const main_cdr = { ...b, AcctId: '900' };
    expect(readCdrAnswer({ cdr_root: [{ main_cdr, sub_cdr_1: { ...a, start: '' } }] })).toMatchObject({
      legs: [],
      setAside: { 'no-start': 1 },
    });
  });

  test('entries are counted as the UCM lists them: a page of empty ones is not the end', () => {
    expect(readCdrAnswer({ cdr_root: [null, null] }).entries).toBe(2);
    expect(readCdrAnswer({ cdr_root: [{ main_cdr: sumOfGroup, sub_cdr_1: a, sub_cdr_2: b }] }).entries).toBe(1);
  });

  test.each([{}, { status: 0 }, { cdr_root: null }, { cdr_root: '' }, { cdr_root: {} }, [], null, 'x'])(
    '%j is no list of calls, and must not count as an empty one',
    (body) => {
      expect(() => readCdrAnswer(body)).toThrow(expect.objectContaining({ code: 'ucm-answer' }));
    },
  );

  test('an answer nested without end is set aside', () => {
    let nested: unknown = a;
    for (let depth = 0; depth < 5000; depth += 1) nested = { sub_cdr_1: nested };
    expect(readCdrAnswer({ cdr_root: [nested] })).toMatchObject({ legs: [], setAside: { 'no-start': 1 } });
  });
});

describe('asking for a page', () => {
  test('times are the PBX’s wall clock with a T, nothing is empty, never more than a thousand', () => {
    const from = at('2026-08-01 00:00:00');
    const until = at('2026-08-02 23:59:59');
    expect(cdrParameters({ from, until, offset: 0, limit: 5000 })).toEqual({
      format: 'json',
      numRecords: '1000',
      offset: '0',
      startTime: '2026-08-01T00:00:00',
      endTime: '2026-08-02T23:59:59',
    });
  });

  test('a page is asked for with cdrapi and can be aborted', async () => {
    const asked: unknown[] = [];
    const { signal } = new AbortController();
    const session = {
      ask: async (...all: unknown[]) => {
        asked.push(all);
        return { cdr_root: [groupAnswered] };
      },
      askFile: () => Promise.reject(new Error('not a file')),
    };
    const page = await readCdrPage(session, { from: 0, until: 60, offset: 1000, limit: 5 }, signal);
    expect(page.legs).toHaveLength(1);
    expect(asked).toEqual([['cdrapi', expect.objectContaining({ offset: '1000', numRecords: '5' }), { signal }]]);
  });
});
