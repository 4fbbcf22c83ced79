import type { LaunchedBrowser } from '../../browsers/launch';
import { type Machines, type OptionsPage, type OptionsTexts, openOptions } from './options-page';

/** Match patterns of the machines' hosts. */
export function sitesOf({ ucm, dolibarr }: Machines): string[] {
  return [ucm.url, dolibarr.url].map((url) => `${new URL(url).protocol}//${new URL(url).hostname}/*`);
}

/**
 * Everything an administrator does once, by clicks on the options page: addresses, user, password, key, access, the
 * UCM's own certificate accepted in a tab, both tests. The first synchronisation starts by itself.
 */
export async function setUp(browser: LaunchedBrowser, machines: Machines, texts?: OptionsTexts): Promise<OptionsPage> {
  await browser.allowSites(sitesOf(machines));
  const options = await openOptions(browser, texts);
  await options.fillUcm(machines.ucm);
  await options.allow('ucm');
  if (machines.ucm.url.startsWith('https:')) await browser.acceptCertificate(`${machines.ucm.url}/`);
  await options.fillDolibarr(machines.dolibarr);
  await options.allow('dolibarr');
  await options.test('ucm');
  await options.page.locator('#step-ucm .said-ok').waitFor();
  await options.test('dolibarr');
  await options.page.locator('#step-dolibarr .said-ok').waitFor();
  return options;
}
