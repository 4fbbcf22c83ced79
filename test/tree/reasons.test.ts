import { Visitor } from 'vite';
import { expect, it } from 'vitest';
import { codeOf, parse, read } from './sources';

const code = () => codeOf('lib', 'components', 'entrypoints', 'test');

/** Lines on which the types are overruled or an error is dropped, and no comment stands that says why. */
function silentLines(file: string): string[] {
  const { program, comments } = parse(file);
  const text = read(file);
  const lineAt = (place: number) => text.slice(0, place).split('\n').length;
  const commented = new Set<number>();
  for (const { start, end } of comments) for (let n = lineAt(start); n <= lineAt(end); n++) commented.add(n);

  const silent: string[] = [];
  const need = (what: string, place: number) => {
    const line = lineAt(place);
    if (!commented.has(line)) silent.push(`${file}:${line} ${what}`);
  };
  const empty = (start: number, end: number) => !comments.some((one) => one.start > start && one.end < end);
  new Visitor({
    TSAnyKeyword: ({ start }) => need('any', start),
    TSNonNullExpression: ({ end }) => need('!', end),
    TSTypeAssertion: ({ start }) => need('<type>', start),
    TSAsExpression({ end, typeAnnotation }) {
      const constant = text.slice(typeAnnotation.start, typeAnnotation.end) === 'const';
      // the formatter may break the line before `as`: what counts is where the type stands
      if (!constant) need('as', end);
    },
    CatchClause({ body }) {
      // the formatter puts the reason on a line of its own between the braces
      if (body.body.length === 0 && empty(body.start, body.end)) need('empty catch', body.start);
    },
  }).visit(program);
  return silent;
}

it('whoever overrules the types or drops an error says why on the line', () => {
  expect(code().flatMap(silentLines)).toEqual([]);
});

it('no rule of the linter or the compiler is switched off without a reason', () => {
  const silent = code().filter((file) => {
    const { comments } = parse(file);
    return comments.some(({ value }) => {
      if (/@ts-(?:ignore|nocheck)/.test(value)) return true;
      return /@ts-expect-error\s*$|biome-ignore\S*\s+\S+\s*:?\s*$/.test(value);
    });
  });
  expect(silent).toEqual([]);
});
