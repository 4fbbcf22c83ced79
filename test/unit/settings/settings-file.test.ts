import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../lib/settings/policy';
import { defaultSettings, type Settings } from '../../../lib/settings/settings';
import { readSettingsFile, writeSettingsFile } from '../../../lib/settings/settings-file';

const office: Settings = {
  ...defaultSettings,
  ucm: { host: 'ucm.example.com', port: 443, https: true, user: 'cdrapi', dialect: 'auto' },
  dolibarr: { root: 'https://erp.example.com', entity: 0 },
  sync: { minutes: 5, days: 90 },
};

describe('settings as a file', () => {
  it('make another browser the same', () => {
    const read = readSettingsFile(writeSettingsFile(office), defaultSettings, []);
    expect(read).toMatchObject({ refused: [], wanted: office });
  });

  it('say each change before it is made, and nothing that is the same', () => {
    const text = JSON.stringify({ version: 2, sync: { minutes: 5, days: 30 } });
    expect(readSettingsFile(text, defaultSettings, [])).toMatchObject({
      changes: [{ path: 'sync.minutes', from: 15, to: 5, locked: false }],
    });
  });

  it('leave what the administrator set', () => {
    const read = readSettingsFile(writeSettingsFile(office), defaultSettings, ['ucm.host', 'sync.minutes']);
    expect(read).toMatchObject({
      wanted: { ...office, ucm: { ...office.ucm, host: '' }, sync: { minutes: 15, days: 90 } },
    });
    const changes = read.problem === undefined ? read.changes : [];
    expect(changes.filter(({ locked }) => locked).map(({ path }) => path)).toEqual(['ucm.host', 'sync.minutes']);
  });

  it('leave a value that cannot be used, name it and take the others', () => {
    const text = JSON.stringify({ version: 2, sync: { minutes: 'often', days: 7 } });
    expect(readSettingsFile(text, office, [])).toMatchObject({
      refused: ['sync.minutes'],
      wanted: { ...office, sync: { minutes: 5, days: 7 } },
    });
  });

  it('of a later version may name a language that this one does not speak: it is left like any other bad value', () => {
    const text = JSON.stringify({ version: 2, language: 'tlh', sync: { minutes: 5, days: 7 } });
    expect(readSettingsFile(text, { ...office, language: 'fr' }, [])).toMatchObject({
      refused: ['language'],
      wanted: { language: 'fr', sync: { minutes: 5, days: 7 } },
    });
  });

  it.each([
    ['no-json', 'Sehr geehrte Damen und Herren'],
    ['no-json', '{"version": 2, '],
    ['no-settings', '[]'],
    ['no-settings', '{"name": "calls", "version": "1.0"}'],
    ['no-settings', '{"version": 2}'],
    ['later-version', '{"version": 7, "language": "fr"}'],
  ])('of another kind are refused as %s', (problem, text) => {
    expect(readSettingsFile(text, office, [])).toEqual({ problem });
  });

  it('can be given to every computer as a policy', () => {
    const { values, refused } = readPolicy(JSON.parse(writeSettingsFile(office)));
    expect(refused).toEqual([]);
    expect(values).toMatchObject({ ucm: office.ucm, dolibarr: office.dolibarr });
  });
});
