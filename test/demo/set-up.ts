import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';
import type { LaunchOptions } from '../browsers/launch';
import { type Office, openOffice } from '../e2e/support/office';
import type { Machines } from '../e2e/support/options-page';
import { setUp } from '../e2e/support/set-up';
import type { DolibarrOptions } from '../sim';

/** The language of the browser and of Dolibarr's pages. */
export type DemoLanguage = 'fr' | 'en';

interface Wanted extends Partial<Machines> {
  language?: DemoLanguage;
  dark?: boolean;
  /** what happens between the opening of the browser and the first click, and after the last one */
  before?(office: Office): void;
  meanwhile?(office: Office): Promise<void>;
}

/** The two machines, real where they were named, and a Chromium that was set up by clicks and has read all calls. */
export async function setUpDemo(launch: LaunchOptions, wanted: Wanted = {}): Promise<Office> {
  const { language = 'fr', dark = false } = wanted;
  const pages: DolibarrOptions = { session: false, dark, language: language === 'fr' ? 'fr_FR' : 'en_US' };
  const office = await openOffice({ ...launch, dark, language: language === 'fr' ? 'fr-FR' : 'en-GB' }, pages);
  const machines = { ucm: wanted.ucm ?? office.machines.ucm, dolibarr: wanted.dolibarr ?? office.machines.dolibarr };
  try {
    wanted.before?.(office);
    const options = await setUp(office.browser, machines, { fr, en }[language]);
    await wanted.meanwhile?.(office);
    await options.waitForCalls();
    await options.page.close();
  } catch (error) {
    await office.close();
    throw error;
  }
  const root = machines.dolibarr.url.replace(/\/+$/, '');
  return { ...office, machines, card: (party) => `${root}/societe/card.php?socid=${party}` };
}
