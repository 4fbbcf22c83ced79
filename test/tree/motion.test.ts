import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const gentle = /@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g;

it('nothing moves where the system asks for no movement', () => {
  const sheets = ['components', 'entrypoints'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .map((file) => join(folder, file)),
  );
  expect(sheets.length).toBeGreaterThan(15);
  const moving = sheets.filter((file) =>
    /\b(?:animation|transition|scroll-behavior)\s*:/.test(readFileSync(file, 'utf8').replace(gentle, '')),
  );
  expect(moving).toEqual([]);
});
