import { expect, it } from 'vitest';
import { createNumbers } from '../../../entrypoints/background/numbers';
import { readNumber } from '../../../lib/calls/number';
import { defaultSettings } from '../../../lib/settings/settings';

it('an extension of more than five digits is nobody’s number once the UCM told it, and not after another UCM’s', () => {
  const numbers = createNumbers(defaultSettings);
  const kind = (raw: string) => readNumber(raw, numbers.plan()).kind;
  expect([kind('203'), kind('700123'), numbers.digitsOf('700123')]).toEqual(['extension', 'outside', '700123']);
  expect(numbers.know(['203', '700123', '*97'])).toBe(true);
  expect([kind('203'), kind('700123'), numbers.digitsOf('700123')]).toEqual(['extension', 'extension', '']);
  expect(kind('0199001234')).toBe('outside');
  // told again the same, or only short ones more: nothing has to be read anew
  expect(numbers.know(['700123', '204'])).toBe(false);
  expect(numbers.know([])).toBe(true);
  expect(kind('700123')).toBe('outside');
});

it('other settings leave known extensions known, and the other way round', () => {
  const numbers = createNumbers(defaultSettings, ['700123']);
  const belgian = { ...defaultSettings, numbers: { ...defaultSettings.numbers, country: 'BE' } };
  expect(numbers.use(defaultSettings)).toBe(false);
  expect(numbers.use(belgian)).toBe(true);
  expect(numbers.plan()).toMatchObject({ country: 'BE', extensions: ['700123'] });
});
