import { expect, it } from 'vitest';
import { codeOf, read } from './sources';

/**
 * Where the types are overruled, the reason stands on the line: `any`, a non-null `!`, `as` (but `as const`), an empty
 * catch, a rule switched off. Strings and comments are taken out first, so that words in them count for nothing.
 */
const overrules: [what: string, pattern: RegExp][] = [
  ['any', /[:<|&]\s*any\b|,\s*any>|\bas any\b/],
  ['non-null', /[\w)\]]!(?=[.,;)\]\s])(?!\s*=)/],
  ['as', /\sas\s+(?!const\b)[A-Za-z_({[]/],
  ['empty catch', /catch\s*(?:\([^)]*\))?\s*\{\s*\}/],
];

/** A line's code without strings, templates' texts and comments, and whether a comment stands on it. */
function bare(line: string): { code: string; commented: boolean } {
  const code = line
    .replace(/\\./g, '')
    .replace(/'[^']*'|"[^"]*"|`[^`]*`/g, "''")
    .replace(/\/(?![/*])(?:[^/\n[]|\[[^\]]*\])+\/[dgimsuvy]*(?=[.,;)\s\]])/g, "''");
  const comment = /\/\/|\/\*|^\s*\*/.exec(code);
  return { code: comment ? code.slice(0, comment.index) : code, commented: comment !== null };
}

it('whoever overrules the types says why on the line', () => {
  const silent: string[] = [];
  for (const file of codeOf('lib', 'components', 'entrypoints', 'test')) {
    if (file.startsWith('test/tree/')) continue;
    read(file)
      .split('\n')
      .forEach((line, i) => {
        if (/^\s*(?:import|export)\b/.test(line) || /^\s*\*/.test(line)) return;
        const { code, commented } = bare(line);
        for (const [what, pattern] of overrules) {
          if (pattern.test(code) && !commented) silent.push(`${file}:${i + 1} ${what}: ${line.trim()}`);
        }
      });
  }
  expect(silent).toEqual([]);
});

it('no rule of the linter or the compiler is switched off without a reason', () => {
  const silent = codeOf('lib', 'components', 'entrypoints', 'test').filter((file) =>
    /@ts-(?:ignore|expect-error|nocheck)\s*$|biome-ignore[^\n]*:\s*$/m.test(read(file)),
  );
  expect(silent).toEqual([]);
});
