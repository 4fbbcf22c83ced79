import * as z from 'zod/mini';
import { problemOf } from './check';
import { pathsIn, type SettingPath, settingPaths, valueAt, withValue } from './paths';
import { defaultSettings } from './settings';

/** What an administrator gave by the browser's policy (storage.managed). */
export interface Policy {
  /** settings as given, each checked; only what was given is there */
  values: object;
  /** of these, those that nobody may change here */
  locked: readonly SettingPath[];
  /** the UCM's password; never leaves the background */
  ucmPassword?: string;
  /** what was given and cannot be used: a setting's place, or the name nobody knows */
  refused: readonly string[];
}

export const noPolicy: Policy = { values: {}, locked: [], refused: [] };

/** What the policy holds besides settings. */
const extras = z.object({
  locked: z.optional(z.array(z.string())),
  ucm: z.optional(z.object({ password: z.optional(z.string().check(z.minLength(1), z.maxLength(200))) })),
});

/**
 * The policy as the browser hands it over: settings in the shape in which they are exported, `locked` a list of places
 * (`sync.minutes`), of groups (`sync`) or `*` for all that is given, and `ucm.password`. A setting is locked only with a
 * value: one that cannot be used locks nothing. Never throws.
 */
export function readPolicy(managed: unknown): Policy {
  const refused: string[] = [];
  let values: object = {};
  for (const path of settingPaths) {
    const value = valueAt(managed, path);
    if (value === undefined) continue;
    if (problemOf(withValue(defaultSettings, path, value))) refused.push(path);
    else values = withValue(values, path, value);
  }
  const read = extras.safeParse(managed ?? {});
  if (!read.success) refused.push(read.error.issues[0]?.path.join('.') ?? 'policy');
  const { locked: names = [], ucm } = read.success ? read.data : {};
  const given = pathsIn(values);
  const locks = (name: string, path: string) => name === '*' || name === path || path.startsWith(`${name}.`);
  refused.push(...names.filter((name) => name !== 'ucm.password' && !given.some((path) => locks(name, path))));
  return {
    values,
    locked: given.filter((path) => names.some((name) => locks(name, path))),
    ...(ucm?.password === undefined ? {} : { ucmPassword: ucm.password }),
    refused: [...new Set(refused)],
  };
}
