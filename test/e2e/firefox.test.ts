import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedFirefox, launchFirefox } from '../browsers/launch-firefox';

// Both are named by test/run.ts where there is a Firefox; where there is none these tests are counted as skipped.
const executable = process.env['CALLS_FIREFOX'] ?? '';
const extension = process.env['CALLS_FIREFOX_EXTENSION'] ?? '';
const left = executable === '' || extension === '';

describe.skipIf(left)(left ? 'Firefox: left out, none was found' : 'Firefox', () => {
  let firefox: LaunchedFirefox;

  beforeAll(async () => {
    firefox = await launchFirefox(executable, extension);
  });
  afterAll(() => firefox?.close());

  it('opens the options page, with the settings that the background answered', async () => {
    const page = await firefox.open('options.html');
    await page.waitForFunction(() => document.querySelector('#ucm-port') !== null);
    const port = await page.evaluate(() => document.querySelector<HTMLInputElement>('#ucm-port')?.value);
    expect(port).toBe('8089');
  });

  it('opens the popup, which says that nothing is set up yet', async () => {
    const page = await firefox.open('popup.html');
    await page.waitForFunction(() => (document.querySelector('#app')?.textContent ?? '') !== '');
    expect(await page.evaluate(() => document.querySelectorAll('button, a').length)).toBeGreaterThan(0);
  });

  it('the background answers what the state is', async () => {
    const page = await firefox.open('popup.html');
    await page.waitForFunction(() => typeof browser !== 'undefined');
    const phase = await page.evaluate(async () => {
      const data = { name: 'own.state', asked: undefined };
      const reply = await browser.runtime.sendMessage({ id: 1, type: 'question', data, timestamp: Date.now() });
      return reply?.res?.answered?.phase;
    });
    expect(phase).toBe('not-set-up');
  });
});
