import { expect, it } from 'vitest';
import { keeping } from '../../lib/text/fr';
import { launchFirefox } from '../browsers/launch-firefox';
import { canPlayPolicy } from '../browsers/policy';

// Both are named by test/run.ts where there is a Firefox; a policy needs root and a mount namespace besides.
const executable = process.env['CALLS_FIREFOX'] ?? '';
const extension = process.env['CALLS_FIREFOX_EXTENSION'] ?? '';
const left = executable === '' || extension === '' || !canPlayPolicy('firefox');

// A Firefox that starts while the machine is busy may hang before its first page: it is started once more.
const patience = { retry: 1, timeout: 60_000 };

it.skipIf(left)('Firefox: what an administrator gave is filled in, locked, and says by whom', patience, async () => {
  const firefox = await launchFirefox(executable, extension, {
    policy: { ucm: { host: 'ucm.example.com', port: 443, password: 'from-the-policy' }, locked: ['*'] },
  });
  try {
    const page = await firefox.open('options.html');
    await page.waitForSelector('#ucm-port:disabled');
    const shown = await page.evaluate(() => ({
      port: document.querySelector<HTMLInputElement>('#ucm-port')?.value,
      why: document.querySelector('#ucm-port-lock')?.textContent,
      free: document.querySelector<HTMLInputElement>('#sync-minutes')?.disabled,
      password: document.documentElement.outerHTML.includes('from-the-policy'),
      kept: document.querySelector('#step-ucm .secret-kept') !== null,
    }));
    expect(shown).toEqual({ port: '443', why: keeping.locked, free: false, password: false, kept: true });
  } finally {
    await firefox.close();
  }
});
