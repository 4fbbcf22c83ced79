import type { Page } from 'playwright-core';
import type { Texts } from '../../../lib/text/catalogues';
import * as fr from '../../../lib/text/fr';
import type { LaunchedBrowser } from '../../browsers/launch';
import { untilSynchronised } from './state';

export interface Machines {
  ucm: { url: string; user: string; password: string };
  dolibarr: { url: string; key: string };
}

/** The options page, used as a person uses it: fields by their labels, buttons by their names. */
export interface OptionsPage {
  page: Page;
  fillUcm(ucm: Machines['ucm']): Promise<void>;
  fillDolibarr(dolibarr: Machines['dolibarr']): Promise<void>;
  allow(step: Step): Promise<void>;
  test(step: Step): Promise<void>;
  /** what the test of a step said, good or bad, once it says something */
  said(step: Step): Promise<string>;
  synchronise(): Promise<void>;
  /** once a run was carried to its end; throws what the screen says when it failed */
  waitForCalls(): Promise<void>;
}

type Step = 'ucm' | 'dolibarr';

export type OptionsTexts = Texts<'options' | 'common'>;

/** `texts`: in the language of the browser. */
export async function openOptions(browser: LaunchedBrowser, texts: OptionsTexts = fr): Promise<OptionsPage> {
  const { options, common } = texts;
  const page = await browser.open(browser.pageAddress('options.html'));
  const step = (name: Step) => page.locator(`#step-${name}`);
  const field = (name: Step, label: string) => step(name).getByLabel(label, { exact: true });

  return {
    page,
    async fillUcm({ url, user, password }) {
      await field('ucm', options.ucm.address).fill(url);
      await field('ucm', options.ucm.user).fill(user);
      // A password that is kept is not in the page: it is changed on purpose.
      const change = step('ucm').getByText(options.secret.change, { exact: true });
      if (await change.isVisible()) await change.click();
      await field('ucm', options.ucm.password).fill(password);
      await page.keyboard.press('Enter');
      await step('ucm').getByText(options.ucm.kept).waitFor();
    },
    async fillDolibarr({ url, key }) {
      await field('dolibarr', options.dolibarr.address).fill(url);
      // a real one in the house: nobody asks about the machine one sits at
      if (/^http:\/\/(?!localhost|127\.)/.test(url)) {
        await page.keyboard.press('Tab');
        await step('dolibarr').getByRole('button', { name: options.dolibarr.clearGo }).click();
      }
      await field('dolibarr', options.dolibarr.key).fill(key);
      await page.keyboard.press('Enter');
      await step('dolibarr').getByText(options.dolibarr.kept).waitFor();
    },
    async allow(name) {
      // Both machines may be the same host, as in the tests: then one grant is enough for both.
      const granted = step(name).locator('.access-granted');
      const button = step(name).locator(`#${name}-access`);
      await granted.or(button).first().waitFor();
      if (await button.count()) await button.click();
      await granted.waitFor();
    },
    async test(name) {
      await step(name)
        .getByRole('button', { name: new RegExp(`^(?:${options.test.run}|${options.test.again})`) })
        .click();
    },
    async said(name) {
      const said = step(name).locator('.test').locator('.said, [role=alert]').first();
      await said.waitFor();
      return ((await said.textContent()) ?? '').trim();
    },
    async synchronise() {
      await page.getByRole('button', { name: common.sync }).click();
    },
    async waitForCalls() {
      await untilSynchronised(page);
    },
  };
}
