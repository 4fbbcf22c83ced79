import type { Page } from 'playwright-core';
import { type LaunchedBrowser, type LaunchOptions, launchChromium } from '../../browsers/launch';
import { type Call, type DolibarrOptions, startDolibarr, startUcm, theStory, type UcmOptions } from '../../sim';
import { createZone } from '../../sim/story/zone';
import type { Machines } from './options-page';

/** A UCM and a Dolibarr that tell the story, and a Chromium with the extension, nothing set up yet. */
export interface Office {
  story: readonly Call[];
  ucm: Awaited<ReturnType<typeof startUcm>>;
  dolibarr: Awaited<ReturnType<typeof startDolibarr>>;
  browser: LaunchedBrowser;
  machines: Machines;
  card(party: number): string;
  close(): Promise<void>;
}

/** The folder of the extension that the run built. */
export function extensionFolder(): string {
  const folder = process.env['CALLS_EXTENSION'];
  if (!folder) throw new Error('These tests need the built extension: run them by "npm test -- e2e".');
  return folder;
}

/** `launch.extension` is the folder that the run built, where none is named. */
export async function openOffice(
  launch: Partial<LaunchOptions> = {},
  pages: DolibarrOptions = {},
  telephones: UcmOptions = {},
): Promise<Office> {
  const extension = launch.extension ?? extensionFolder();
  const story = theStory({ now: Math.floor(Date.now() / 1000), zone: createZone('Europe/Paris') });
  const ucm = await startUcm({ story, ...telephones });
  const dolibarr = await startDolibarr({ session: false, ...pages });
  const browser = await launchChromium({ ...launch, extension });
  return {
    story,
    ucm,
    dolibarr,
    browser,
    machines: {
      ucm: { url: ucm.url, user: ucm.user, password: ucm.password },
      dolibarr: { url: dolibarr.url, key: dolibarr.key },
    },
    card: (party) => `${dolibarr.url}/societe/card.php?socid=${party}`,
    async close() {
      await browser.close();
      await Promise.all([ucm.close(), dolibarr.close()]);
    },
  };
}

/** Lets an alarm of the extension come due at once; its period stays. */
export async function bringForward({ browser }: Office, alarm: string): Promise<void> {
  const page = await browser.open(browser.pageAddress('popup.html'));
  await ringFrom(page, alarm);
  await page.close();
}

/** The same from a page of the extension that is open already. */
export async function ringFrom(page: Page, alarm: string): Promise<void> {
  await page.evaluate(async (name) => {
    const { periodInMinutes = 1 } = (await chrome.alarms.get(name)) ?? {};
    await chrome.alarms.create(name, { when: Date.now(), periodInMinutes });
  }, alarm);
}
