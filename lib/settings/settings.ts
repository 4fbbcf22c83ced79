import * as z from 'zod/mini';
import { languages } from '../text/texts';
import { unknownDefaults, unknownSchema } from './unknown';

/** Everything that can be set, but secrets. The background owns it (IndexedDB); others see it through questions. */
export const settingsSchema = z.object({
  version: z.literal(2),
  ucm: z.object({
    /** '' until set up */
    host: z.string().check(z.maxLength(253)),
    port: z.number().check(z.int(), z.gte(1), z.lte(65535)),
    https: z.boolean(),
    user: z.string().check(z.maxLength(100)),
    /** how it is spoken to: found out, the JSON API, the old CDR/REC API, or the simple REST form */
    dialect: z.enum(['auto', 'https', 'cdr', 'rest']),
  }),
  dolibarr: z.object({
    /** root address without a slash at the end, sub-folder included: https://erp.example/dolibarr; '' until set up */
    root: z.string().check(z.maxLength(500)),
    /** of the module Multicompany; 0: not sent, since 23 and 24 refuse a wrong one */
    entity: z.number().check(z.int(), z.gte(0), z.lte(99_999)),
  }),
  sync: z.object({
    /** minutes between two polls */
    minutes: z.number().check(z.int(), z.gte(1), z.lte(1440)),
    /** days of history wanted */
    days: z.number().check(z.int(), z.gte(1), z.lte(3650)),
  }),
  numbers: z.object({
    /** ISO 3166 code by which national numbers are read */
    country: z.string().check(z.regex(/^[A-Z]{2}$/)),
    /** digits dialled for an outside line; '' for none */
    outsidePrefix: z.string().check(z.regex(/^[0-9]{0,3}$/)),
    /** our own outside numbers, which never match a thirdparty */
    own: z.array(z.string().check(z.maxLength(32))).check(z.maxLength(500)),
  }),
  recordings: z.object({
    /** who uses this browser may listen to recordings and download them */
    listen: z.boolean(),
    /** days a copy stays here after it was played; 0: none stays */
    keepDays: z.number().check(z.int(), z.gte(0), z.lte(365)),
    /** megabytes of copies at most */
    keepMegabytes: z.number().check(z.int(), z.gte(10), z.lte(10_000)),
  }),
  notes: z.object({
    /** which calls get an event in Dolibarr's agenda: those with a note, every matched one, or none */
    events: z.enum(['noted', 'matched', 'none']),
  }),
  retention: z.object({
    /** months of thirty days for which calls are kept; what is older is not read either, whatever `sync.days` says */
    callMonths: z.number().check(z.int(), z.gte(1), z.lte(120)),
    /** days for which the log is kept */
    logDays: z.number().check(z.int(), z.gte(1), z.lte(365)),
    /** who uses this browser may delete calls from it, one by one or as selected */
    mayDelete: z.boolean(),
  }),
  secrets: z.object({
    /** until they are removed, encrypted on disk; or in memory until the browser closes */
    keep: z.enum(['always', 'session']),
  }),
  unknown: unknownSchema,
  /** which missed calls are to be followed up: lines of that view, the number on the toolbar button, notices */
  missed: z.object({
    /** at any hour, or in the working hours of `unknown` */
    hours: z.enum(['any', 'working']),
    /** seconds: who hung up sooner is left out */
    seconds: z.number().check(z.int(), z.gte(0), z.lte(120)),
    /** who hung up in the voice menu counts as well */
    menu: z.boolean(),
  }),
  notices: z.object({
    /** a notice of the computer for each caller who got nobody: none, in the working hours of `unknown`, or always */
    missed: z.enum(['off', 'working', 'always']),
    /** when calls cannot be read any more */
    trouble: z.boolean(),
  }),
  language: z.enum(['auto', ...languages]),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  version: 2,
  ucm: { host: '', port: 8089, https: true, user: '', dialect: 'auto' },
  dolibarr: { root: '', entity: 0 },
  sync: { minutes: 15, days: 30 },
  numbers: { country: 'FR', outsidePrefix: '', own: [] },
  recordings: { listen: true, keepDays: 0, keepMegabytes: 500 },
  notes: { events: 'noted' },
  retention: { callMonths: 24, logDays: 30, mayDelete: true },
  secrets: { keep: 'always' },
  unknown: unknownDefaults,
  missed: { hours: 'any', seconds: 0, menu: true },
  notices: { missed: 'off', trouble: false },
  language: 'auto',
};
