import { valueAt } from './paths';
import { defaultSettings } from './settings';

/** The version in which settings are written now. */
export const SETTINGS_VERSION = defaultSettings.version;

/** Settings of any version as those of the present one, or the version of those that could not be taken over. */
export type Migrated = { values: unknown; failed?: undefined } | { failed: number };

/**
 * Step n takes settings of version n + 1 to the next. A step never changes once it was released: it knows the defaults of
 * its time by itself. It throws when the settings are not what that version wrote.
 */
const steps: readonly ((old: object) => object)[] = [fromVersion1];

/**
 * Settings as they were stored or saved as a file. Without a version they are the first's, which lacked nothing else.
 * Those of a later version are not understood: they fail as their version.
 */
export function migrate(stored: unknown, allSteps = steps): Migrated {
  if (stored === undefined) return { values: {} };
  const version = valueAt(stored, 'version') ?? 1;
  if (typeof stored !== 'object' || stored === null || typeof version !== 'number') return { failed: 0 };
  if (!Number.isInteger(version) || version < 1 || version > allSteps.length + 1) return { failed: version };
  let values: object = stored;
  for (let at = version; at <= allSteps.length; at++) {
    try {
      values = allSteps[at - 1]?.(values) ?? values;
    } catch {
      // whoever asked tells a person which version it was, and keeps the settings as they are
      return { failed: at };
    }
  }
  return { values };
}

/** What version 1 had where nobody had chosen anything. */
const defaults1 = {
  ucm: { host: '', port: 8089, https: true, user: '' },
  dolibarr: { root: '' },
  sync: { minutes: 15, days: 30 },
  numbers: { country: 'FR', outsidePrefix: '', own: [] },
  recordings: { listen: true, keepDays: 0, keepMegabytes: 500 },
  language: 'auto',
};

/**
 * Version 1 kept every value, and every call for ever. Since 2 only what somebody chose is kept, so that what an
 * administrator gives counts for the rest; and calls are dropped after 24 months, or later where more days were read.
 */
function fromVersion1(old: object): object {
  const chosen: Record<string, unknown> = { version: 2 };
  for (const [group, usual] of Object.entries(defaults1)) {
    const value = valueAt(old, group);
    if (typeof usual === 'string') {
      if (value !== undefined && value !== usual) chosen[group] = value;
      continue;
    }
    const fields = Object.entries(Object(value)).filter(
      ([field, own]) => JSON.stringify(own) !== JSON.stringify(valueAt(usual, field)),
    );
    if (fields.length > 0) chosen[group] = Object.fromEntries(fields);
  }
  const days = valueAt(old, 'sync.days');
  if (typeof days === 'number' && days > 24 * 30) {
    chosen['retention'] = { callMonths: Math.min(120, Math.ceil(days / 30)) };
  }
  return chosen;
}
