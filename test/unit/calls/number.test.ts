import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, type NumberPlan, type NumberRead, readNumber, suffixKey } from '../../../lib/calls/number';
import { readStoredNumbers } from '../../../lib/calls/number-stored';

const france: NumberPlan = { country: 'FR', outsidePrefix: '', own: [] };
const e164 = (raw: string, plan: NumberPlan = france) => {
  const number = readNumber(raw, plan);
  return number.kind === 'outside' ? number.e164 : number.kind;
};

describe('a French mobile is the same number however it is written', () => {
  test.each([
    '0639981234',
    '06 39 98 12 34',
    '06.39.98.12.34',
    '06-39-98-12-34',
    '06,39,98,12,34',
    '+33639981234',
    '+33 6 39 98 12 34',
    '+33 (0)6 39 98 12 34',
    '(+33) 6 39 98 12 34',
    '0033639981234',
    '00 33 (0) 6 39 98 12 34',
    '+0033639981234',
    '33639981234',
    '639981234',
    'tel:+33639981234',
    'tel:%2B33639981234',
    'sip:+33639981234@trunk.example',
    'Tél. 06 39 98 12 34',
    'mobile : 06 39 98 12 34 (le matin)',
    '06 39 98 12 34 poste 12',
    '0639981234 ext. 203',
    '+33639981234;ext=12',
    '0639981234#12',
    '#31#0639981234',
    '\u202a06 39 98 12 34\u202c',
    '06\u00a039\u00a098\u00a012\u00a034',
    '０６３９９８１２３４',
  ])('%s', (raw) => {
    expect(e164(raw)).toBe('+33639981234');
  });
});

describe('what cannot be a number of that country is not made one', () => {
  test.each(['06 39 98 12', '06399812345', '00639981234', '118712', '+999123456789', '12345678901234567890123'])(
    '%s',
    (raw) => {
      const number = readNumber(raw, france);
      expect(number).toEqual({ kind: 'outside', e164: undefined, digits: raw.replace(/\D/g, '') });
    },
  );

  test('a German number without area code stays what it is: it may be anywhere in Germany', () => {
    const germany = { ...france, country: 'DE' };
    expect(e164('1234567', germany)).toBeUndefined();
    expect(e164('12345678', germany)).toBeUndefined();
    expect(e164('089 1234567', germany)).toBe('+49891234567');
    expect(e164('4989 1234567', germany)).toBe('+49891234567');
  });

  test('where there is no prefix before the area code, none is missing', () => {
    expect(e164('912345678', { ...france, country: 'ES' })).toBe('+34912345678');
    expect(e164('0612345678', { ...france, country: 'IT' })).toBe('+390612345678');
    expect(e164('621123456', { ...france, country: 'LU' })).toBe('+352621123456');
    expect(e164('2025550123', { ...france, country: 'US' })).toBe('+12025550123');
    expect(e164('15550123', { ...france, country: 'US' })).toBeUndefined();
  });

  test('two numbers in a row are none', () => {
    expect(e164('0639981234 ou 0639985678')).toBeUndefined();
  });

  test('a country nobody has heard of leaves international numbers readable', () => {
    const nowhere = { ...france, country: 'ZZ' };
    expect(e164('+33639981234', nowhere)).toBe('+33639981234');
    expect(e164('0639981234', nowhere)).toBeUndefined();
  });
});

test('foreign callers are read with +, with 00, and bare as some providers send them', () => {
  for (const raw of ['+32 2 639 98 12', '0032 2 639 98 12', '3226399812']) expect(e164(raw)).toBe('+3226399812');
});

test.each([
  '',
  '   ',
  'anonymous',
  'Anonymous',
  'anonymous@anonymous.invalid',
  'unknown',
  'Restricted',
  'PRIVATE',
  'unavailable',
  '<unknown>',
  'Masqué',
  's',
])('a caller who hides the number: “%s”', (raw) => {
  expect(readNumber(raw, france)).toEqual({ kind: 'hidden' });
});

describe('extensions', () => {
  test('up to five digits', () => {
    for (const raw of ['203', '6400', '12345', '15', 'poste 203'])
      expect(readNumber(raw, france).kind).toBe('extension');
    expect(readNumber('123456', france).kind).toBe('outside');
  });

  test('a known one of any length', () => {
    expect(readNumber('1002003', { ...france, extensions: ['1002003'] })).toEqual({
      kind: 'extension',
      digits: '1002003',
    });
  });

  test('one glued to the number called is taken off only when it is known', () => {
    expect(e164('0199001200203', { ...france, extensions: ['203', '204'] })).toBe('+33199001200');
    expect(e164('0199001200203', { ...france, extensions: ['305'] })).toBeUndefined();
    expect(e164('0639981203', { ...france, extensions: ['203'] })).toBe('+33639981203');
  });
});

