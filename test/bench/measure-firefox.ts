import { setTimeout as wait } from 'node:timers/promises';
import { launchFirefox } from '../browsers/launch-firefox';
import { askInFirefox, setUpInFirefox, testInFirefox } from '../e2e/support/firefox-set-up';
import { createZone, startDolibarr, startUcm, theStory } from '../sim';
import { type Measured, measured } from './figures';

const PARTY = 1;
const MINUTES = 5;
/** Bytes a second of the UCM. */
const RATE = 300_000;

/**
 * Firefox's background is an event page, which is ended after 30 s in which no extension API was called, sound or not.
 * A recording is started from a card, then nobody asks anything for five minutes: how much of it sounded?
 */
export async function measureFirefox(executable: string, extension: string): Promise<Measured[]> {
  const zone = createZone();
  const story = theStory({ now: Math.floor(Date.now() / 1000), zone });
  const ucm = await startUcm({ story, recordingRate: RATE });
  ucm.add('20m ago in 0639981234 "Garage Lefèvre" → 203 answered 9m [rec]');
  const dolibarr = await startDolibarr({ session: false });
  const firefox = await launchFirefox(executable, extension, { certificatesAccepted: true });
  try {
    const options = await setUpInFirefox(firefox, {
      ucm: { url: ucm.url, user: ucm.user, password: ucm.password },
      dolibarr: { url: dolibarr.url, key: dolibarr.key },
    });
    await testInFirefox(options, 'ucm');
    await testInFirefox(options, 'dolibarr');
    await askInFirefox(options, 'own.play', { command: { do: 'volume', volume: 1, muted: true } });
    const card = await firefox.openSite(`${dolibarr.pages.card(PARTY)}#calls`);
    const pressed = await card.waitForFunction(() => {
      const panel = document.querySelector('.calls-for-dolibarr')?.shadowRoot;
      const line = panel?.querySelector<HTMLElement>('[data-line="0"]');
      if (line?.getAttribute('aria-expanded') === 'false' && line.querySelector('.cell-marks svg')) line.click();
      const button = panel?.querySelector('.player button');
      if (!(button instanceof HTMLElement)) return 0;
      button.click();
      return Date.now();
    });
    let first = { ms: 0, bytes: 0 };
    for (;;) {
      const playing = await askInFirefox(options, 'own.playing', undefined);
      if (playing?.status === 'playing') {
        first = { ms: playing.at - Number(await pressed.jsonValue()), bytes: playing.received };
        break;
      }
      if (playing?.status === 'failed') throw new Error(`The recording failed: ${playing.error?.code}`);
      await wait(20);
    }
    // Pages that look on would ask, and each question keeps an event page alive.
    await card.close();
    await options.close();
    const begun = Date.now();
    await wait(MINUTES * 60_000);
    const passed = Date.now() - begun;
    const popup = await firefox.open('popup.html');
    await popup.waitForFunction(() => typeof chrome === 'object' && document.body !== null);
    const after = await askInFirefox(popup, 'own.play', { command: { do: 'volume', volume: 1, muted: true } });
    const sounded = after?.status === 'playing' ? after.position * 1000 : 0;
    const begin = measured({
      name: 'player firefox first sound',
      value: first.ms,
      unit: 'ms',
      goal: 1500,
      remark: `press to sound at ${RATE / 1000} KB/s, after ${first.bytes} bytes of 8.6 million, in Firefox`,
    });
    const silence = measured({
      name: 'player firefox silence',
      value: Math.max(0, passed - sounded),
      unit: 'ms',
      goal: 2000,
      remark: `of ${MINUTES} minutes in which nobody asked anything of Firefox’s background page (status ${after?.status ?? 'none'})`,
    });
    return [begin, silence];
  } finally {
    await firefox.close();
    await Promise.all([ucm.close(), dolibarr.close()]);
  }
}
