import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes what this run found, in the order of `names`; what was left out stays as a former run wrote it. */
export function writeList<T extends { name: string }>(
  file: string,
  found: readonly T[],
  names: readonly string[],
): void {
  const all = new Map(former<T>(file).map((one) => [one.name, one]));
  for (const one of found) all.set(one.name, one);
  const listed = names.map((name) => all.get(name)).filter((one) => one !== undefined);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(listed, null, 2)}\n`);
}

function former<T>(file: string): T[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // the first run, or a file cut off in the middle
    return [];
  }
}
