import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../lib/settings/settings';
import { createSettingsStore } from '../../../lib/settings/settings-store';

/** A browser that keeps what it is told, and what its administrator gave. */
function computer(kept: Record<string, unknown> = {}, managed: unknown = {}) {
  const records = new Map(Object.entries(kept));
  const shelf = {
    read: async (name: string) => structuredClone(records.get(name)),
    write: async (name: string, value: unknown) => void records.set(name, structuredClone(value)),
  };
  return { records, store: createSettingsStore(shelf, async () => managed) };
}

const chosen = { ...defaultSettings, sync: { minutes: 5, days: 90 } };

describe('settings of a browser', () => {
  it('keep what was chosen and nothing else, so that later defaults and policies reach the rest', async () => {
    const { store, records } = computer();
    await store.write(chosen);
    expect(records.get('settings')).toEqual({ version: 2, sync: { minutes: 5, days: 90 } });
    expect(await store.read()).toEqual(chosen);
  });

  it('keep the old values when one of the new ones cannot be used', async () => {
    const { store } = computer();
    await store.write(chosen);
    await expect(store.write({ ...chosen, sync: { minutes: 0, days: 7 } })).rejects.toMatchObject({
      code: 'invalid-setting',
      detail: { subject: 'sync.minutes' },
    });
    expect(await store.read()).toEqual(chosen);
  });

  it('name a kept value that cannot be used, and keep it while others are changed', async () => {
    const { store, records } = computer({ settings: { version: 2, sync: { minutes: -5 } } });
    expect((await store.origin()).refused).toEqual([{ path: 'sync.minutes', value: '-5' }]);
    await store.write({ ...(await store.read()), language: 'fr' });
    expect(records.get('settings')).toEqual({ version: 2, sync: { minutes: -5 }, language: 'fr' });
    await store.forgetRefused();
    expect((await store.origin()).refused).toEqual([]);
    expect((await store.read()).language).toBe('fr');
  });

  it('of a later version are kept as they are beside the new ones, and said', async () => {
    const later = { version: 9, everything: { is: 'other' } };
    const { store, records } = computer({ settings: later });
    expect(await store.read()).toEqual(defaultSettings);
    expect((await store.origin()).failedVersion).toBe(9);
    await store.write(chosen);
    expect(records.get('settings-9')).toEqual(later);
    expect((await store.origin()).failedVersion).toBeUndefined();
  });

  it('written at the same time do not undo each other', async () => {
    const { store, records } = computer();
    const first = { ...defaultSettings, sync: { minutes: 5, days: 30 } };
    await Promise.all([store.write(first), store.write({ ...first, language: 'en' as const })]);
    expect(records.get('settings')).toEqual({ version: 2, sync: { minutes: 5 }, language: 'en' });
  });
});

describe('settings of an administrator', () => {
  const managed = {
    ucm: { host: 'ucm.example.com', port: 443, password: 'from-the-policy' },
    sync: { minutes: 60 },
    locked: ['ucm', 'ucm.password'],
  };

  it('stand where nobody chose, and over any choice where they are locked', async () => {
    const { store } = computer({ settings: { version: 2, ucm: { host: '10.0.0.1' }, sync: { minutes: 5 } } }, managed);
    const { ucm, sync } = await store.read();
    expect(ucm).toMatchObject({ host: 'ucm.example.com', port: 443 });
    expect(sync.minutes, 'given, not locked: the choice stands').toBe(5);
    expect((await store.origin()).locked).toEqual(['ucm.host', 'ucm.port']);
  });

  it('cannot be changed here, and what is changed beside them is kept', async () => {
    const { store, records } = computer({}, managed);
    const now = await store.read();
    await expect(store.write({ ...now, ucm: { ...now.ucm, port: 8089 } })).rejects.toMatchObject({
      code: 'setting-locked',
      detail: { subject: 'ucm.port' },
    });
    await store.write({ ...now, ucm: { ...now.ucm, user: 'cdrapi' } });
    expect(records.get('settings')).toEqual({ version: 2, ucm: { user: 'cdrapi' } });
  });

  it('give back what was chosen once they are gone', async () => {
    const gone = computer({ settings: { version: 2, ucm: { host: '10.0.0.1' } } });
    expect((await gone.store.read()).ucm.host).toBe('10.0.0.1');
  });

  it('lock everything that is given by *', async () => {
    const { store } = computer({}, { ...managed, locked: ['*'] });
    expect((await store.origin()).locked).toEqual(['ucm.host', 'ucm.port', 'sync.minutes']);
  });

  it('that cannot be used lock nothing and are said', async () => {
    const { store } = computer({}, { sync: { minutes: 'often' }, locked: ['sync.minutes', 'sync.dyas'] });
    const { locked, refusedPolicy } = await store.origin();
    expect(locked).toEqual([]);
    expect(refusedPolicy).toEqual(['sync.minutes', 'sync.dyas']);
    expect((await store.read()).sync.minutes).toBe(15);
  });

  it('never show the password among the settings', async () => {
    const { store } = computer({}, managed);
    expect(JSON.stringify([await store.read(), await store.origin()])).not.toContain('from-the-policy');
  });
});
