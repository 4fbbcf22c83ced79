import type { Page } from 'puppeteer-core';
import type { PlayCommand, Playing } from '../../../lib/player/playing';
import type { LaunchedFirefox } from '../../browsers/launch-firefox';
import type { Machines } from './options-page';

/** As ./set-up.ts, with what another driver of browsers can do: fields and buttons by their ids. */
export async function setUpInFirefox(firefox: LaunchedFirefox, { ucm, dolibarr }: Machines): Promise<Page> {
  const page = await firefox.open('options.html');
  const enter = async (field: string, text: string) => {
    const input = page.locator(field);
    await input.fill(text);
    await page.keyboard.press('Enter');
  };
  await enter('#ucm-address', ucm.url);
  const port = new URL(ucm.url).port;
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('#ucm-port')?.value === wanted,
    {},
    port,
  );
  await enter('#ucm-user', ucm.user);
  await enter('#ucm-secret', ucm.password);
  await page.waitForSelector('#step-ucm .secret-kept');
  await page.locator('#ucm-access').click();
  await page.waitForSelector('#step-ucm .access-granted');

  await enter('#dolibarr-address', dolibarr.url);
  await enter('#dolibarr-secret', dolibarr.key);
  await page.waitForSelector('#step-dolibarr .secret-kept');
  await page.locator('#dolibarr-access').click();
  await page.waitForSelector('#step-dolibarr .access-granted');
  return page;
}

/** Presses the button that tests a machine; returns what came of it, good or bad. */
export async function testInFirefox(page: Page, machine: 'ucm' | 'dolibarr'): Promise<string> {
  await page.locator(`#step-${machine} .test-buttons button`).click();
  const said = await page.waitForSelector(`#step-${machine} .test .said, #step-${machine} .test [role=alert]`);
  return (await said?.evaluate((element) => element.textContent?.trim())) ?? '';
}

/** A question about what plays, asked from a page of the extension. */
export function askInFirefox(
  page: Page,
  name: 'own.play' | 'own.playing',
  asked: { command: PlayCommand } | undefined,
): Promise<Playing | undefined> {
  return page.evaluate(
    async (name, asked) => {
      const data = { name, asked };
      const reply = await chrome.runtime.sendMessage({ id: 1, type: 'question', data, timestamp: Date.now() });
      if (!reply?.res?.ok) throw new Error(`no answer to ${name}: ${JSON.stringify(reply)}`);
      return reply.res.answered;
    },
    name,
    asked,
  );
}
