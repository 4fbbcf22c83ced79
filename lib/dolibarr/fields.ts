import * as z from 'zod/mini';

// What Dolibarr writes as a string in one version is a number in the next, and null, "" or missing where there is nothing.

const id = z.pipe(
  z.union([z.number(), z.string().check(z.regex(/^\d{1,10}$/))]),
  z.transform((value) => Number(value)),
);
export const positiveId = id.check(z.int(), z.gte(1));

/** 0 for none */
export const idOrNone = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => (/^[1-9]\d{0,9}$/.test(String(value)) ? Number(value) : 0)),
);

/** '' for none */
export const textField = z.pipe(
  z.optional(z.nullable(z.union([z.string(), z.number(), z.boolean()]))),
  z.transform((value) => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '')),
);
