import { problemOf } from './check';
import { migrate, SETTINGS_VERSION } from './migrations';
import { pathsIn, type SettingPath, sameValue, valueAt, withValue } from './paths';
import { defaultSettings, type Settings } from './settings';

/** One setting that a file would change. */
export interface SettingChange {
  path: SettingPath;
  from: unknown;
  to: unknown;
  /** set by the administrator: it stays as it is */
  locked: boolean;
}

export type SettingsFileRead =
  /** no JSON; JSON of something else; settings of a later version of the extension, or that cannot be taken over */
  | { problem: 'no-json' | 'no-settings' | 'later-version' }
  | {
      problem?: undefined;
      changes: SettingChange[];
      /** values that cannot be used: they stay as they are here */
      refused: SettingPath[];
      /** the settings of now with every change that may be made */
      wanted: Settings;
    };

/** What a word of the file says it is; files are read by their version and their settings, not by it. */
const ABOUT = 'Calls for Dolibarr: settings';

/** Settings as a file, without secrets: these are no settings. The same shape as an administrator's policy. */
export function writeSettingsFile(settings: Settings): string {
  return `${JSON.stringify({ about: ABOUT, ...settings }, null, 2)}\n`;
}

/** What the text of a file would change. Never throws. */
export function readSettingsFile(text: string, now: Settings, locked: readonly SettingPath[]): SettingsFileRead {
  const parsed = parse(text);
  if (parsed === undefined) return { problem: 'no-json' };
  const version = valueAt(parsed, 'version');
  if (typeof version !== 'number' || pathsIn(parsed).length === 0) return { problem: 'no-settings' };
  const migrated = migrate(parsed);
  if (migrated.failed !== undefined) {
    return { problem: version > SETTINGS_VERSION ? 'later-version' : 'no-settings' };
  }
  const changes: SettingChange[] = [];
  const refused: SettingPath[] = [];
  let wanted: Settings = now;
  for (const path of pathsIn(migrated.values)) {
    const to = valueAt(migrated.values, path);
    const from = valueAt(now, path);
    if (sameValue(from, to)) continue;
    if (problemOf(withValue(defaultSettings, path, to))) {
      refused.push(path);
      continue;
    }
    const isLocked = locked.includes(path);
    changes.push({ path, from, to, locked: isLocked });
    if (!isLocked) wanted = withValue(wanted, path, to) as Settings; // the value was found good the line above
  }
  return { changes, refused, wanted };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // a person is told that it is no such file
    return undefined;
  }
}
