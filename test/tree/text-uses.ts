import { resolve } from 'node:path';
import { API, type Checker, type NodeHandle } from 'typescript/unstable/sync';
import { codeOf, parse } from './sources';

/** A piece of the syntax tree: the parser's own types say no more than its members are anything. */
interface Piece {
  type: string;
  start: number;
  end: number;
  [member: string]: unknown;
}

const CATALOGUE = 'lib/text/en.ts';

/** `.panel.title`, and whether it is a text or a section of texts. */
interface Place {
  path: string;
  isText: boolean;
}

/**
 * Which texts of the English catalogue nobody reads. The compiler says of each name in the program what it stands for,
 * through whatever type a section has come there, and of a code which ones it can be. Sections that are spread, listed or
 * looked into by any text are used with all they hold; those of errors, which each have a code, are not looked at.
 * `typescript/unstable` may change with the compiler's version, which package.json pins.
 */
export function unusedTexts(): string[] {
  const api = new API({ cwd: process.cwd() });
  try {
    const config = resolve('tsconfig.json');
    const checker = api.updateSnapshot({ openProjects: [config] }).getProject(config)?.checker;
    if (!checker) throw new Error(`The compiler does not know ${config}`);
    const catalogue = readCatalogue(checker);
    const used = new Set<string>();
    const files = codeOf('components', 'entrypoints', 'lib').filter((file) => !/^lib\/text\/\w\w\.ts$/.test(file));
    for (const file of files) markUses(checker, file, catalogue, used);
    return [...catalogue.places.values()]
      .filter(({ path, isText }) => isText && !path.startsWith('.errors.') && !used.has(path))
      .map(({ path }) => path);
  } finally {
    api.close();
  }
}

interface KnownCatalogue {
  /** by where the name is declared in the catalogue's syntax tree */
  places: Map<number, Place>;
  /** sections by the types that they have */
  types: Map<number, string>;
}

function readCatalogue(checker: Checker): KnownCatalogue {
  const found: (Place & { at: number })[] = [];
  const add = (path: string, key: Piece, value: Piece): void => {
    const inner = unwrapped(value);
    const isSection = inner.type === 'ObjectExpression';
    found.push({ path, isText: !isSection, at: key.start });
    if (!isSection) return;
    for (const property of list(inner['properties'])) {
      const name = piece(property['key']);
      add(`${path}.${String(name['name'] ?? name['value'])}`, name, piece(property['value']));
    }
  };
  for (const statement of list(program(CATALOGUE)['body'])) {
    for (const declared of list(Object(statement['declaration'])['declarations'])) {
      const id = piece(declared['id']);
      add(`.${String(id['name'])}`, id, piece(declared['init']));
    }
  }
  const file = resolve(CATALOGUE);
  const symbols = checker.getSymbolAtPosition(
    file,
    found.map(({ at }) => at),
  );
  const places = new Map<number, Place>();
  const types = new Map<number, string>();
  for (const [i, { path, isText }] of found.entries()) {
    const symbol = symbols[i];
    const declared = symbol?.valueDeclaration;
    if (!symbol || !declared) throw new Error(`${path} is no name`);
    places.set(declared.index, { path, isText });
    const type = isText ? undefined : checker.getTypeOfSymbol(symbol)?.getSymbol();
    if (type && isOurs(type.declarations[0])) types.set(type.id, path);
  }
  return { places, types };
}

const isOurs = (declared: NodeHandle | undefined): boolean => declared?.path.endsWith(`/${CATALOGUE}`) === true;

interface Taken {
  path: string;
  /** with all that is below it */
  whole: boolean;
}

/** The codes by which a section is looked into, `panel[end]`; undefined when they can be any. */
type CodesOf = (key: Piece) => string[] | undefined;

