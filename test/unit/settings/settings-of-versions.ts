import { defaultSettings, type Settings } from '../../../lib/settings/settings';

/**
 * What each version wrote in a real office, and what it means today. An example stays as it is when a version follows:
 * it is what lies in people's browsers.
 */
export const settingsExamples: { stored: { version: number }; today: Settings }[] = [
  {
    stored: {
      version: 1,
      ucm: { host: '192.168.1.10', port: 8089, https: true, user: 'cdrapi' },
      dolibarr: { root: 'https://erp.example.com/dolibarr' },
      sync: { minutes: 30, days: 900 },
      numbers: { country: 'BE', outsidePrefix: '0', own: ['+33 1 99 00 10 00'] },
      recordings: { listen: false, keepDays: 0, keepMegabytes: 500 },
      language: 'fr',
    } as { version: number }, // whatever else that version wrote
    today: {
      ...defaultSettings,
      ucm: { host: '192.168.1.10', port: 8089, https: true, user: 'cdrapi', dialect: 'auto' },
      dolibarr: { root: 'https://erp.example.com/dolibarr', entity: 0 },
      sync: { minutes: 30, days: 900 },
      numbers: { country: 'BE', outsidePrefix: '0', own: ['+33 1 99 00 10 00'] },
      recordings: { listen: false, keepDays: 0, keepMegabytes: 500 },
      retention: { callMonths: 30, logDays: 30, mayDelete: true },
      language: 'fr',
    },
  },
  {
    stored: {
      version: 2,
      ucm: { host: 'ucm.example.com', user: 'cdrapi' },
      dolibarr: { root: 'https://erp.example.com' },
      retention: { callMonths: 12 },
      secrets: { keep: 'session' },
    } as { version: number }, // whatever else that version wrote
    today: {
      ...defaultSettings,
      ucm: { host: 'ucm.example.com', port: 8089, https: true, user: 'cdrapi', dialect: 'auto' },
      dolibarr: { root: 'https://erp.example.com', entity: 0 },
      retention: { callMonths: 12, logDays: 30, mayDelete: true },
      secrets: { keep: 'session' },
    },
  },
];