describe('the prefix for an outside line', () => {
  test('is taken off when only the rest is a number', () => {
    for (const outsidePrefix of ['0', '9']) {
      const plan = { ...france, outsidePrefix };
      expect(readNumber(`${outsidePrefix}0639981234`, plan)).toEqual({
        kind: 'outside',
        e164: '+33639981234',
        digits: '0639981234',
      });
      expect(e164(`${outsidePrefix}0049891234567`, plan)).toBe('+49891234567');
    }
  });

  test('does not eat a digit of a number that was written without it', () => {
    for (const raw of ['0639981234', '+33639981234', '0033639981234', '639981234']) {
      expect(e164(raw, { ...france, outsidePrefix: '0' })).toBe('+33639981234');
    }
    expect(e164('0939981234', { ...france, outsidePrefix: '09' })).toBe('+33939981234');
  });

  test('is left open when both readings are numbers: Germany, or 0 and a number of Nice', () => {
    expect(readNumber('00493456789', { ...france, outsidePrefix: '0' })).toEqual({
      kind: 'outside',
      e164: undefined,
      digits: '00493456789',
    });
  });
});

test('our own numbers are ours in any notation', () => {
  const plan = { ...france, own: ['01 99 00 12 00', '+33 1 99 00 12 01', '456789'] };
  for (const raw of ['0199001200', '+33199001201', '33199001200', '456789'])
    expect(readNumber(raw, plan).kind).toBe('own');
  expect(readNumber('0199001202', plan).kind).toBe('outside');
});

describe('phone fields of Dolibarr', () => {
  const read = (stored: string, country = 'FR') =>
    readStoredNumbers(stored, { ...france, country }).map((number) =>
      number.kind === 'outside' ? number.e164 : number.kind,
    );

  test('one number, whatever separates its digits', () => {
    expect(read('+49 (0) 89 / 123 45 73', 'DE')).toEqual(['+49891234573']);
    expect(read('089/1234573', 'DE')).toEqual(['+49891234573']);
  });

  test('two numbers in one field are two', () => {
    expect(read('01 99 00 12 34 / 06 39 98 12 34')).toEqual(['+33199001234', '+33639981234']);
    expect(read('0199001234 ou 0639981234')).toEqual(['+33199001234', '+33639981234']);
  });

  test('a range of numbers is its first one', () => {
    expect(read('01 99 00 12 34/35')).toEqual(['+33199001234']);
  });

  test('words without a number are no number', () => {
    expect(read('voir avec Mme Petit')).toEqual([undefined]);
  });
});

test('shown as one writes it: national at home, international elsewhere', () => {
  expect(formatNumber('+33639981234', 'FR')).toBe('06 39 98 12 34');
  expect(formatNumber('+33639981234', 'BE')).toBe('+33 6 39 98 12 34');
  expect(formatNumber('+3226399812', 'FR')).toBe('+32 2 639 98 12');
  expect(formatNumber('', 'FR')).toBe('');
});

test('the index key is the same for every notation, and none below eight digits', () => {
  expect(suffixKey('0639981234')).toBe('39981234');
  expect(suffixKey('33639981234')).toBe('39981234');
  expect(suffixKey('0001234567')).toBe('');
  expect(suffixKey('')).toBe('');
});

/** Valid numbers of three countries: country code and national digits without the 0. */
const numbers = fc.oneof(
  fc.tuple(fc.constant('FR'), fc.constant('33'), fc.stringMatching(/^[1-79][0-9]{8}$/)),
  fc.tuple(
    fc.constant('BE'),
    fc.constant('32'),
    fc.oneof(fc.stringMatching(/^2[2-8][0-9]{6}$/), fc.stringMatching(/^47[0-9]{7}$/)),
  ),
  fc.tuple(fc.constant('DE'), fc.constant('49'), fc.stringMatching(/^(?:89|30|40)[1-9][0-9]{6}$/)),
);
const separators = fc.array(fc.constantFrom('', '', '', ' ', '.', '-', ' - ', '\u00a0', '/'), {
  minLength: 20,
  maxLength: 20,
});

test('any notation of a French, Belgian or German number is the same number', () => {
  const form = fc.constantFrom<(cc: string, rest: string) => string>(
    (_, rest) => `0${rest}`,
    (cc, rest) => `+${cc}${rest}`,
    (cc, rest) => `00${cc}${rest}`,
    (cc, rest) => `+${cc}(0)${rest}`,
    (cc, rest) => `00${cc}(0)${rest}`,
    (cc, rest) => `${cc}${rest}`,
  );
  fc.assert(
    fc.property(
      numbers,
      form,
      separators,
      fc.constantFrom('', ' ', 'tel:'),
      ([country, cc, rest], write, gaps, before) => {
        const spaced = [...write(cc, rest)]
          .map((char, at) => (/\d/.test(char) ? `${char}${gaps[at % gaps.length]}` : char))
          .join('');
        expect(e164(before + spaced, { ...france, country })).toBe(`+${cc}${rest}`);
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever is written, reading it never fails and always gives the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
      const number: NumberRead = readNumber(raw, france);
      expect(readNumber(raw, { ...france })).toEqual(number);
      if (number.kind !== 'hidden') expect(number.digits).toMatch(/^\d*$/);
    }),
  );
});

describe('our own number with an extension glued to it', () => {
  const plan: NumberPlan = { country: 'FR', outsidePrefix: '', own: ['01 99 00 12 34'] };
  test.each(['0199001234203', '+33199001234203', '00331990012346400', '0199001234'])('%s is ours', (raw) => {
    expect(readNumber(raw, plan).kind).toBe('own');
  });
  test.each(['0199001235203', '0199001234203203', '019900123'])('%s is not', (raw) => {
    expect(readNumber(raw, plan).kind).toBe('outside');
  });
});
