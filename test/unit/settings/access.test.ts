import { describe, expect, it } from 'vitest';
import { accessPatterns, ucmOrigin } from '../../../lib/settings/access';
import { defaultSettings, type Settings } from '../../../lib/settings/settings';

function set(ucm: Partial<Settings['ucm']>, root: string): Settings {
  return { ...defaultSettings, ucm: { ...defaultSettings.ucm, ...ucm }, dolibarr: { root, entity: 0 } };
}

describe('site access', () => {
  it('is wanted for nothing before the set-up', () => {
    expect(accessPatterns(defaultSettings)).toEqual([]);
  });

  it('is wanted for the two hosts, without port or folder', () => {
    expect(accessPatterns(set({ host: '192.168.1.10' }, 'https://erp.example.com:8443/dolibarr'))).toEqual([
      'https://192.168.1.10/*',
      'https://erp.example.com/*',
    ]);
  });

  it('is wanted once when both live on one host', () => {
    expect(accessPatterns(set({ host: 'office.example' }, 'https://office.example/erp'))).toEqual([
      'https://office.example/*',
    ]);
  });

  it('names the scheme in use', () => {
    const settings = set({ host: 'pbx', https: false, port: 8088 }, 'http://erp');
    expect(accessPatterns(settings)).toEqual(['http://pbx/*', 'http://erp/*']);
    expect(ucmOrigin(settings.ucm)).toBe('http://pbx:8088');
  });
});
