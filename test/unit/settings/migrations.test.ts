import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../lib/settings/check';
import { migrate, SETTINGS_VERSION } from '../../../lib/settings/migrations';
import { readSettings } from '../../../lib/settings/read-settings';
import { settingsExamples } from './settings-of-versions';

describe('settings of an older version', () => {
  it('have an example for every version there was', () => {
    const versions = settingsExamples.map(({ stored }) => stored.version);
    expect(versions).toEqual(Array.from({ length: SETTINGS_VERSION }, (_, n) => n + 1));
  });

  it.each(settingsExamples)('version $stored.version says today what it said then', ({ stored, today }) => {
    const migrated = migrate(structuredClone(stored));
    expect(migrated.failed).toBeUndefined();
    const { settings, refused } = readSettings(migrated.failed === undefined && migrated.values);
    expect(refused).toEqual([]);
    expect(settings).toEqual(today);
    expect(problemOf(settings)).toBeUndefined();
  });

  it('of version 1 leave to the administrator what nobody had chosen', () => {
    const { stored } = settingsExamples[0] ?? {};
    const migrated = migrate(stored);
    const policy = { values: { sync: { minutes: 5 }, ucm: { port: 443 } }, locked: [], refused: [] };
    const { settings } = readSettings(migrated.failed === undefined && migrated.values, policy);
    expect(settings.ucm.port).toBe(443);
    expect(settings.sync.minutes, 'chosen by somebody').toBe(30);
  });

  it('keep a long history that was read with version 1', () => {
    const migrated = migrate({ version: 1, sync: { minutes: 15, days: 3650 } });
    expect(migrated).toMatchObject({ values: { retention: { callMonths: 120 } } });
  });

  it.each([
    ['a later version', { version: SETTINGS_VERSION + 1 }, SETTINGS_VERSION + 1],
    ['no version at all', { version: 'new' }, 0],
    ['no settings', 'nonsense', 0],
  ])('that are not understood are named: %s', (_what, stored, failed) => {
    expect(migrate(stored)).toEqual({ failed });
  });

  it('name the step that failed', () => {
    const broken = () => {
      throw new TypeError('no such field');
    };
    expect(migrate({ version: 1 }, [(old) => ({ ...old, version: 2 }), broken])).toEqual({ failed: 2 });
  });
});
