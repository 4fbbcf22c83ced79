import { describe, expect, it } from 'vitest';
import { codeOf, globalsOf, type Import, importsOf } from './sources';

type Allowed = 'all' | 'types';

const everyone = ['lib/log.ts', 'lib/errors.ts', 'lib/browser.ts'];
const screens = {
  'lib/calls': 'all',
  'lib/dolibarr/page.ts': 'all',
  'lib/player': 'types',
  'lib/questions': 'all',
  'lib/settings': 'all',
  'lib/text': 'all',
  components: 'all',
} as const;

/** Which part may import which, and whether only its types: the table of the architecture, as the README draws it. */
const table: Record<string, Record<string, Allowed>> = {
  'lib/calls': {},
  'lib/ucm': { 'lib/calls': 'all', 'lib/hands': 'types', 'lib/settings': 'types' },
  'lib/dolibarr': { 'lib/calls': 'all', 'lib/hands': 'types', 'lib/settings': 'types', 'lib/text': 'types' },
  'lib/store': { 'lib/calls': 'all', 'lib/settings': 'types', 'lib/text': 'types' },
  'lib/sync': {
    'lib/calls': 'all',
    'lib/ucm': 'types',
    'lib/dolibarr': 'types',
    'lib/store': 'types',
    'lib/hands': 'types',
    'lib/settings': 'types',
  },
  // a note's way into its event and back
  'lib/notes': { 'lib/dolibarr': 'all', 'lib/store': 'types' },
  'lib/player': { 'lib/calls': 'all', 'lib/hands': 'types', 'lib/store': 'all', 'lib/ucm': 'types' },
  'lib/hands': {},
  // what the background answers: the trade and the store joined, told in the words of the questions
  'lib/answers': {
    'lib/dolibarr': 'all',
    'lib/calls': 'all',
    'lib/notes': 'all',
    'lib/store': 'all',
    'lib/sync': 'types',
    'lib/questions': 'types',
  },
  'lib/questions': {
    'lib/calls': 'all',
    'lib/player': 'types',
    'lib/settings': 'types',
    'lib/text/texts.ts': 'all',
    'lib/text': 'types',
  },
  'lib/settings': { 'lib/text/texts.ts': 'all' },
  'lib/text': {},
  components: {
    'lib/calls': 'all',
    'lib/player': 'types',
    'lib/text': 'all',
    'lib/settings': 'all',
    'lib/questions': 'types',
  },
  'entrypoints/background': {
    'lib/answers': 'all',
    'lib/calls': 'all',
    'lib/ucm': 'all',
    'lib/dolibarr': 'all',
    'lib/store': 'all',
    'lib/sync': 'all',
    'lib/hands': 'all',
    'lib/notes': 'all',
    'lib/player': 'all',
    'lib/questions': 'all',
    'lib/settings': 'all',
    'lib/text': 'all',
  },
  'entrypoints/offscreen': { 'lib/hands': 'all' },
  'entrypoints/dolibarr.content': screens,
  'entrypoints/panel.content': { ...screens, 'entrypoints/dolibarr.content': 'all' },
  'entrypoints/aside.content': {
    ...screens,
    'entrypoints/dolibarr.content': 'all',
    'entrypoints/panel.content': 'all',
  },
  'entrypoints/calls': screens,
  'entrypoints/options': screens,
  'entrypoints/popup': screens,
  // the simulators share no code, type or constant with what they test
  'test/sim': {},
};

const parts = Object.keys(table).sort((a, b) => b.length - a.length);
const partOf = (file: string) => parts.find((part) => file === part || file.startsWith(`${part}/`));

function refused(file: string, { to, typeOnly }: Import): boolean {
  if (!/^(?:lib|components|entrypoints|test)\//.test(to)) return false;
  const from = partOf(file) ?? '';
  const rules = table[from] ?? {};
  if (partOf(to) === from || (everyone.includes(to) && from !== 'test/sim')) return false;
  if (to === 'lib/browser.ts') return true;
  const part = Object.keys(rules).find((allowed) => to === allowed || to.startsWith(`${allowed}/`));
  const allowed = part === undefined ? undefined : rules[part];
  return allowed === undefined || (allowed === 'types' && !typeOnly);
}

describe('the layers', () => {
  it('are kept by every import', () => {
    const wrong = codeOf('lib', 'components', 'entrypoints', 'test/sim').flatMap((file) =>
      importsOf(file)
        .filter((one) => refused(file, one))
        .map(({ to, typeOnly }) => `${file} → ${to}${typeOnly ? ' (types)' : ''}`),
    );
    expect(wrong).toEqual([]);
  });

  it('know every part of the program', () => {
    const strangers = codeOf('lib', 'components', 'entrypoints').filter(
      (file) => partOf(file) === undefined && !everyone.includes(file),
    );
    expect(strangers).toEqual([]);
  });

  it('components know no browser', () => {
    const wrong = codeOf('components').filter((file) => importsOf(file).some(({ to }) => to === 'lib/browser.ts'));
    expect(wrong).toEqual([]);
  });

  it('reach the browser through one file', () => {
    const wrong = codeOf('lib', 'components', 'entrypoints').filter((file) =>
      importsOf(file).some(({ to }) => to === 'webextension-polyfill'),
    );
    expect(wrong).toEqual(['lib/browser.ts']);
  });

  it('of the product import nothing of the tests', () => {
    const wrong = codeOf('lib', 'components', 'entrypoints').filter((file) =>
      importsOf(file).some(({ to }) => to.startsWith('test/')),
    );
    expect(wrong).toEqual([]);
  });

  it('have `chrome` in one folder alone: the offscreen document, which the polyfill lacks', () => {
    const wrong = codeOf('lib', 'components', 'entrypoints').filter(
      (file) => globalsOf(file).has('chrome') && !/^lib\/hands\/offscreen[\w-]*\.ts$/.test(file),
    );
    expect(wrong).toEqual([]);
  });
});
