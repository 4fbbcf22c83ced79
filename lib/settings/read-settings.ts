import { checkSettings, problemOf } from './check';
import { type SettingPath, settingPaths, valueAt, withValue } from './paths';
import { noPolicy, type Policy } from './policy';
import { defaultSettings, type Settings } from './settings';

/** A value that was kept and cannot be used. It stays kept until another takes its place. */
export interface RefusedValue {
  path: SettingPath;
  /** as it was kept, for a person to read */
  value: string;
}

/**
 * The settings in force: what is locked as the administrator gave it, else what was chosen here, else what was given,
 * else the default. A chosen value that cannot be used is named in `refused`; the others stay as they are, so that a bad
 * value never costs the set-up. `chosen`: settings of the present version, of which any may be missing.
 */
export function readSettings(
  chosen: unknown,
  policy: Policy = noPolicy,
): { settings: Settings; refused: RefusedValue[] } {
  const refused: RefusedValue[] = [];
  let settings = defaultSettings;
  for (const path of settingPaths) {
    const own = policy.locked.includes(path) ? undefined : valueAt(chosen, path);
    const tried = own === undefined ? undefined : withValue(settings, path, own);
    const given = valueAt(policy.values, path);
    if (tried && !problemOf(tried)) settings = checkSettings(tried);
    else if (given !== undefined) settings = checkSettings(withValue(settings, path, given));
    if (tried && problemOf(tried)) refused.push({ path, value: written(own) });
  }
  return { settings, refused };
}

function written(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
