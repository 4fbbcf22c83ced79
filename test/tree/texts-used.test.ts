import { expect, it } from 'vitest';
import { errorCodes } from '../../lib/errors';
import { codeOf, read } from './sources';
import { unusedTexts } from './text-uses';

it('every text is shown somewhere', () => {
  expect(unusedTexts()).toEqual([]);
});

it('every error that has a text happens somewhere', () => {
  const code = codeOf('components', 'entrypoints', 'lib').filter(
    (file) => !/^lib\/(?:errors|text\/\w+)\.ts$/.test(file),
  );
  const all = code.map(read).join('\n');
  expect(errorCodes.filter((one) => !all.includes(`'${one}'`))).toEqual([]);
});
