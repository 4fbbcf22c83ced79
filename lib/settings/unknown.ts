import * as z from 'zod/mini';

const minute = z.number().check(z.int(), z.gte(0), z.lte(1440));
const pattern = /^\+?[\d ().*?-]{1,40}$/;
const patterns = z.array(z.string().check(z.regex(pattern))).check(z.maxLength(500));

/** How numbers begin, or which are meant: `+33`, `0892??????`. */
export function isNumberPattern(text: string): boolean {
  return pattern.test(text);
}

/** What becomes of numbers that nobody has in Dolibarr: the rules of lib/calls/unknown-number. */
export const unknownSchema = z.object({
  mode: z.enum(['off', 'review', 'automatic']),
  /** an administrator says: this browser may make thirdparties by itself although its key cannot take doubles back */
  creator: z.boolean(),
  directions: z.enum(['in', 'out', 'both']),
  answered: z.boolean(),
  /** seconds of talk at least */
  seconds: z.number().check(z.int(), z.gte(0), z.lte(3600)),
  /** from this call on */
  calls: z.number().check(z.int(), z.gte(1), z.lte(100)),
  hours: z.enum(['any', 'working']),
  /** 0 Sunday … 6 Saturday */
  days: z.array(z.number().check(z.int(), z.gte(0), z.lte(6))).check(z.maxLength(7)),
  /** minutes of the day */
  from: minute,
  until: minute,
  prefixes: patterns,
  never: patterns,
});

export const unknownDefaults: z.infer<typeof unknownSchema> = {
  mode: 'off',
  creator: false,
  directions: 'in',
  answered: true,
  seconds: 10,
  calls: 1,
  hours: 'any',
  days: [1, 2, 3, 4, 5],
  from: 480,
  until: 1080,
  prefixes: [],
  never: [],
};
