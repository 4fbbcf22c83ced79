import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface Import {
  /** `lib/calls/leg.ts`: path in the tree, or a package's name */
  to: string;
  /** only types, which leave nothing in the program */
  typeOnly: boolean;
}

/** Files of the tree that git knows or would add, below the given folders. */
export function filesOf(...folders: string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders]);
  return listed
    .toString()
    .split('\n')
    .filter((file) => file !== '' && existsSync(file));
}

export function codeOf(...folders: string[]): string[] {
  return filesOf(...folders).filter((file) => /\.tsx?$/.test(file));
}

export function read(file: string): string {
  return readFileSync(file, 'utf8');
}

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s)?([^'";]*?)\s*(?:from\s+)?['"]([^'"]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Everything a file imports or re-exports; the formatter keeps statements in one shape. */
export function importsOf(file: string): Import[] {
  const text = read(file);
  const found: Import[] = [];
  for (const [, type, names = '', source = ''] of text.matchAll(statement)) {
    const listed = /^\{(.*)\}$/s.exec(names.trim())?.[1];
    const each = listed?.split(',').filter((name) => name.trim() !== '');
    const typesAlone = each !== undefined && each.length > 0 && each.every((name) => /^\s*type\s/.test(name));
    found.push({ to: target(file, source), typeOnly: type !== undefined || typesAlone });
  }
  for (const [, source = ''] of text.matchAll(dynamic)) found.push({ to: target(file, source), typeOnly: false });
  return found;
}

function target(from: string, source: string): string {
  if (!source.startsWith('.')) return source;
  const path = normalize(join(dirname(from), source.replace(/\?.*$/, '')));
  for (const end of ['', '.ts', '.tsx', '/index.ts', '/index.tsx']) {
    if (/\.\w+$/.test(path + end) && existsSync(path + end)) return path + end;
  }
  return path;
}
