import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { type ParseResult, parseSync, Visitor } from 'vite';

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

/** The file as the bundler's own parser sees it; positions count as those of a JavaScript string. */
export function parse(file: string): ParseResult {
  const parsed = parseSync(file, read(file));
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message}`);
  return parsed;
}

/** Everything a file imports or re-exports: statements, `import()` and the `import('…')` of types. */
export function importsOf(file: string): Import[] {
  const { program, module } = parse(file);
  const found: Import[] = [];
  const add = (source: string, typeOnly: boolean) => found.push({ to: target(file, source), typeOnly });
  for (const { moduleRequest, entries } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType));
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType);
  }
  new Visitor({
    ImportExpression({ source }) {
      if (source.type === 'Literal') add(String(source.value), false);
    },
    TSImportType({ source }) {
      add(String(source.value), true);
    },
  }).visit(program);
  return found;
}

/** Names of which a file reads something, `chrome` of `chrome.runtime` and of `typeof chrome`. */
export function globalsOf(file: string): Set<string> {
  const names = new Set<string>();
  const add = (node: { type: string; name?: unknown }) => {
    if (node.type === 'Identifier') names.add(String(node.name));
  };
  new Visitor({
    MemberExpression: ({ object }) => add(object),
    UnaryExpression: ({ argument }) => add(argument),
    TSQualifiedName: ({ left }) => add(left),
  }).visit(parse(file).program);
  return names;
}

function target(from: string, source: string): string {
  if (!source.startsWith('.')) return source;
  const path = normalize(join(dirname(from), source.replace(/\?.*$/, '')));
  for (const end of ['', '.ts', '.tsx', '/index.ts', '/index.tsx']) {
    if (/\.\w+$/.test(path + end) && existsSync(path + end)) return path + end;
  }
  return path;
}
