import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors';
import { checkSettings, problemOf } from '../../../lib/settings/check';
import { readSettings } from '../../../lib/settings/read-settings';
import { defaultSettings, type Settings } from '../../../lib/settings/settings';

const office: Settings = {
  version: 2,
  ucm: { host: '192.168.1.10', port: 8089, https: true, user: 'cdrapi', dialect: 'auto' },
  dolibarr: { root: 'https://erp.example.com/dolibarr', entity: 0 },
  sync: { minutes: 15, days: 30 },
  numbers: { country: 'FR', outsidePrefix: '0', own: ['+33 1 99 00 10 00', '0199001001'] },
  recordings: { listen: true, keepDays: 7, keepMegabytes: 500 },
  notes: { events: 'noted' },
  retention: { callMonths: 24, logDays: 30, mayDelete: true },
  secrets: { keep: 'always' },
  unknown: defaultSettings.unknown,
  missed: defaultSettings.missed,
  notices: defaultSettings.notices,
  language: 'fr',
};

describe('settings to be saved', () => {
  it('are taken when all of them can be used, empty ones included', () => {
    expect(checkSettings(office)).toEqual(office);
    expect(checkSettings(defaultSettings)).toEqual(defaultSettings);
  });

  it('lose keys that nobody knows', () => {
    const more = { ...office, theme: 'pink', ucm: { ...office.ucm, password: 'secret' } };
    expect(checkSettings(more)).toEqual(office);
  });

  it.each<[string, unknown]>([
    ['ucm.port', { ...office, ucm: { ...office.ucm, port: 70000 } }],
    ['ucm.port', { ...office, ucm: { ...office.ucm, port: '8089' } }],
    ['ucm.host', { ...office, ucm: { ...office.ucm, host: 'https://192.168.1.10' } }],
    ['ucm.host', { ...office, ucm: { ...office.ucm, host: 'evil.example/*' } }],
    ['ucm.host', { ...office, ucm: { ...office.ucm, host: '*' } }],
    ['dolibarr.root', { ...office, dolibarr: { root: 'javascript:alert(1)', entity: 0 } }],
    ['dolibarr.root', { ...office, dolibarr: { root: 'https://erp.example.com/societe/card.php', entity: 0 } }],
    ['sync.minutes', { ...office, sync: { ...office.sync, minutes: 0 } }],
    ['sync.days', { ...office, sync: { ...office.sync, days: 2.5 } }],
    ['numbers.country', { ...office, numbers: { ...office.numbers, country: 'France' } }],
    ['numbers.outsidePrefix', { ...office, numbers: { ...office.numbers, outsidePrefix: '0x' } }],
    ['numbers.own', { ...office, numbers: { ...office.numbers, own: ['reception'] } }],
    ['language', { ...office, language: 'tlh' }],
    ['settings', 'nonsense'],
    ['settings', { ...office, version: 1 }],
  ])('are refused by the name of the first bad one: %s', (subject, value) => {
    expect(problemOf(value)).toBe(subject);
    expect(() => checkSettings(value)).toThrow(
      expect.objectContaining({ name: 'AppError', code: 'invalid-setting', detail: { subject } }),
    );
    expect(() => checkSettings(value)).toThrow(AppError);
  });
});

describe('settings as they were stored', () => {
  it('are the defaults when there are none', () => {
    expect(readSettings(undefined)).toEqual({ settings: defaultSettings, refused: [] });
  });

  it('come back as they were', () => {
    expect(readSettings(structuredClone(office))).toEqual({ settings: office, refused: [] });
  });

  it('keep every good value beside a bad one, and name the bad one', () => {
    const damaged = { ...office, sync: { minutes: -5, days: 90 }, language: 'klingon' };
    expect(readSettings(damaged)).toEqual({
      settings: { ...office, sync: { minutes: defaultSettings.sync.minutes, days: 90 }, language: 'auto' },
      refused: [
        { path: 'sync.minutes', value: '-5' },
        { path: 'language', value: 'klingon' },
      ],
    });
  });

  it('take the default for what an older version did not have yet', () => {
    expect(readSettings({ ucm: { host: '192.168.1.10' } }).settings).toEqual({
      ...defaultSettings,
      ucm: { ...defaultSettings.ucm, host: '192.168.1.10' },
    });
  });
});
