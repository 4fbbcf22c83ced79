/**
 * `npm run demo`: a UCM and a Dolibarr that tell one story, a Chromium with the extension set up against them, on a
 * card. Without a display it takes pictures; with `--check` it compares what is shown with what was told.
 */
import { launchChromium } from '../browsers/launch';
import { buildForTests } from '../build';
import { setUp } from '../e2e/support/set-up';
import { MAIN_PARTY, startDolibarr, startUcm, theStory } from '../sim';
import { createZone } from '../sim/story/zone';
import { readArguments } from './arguments';
import { askPassword } from './ask-password';
import { checkCards } from './check';
import { takeScreenshots } from './screenshots';

async function demo(words: readonly string[]): Promise<number> {
  const wanted = readArguments(words);
  const password = wanted.ucm ? await askPassword(`Password of ${wanted.ucm.user}: `) : '';
  const extension = buildForTests('chrome');
  const story = theStory({ now: Math.floor(Date.now() / 1000), zone: createZone('Europe/Paris') });
  const ucm = await startUcm({ story });
  const dolibarr = await startDolibarr({ session: false });
  const headless = wanted.check || !(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  const browser = await launchChromium({ extension, headless });
  try {
    const filledBefore = await hasCalls(browser.pageAddress('options.html'), browser.open);
    const machines = {
      ucm: wanted.ucm ? { ...wanted.ucm, password } : { url: ucm.url, user: ucm.user, password: ucm.password },
      dolibarr: wanted.dolibarr ?? { url: dolibarr.url, key: dolibarr.key },
    };
    const options = await setUp(browser, machines);
    await options.waitForCalls();
    await options.page.close();
    const root = machines.dolibarr.url.replace(/\/+$/, '');
    const card = (party: number) => `${root}/societe/card.php?socid=${party}#calls`;

    if (wanted.check) {
      const { told, expected, shown, wrong } = await checkCards(browser, story, card);
      for (const line of wrong) console.error(line);
      const asked = ucm.requests.filter(({ action }) => action === 'cdrapi');
      const rows = asked.reduce((sum, request) => sum + (request.rows ?? 0), 0);
      console.log(
        `story ${story.length} calls (${told} with an outside party), expected on cards ${expected}, shown ${shown}, ` +
          `cdrapi requests ${asked.length}, rows served ${rows}`,
      );
      if (filledBefore) console.error('There were calls in the store before the first cdrapi answer.');
      return wrong.length === 0 && !filledBefore && shown > 0 && asked.length > 0 ? 0 : 1;
    }
    if (headless) {
      console.log(`Pictures of each screen: ${await takeScreenshots(browser, card(MAIN_PARTY), 'fr')}`);
      return 0;
    }
    await browser.open(card(MAIN_PARTY));
    console.log('The demo runs until the browser is closed.');
    await new Promise<void>((resolve) => browser.context.on('close', () => resolve()));
    return 0;
  } finally {
    await browser.close();
    await Promise.all([ucm.close(), dolibarr.close()]);
  }
}

/** Whether this browser keeps calls already, before anything was set up. */
async function hasCalls(
  address: string,
  open: (address: string) => Promise<import('playwright-core').Page>,
): Promise<boolean> {
  const page = await open(address);
  const calls = await page.evaluate(async () => {
    const envelope = { id: 1, type: 'question', data: { name: 'own.state', asked: undefined }, timestamp: Date.now() };
    return (await chrome.runtime.sendMessage(envelope))?.res?.answered?.calls;
  });
  await page.close();
  return calls !== 0;
}

process.exitCode = await demo(process.argv.slice(2));