function markUses(checker: Checker, file: string, { places, types }: KnownCatalogue, used: Set<string>): void {
  const names = namesIn(program(file));
  const positions = names.map(([name]) => name.start);
  const symbols = checker.getSymbolAtPosition(resolve(file), positions);
  const typed = checker.getTypeAtPosition(resolve(file), positions);
  const all = [...places.values()];
  const followed = new Set(types.values());
  const mark = ({ path, whole }: Taken): void => {
    used.add(path);
    // a section whose own type is not the catalogue's is lost sight of as soon as it is handed on
    if (!whole && (followed.has(path) || all.some((place) => place.path === path && place.isText))) return;
    for (const place of all) if (place.path.startsWith(`${path}.`)) used.add(place.path);
  };
  const codesOf: CodesOf = (key) => {
    if (key.type === 'Literal') return [String(key['value'])];
    const last = isPlainMember(key) ? piece(key['property']) : key;
    const type = last.type === 'Identifier' ? checker.getTypeAtPosition(resolve(file), last.start) : undefined;
    const one = type?.isUnionType() ? type.getTypes() : type ? [type] : [];
    const codes = one.map((single) => (single.isStringLiteralType() ? single.value : undefined));
    return codes.length > 0 && codes.every((code) => code !== undefined) ? codes : undefined;
  };
  for (const [i, chain] of names.entries()) {
    const type = typed[i]?.getSymbol();
    const sections = new Set<string>();
    const ofType = type && types.get(type.id);
    if (ofType !== undefined) sections.add(ofType);
    // what is read of one of several sections is declared in each
    for (const declared of symbols[i]?.declarations ?? []) {
      const place = isOurs(declared) ? places.get(declared.index) : undefined;
      if (place?.isText) used.add(place.path);
      else if (place) sections.add(place.path);
    }
    for (const section of sections) for (const taken of takenOf(section, chain, codesOf)) mark(taken);
  }
}

/** What is taken of a section where its name stands: nothing by a name that follows it, which is looked at itself. */
function takenOf(section: string, [name, ...parents]: readonly Piece[], codesOf: CodesOf): Taken[] {
  const whole = [{ path: section, whole: true }];
  let at = name;
  for (const parent of parents) {
    const isWrapped = /^(?:TSAs|TSNonNull|Parenthesized|Chain)/.test(parent.type);
    if (isWrapped || (isPlainMember(parent) && parent['property'] === at)) {
      at = parent;
      continue;
    }
    if (isPlainMember(parent)) return [];
    if (parent.type === 'MemberExpression' && parent['object'] === at) {
      const codes = codesOf(piece(parent['property']));
      return codes?.map((code) => ({ path: `${section}.${code}`, whole: false })) ?? whole;
    }
    if (parent.type === 'VariableDeclarator') return patternPaths(section, piece(parent['id']));
    if (/Spread/.test(parent.type)) return whole;
    const callee = parent.type === 'CallExpression' ? piece(parent['callee']) : undefined;
    if (callee && callee !== at && Object(callee['object'])['name'] === 'Object') return whole;
    break;
  }
  return [{ path: section, whole: false }];
}

const isPlainMember = ({ type, computed }: Piece): boolean => type === 'MemberExpression' && computed === false;

/** Of `const { title, column: { date }, ...rest } = section`. A section among them goes on under a name of its own. */
function patternPaths(section: string, pattern: Piece): Taken[] {
  // under another type its texts are not recognised any more
  if (pattern.type !== 'ObjectPattern') return [{ path: section, whole: isPiece(pattern['typeAnnotation']) }];
  return list(pattern['properties']).flatMap((property): Taken[] => {
    if (property.type === 'RestElement') return [{ path: section, whole: true }];
    const key = piece(property['key']);
    const path = `${section}.${String(key['name'] ?? key['value'])}`;
    const value = piece(property['value']);
    return value.type === 'ObjectPattern' ? patternPaths(path, value) : [{ path, whole: false }];
  });
}

/** Names in what is run, each with all that it stands in, the nearest first. Types read no text. */
function namesIn(root: Piece): [Piece, ...Piece[]][] {
  const names: [Piece, ...Piece[]][] = [];
  const walk = (at: Piece, parents: Piece[]): void => {
    if (at.type === 'Identifier') names.push([at, ...parents]);
    if (/^(?:TS(?:Type|Interface)|Import)/.test(at.type)) return;
    for (const member of Object.values(at))
      for (const child of Array.isArray(member) ? member : [member]) if (isPiece(child)) walk(child, [at, ...parents]);
  };
  walk(root, []);
  return names;
}

const program = (file: string): Piece => piece(parse(file).program);

const isPiece = (value: unknown): value is Piece =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function piece(value: unknown): Piece {
  if (!isPiece(value)) throw new Error('The syntax tree is not as it was');
  return value;
}

const list = (value: unknown): Piece[] => (Array.isArray(value) ? value.filter(isPiece) : []);

function unwrapped(value: Piece): Piece {
  return /^(?:TSAs|TSSatisfies|Parenthesized)/.test(value.type) ? unwrapped(piece(value['expression'])) : value;
}
