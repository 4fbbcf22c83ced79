import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../browsers/launch';
import { setUp } from '../e2e/support/set-up';
import { startDolibarr, startUcm } from '../sim';

/** A browser profile in which the extension was set up by clicks, against machines that still run. */
export interface PreparedProfile {
  folder: string;
  /** address of the card whose calls are looked at */
  card: string;
  /** a page of Dolibarr that is nobody's card */
  empty: string;
  /** the card's telephone number, as the UCM writes it */
  number: string;
  close(): Promise<void>;
}

/** Neither is in the ranges that the simulated UCM makes its numbers from. */
const NUMBER = '0199009500';
const OTHERS = 1000;

/** The UCM has no calls: they are put into the database by the bench itself. The directory has a thousand parties. */
export async function setUpProfile(extension: string): Promise<PreparedProfile> {
  const folder = mkdtempSync(join(tmpdir(), 'calls-bench-'));
  const ucm = await startUcm();
  const dolibarr = await startDolibarr({ session: false });
  const party = dolibarr.addThirdparty({ name: 'Menuiserie Morel', phone: NUMBER, client: 1 });
  for (let i = 0; i < OTHERS; i++) {
    dolibarr.addThirdparty({ name: `Client ${i}`, phone: `0639${String(980_000 + i * 3)}`, client: 1 });
  }
  const close = async () => {
    await Promise.all([ucm.close(), dolibarr.close()]);
  };
  const browser = await launchChromium({ extension, profile: folder });
  try {
    const machines = {
      ucm: { url: ucm.url, user: ucm.user, password: ucm.password },
      dolibarr: { url: dolibarr.url, key: dolibarr.key },
    };
    const options = await setUp(browser, machines);
    await options.waitForCalls();
  } catch (error) {
    await close();
    throw error;
  } finally {
    await browser.close();
  }
  return { folder, card: dolibarr.pages.card(party), empty: dolibarr.pages.list(), number: NUMBER, close };
}
