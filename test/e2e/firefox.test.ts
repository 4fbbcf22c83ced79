import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { flacFrame } from '../../lib/player/flac';
import { mp4Fragment, mp4Head } from '../../lib/player/mp4';
import { type LaunchedFirefox, launchFirefox } from '../browsers/launch-firefox';
import { createZone, type Dolibarr, MAIN_PARTY, startDolibarr, startUcm, theStory, tone, type Ucm } from '../sim';
import { askInFirefox, setUpInFirefox, testInFirefox } from './support/firefox-set-up';

// Both are named by test/run.ts where there is a Firefox; where there is none these tests are counted as skipped.
const executable = process.env['CALLS_FIREFOX'] ?? '';
const extension = process.env['CALLS_FIREFOX_EXTENSION'] ?? '';
const left = executable === '' || extension === '';

describe.skipIf(left)(left ? 'Firefox: left out, none was found' : 'Firefox', () => {
  let ucm: Ucm;
  let dolibarr: Dolibarr;
  let firefox: LaunchedFirefox | undefined;
  const machines = () => ({
    ucm: { url: ucm.url, user: ucm.user, password: ucm.password },
    dolibarr: { url: dolibarr.url, key: dolibarr.key },
  });

  beforeAll(async () => {
    ucm = await startUcm({
      recordingRate: 300_000,
      story: theStory({ now: Math.floor(Date.now() / 1000), zone: createZone() }),
    });
    dolibarr = await startDolibarr({ session: false });
  });
  afterAll(() => Promise.all([ucm.close(), dolibarr.close()]));
  afterEach(() => firefox?.close());

  it('is set up by clicks, and says what a certificate that nobody accepted needs', async () => {
    firefox = await launchFirefox(executable, extension);
    const page = await setUpInFirefox(firefox, machines());
    expect(await testInFirefox(page, 'ucm')).toContain(`certificat de 127.0.0.1:${ucm.port}`);
    expect(await testInFirefox(page, 'dolibarr')).toContain('Dolibarr 23');
    expect(ucm.counters.logins).toBe(0);
  });

  it('says the same of a Dolibarr whose certificate nobody accepted', async () => {
    firefox = await launchFirefox(executable, extension);
    // under another name, for which access is asked by itself
    const url = `https://localhost:${ucm.port}`;
    const page = await setUpInFirefox(firefox, { ...machines(), dolibarr: { url, key: 'key' } });
    expect(await testInFirefox(page, 'dolibarr')).toContain(`certificat de localhost:${ucm.port}`);
  });

  it('hears in a packed recording the very samples that the UCM sent', async () => {
    firefox = await launchFirefox(executable, extension);
    const samples = tone(7).subarray(44);
    const parts = [mp4Head(4096, 8000)];
    for (let at = 0; at < samples.length; at += 8192) {
      const block = samples.subarray(at, at + 8192);
      parts.push(mp4Fragment(flacFrame(block, at / 8192), at / 8192, at / 2, block.length / 2));
    }
    const page = await firefox.openSite(dolibarr.url);
    const heard = await page.evaluate(async (packed) => {
      const { buffer } = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
      const sound = await new OfflineAudioContext(1, 8000, 8000).decodeAudioData(buffer);
      return [...sound.getChannelData(0)].map((value) => Math.round(value * 32_768));
    }, Buffer.concat(parts).toString('base64'));
    const sent = Array.from({ length: samples.length / 2 }, (_, n) => samples.readInt16LE(n * 2));
    expect(heard).toHaveLength(sent.length);
    // one step of 65,536: a decoder counts in fractions
    expect(heard.findIndex((value, n) => Math.abs(value - (sent[n] ?? 0)) > 1)).toBe(-1);
  });

  it('reads all calls by its background page, shows them on the card, and plays a recording while it arrives', async () => {
    firefox = await launchFirefox(executable, extension, { certificatesAccepted: true });
    const page = await setUpInFirefox(firefox, machines());
    expect(await testInFirefox(page, 'ucm')).toContain('UCM6302');
    await testInFirefox(page, 'dolibarr');

    const card = await firefox.openSite(`${dolibarr.pages.card(MAIN_PARTY)}#calls`);
    // the count and the list follow the background each by itself; the list has a row for the titles besides
    await card.waitForFunction(() => {
      const panel = document.querySelector('.calls-for-dolibarr')?.shadowRoot;
      const badge = document.querySelector('a#calls .badge')?.textContent;
      return badge === '23' && panel?.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount') === '24';
    });
    const popup = await firefox.open('popup.html');
    await popup.waitForFunction(() => document.body.textContent?.includes('Garage Lefèvre'));

    // a recording plays in the background page, which has no worker to be asked part by part
    await askInFirefox(popup, 'own.play', { command: { do: 'volume', volume: 1, muted: true } });
    await card.evaluate(() => {
      const panel = document.querySelector('.calls-for-dolibarr')?.shadowRoot;
      const lines = [...(panel?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
      lines.find((line) => line.querySelector('.cell-marks svg'))?.click();
    });
    await card.waitForFunction(() => {
      const button = document.querySelector('.calls-for-dolibarr')?.shadowRoot?.querySelector('.player button');
      if (button instanceof HTMLElement) button.click();
      return button !== null && button !== undefined;
    });
    const heard = async () => {
      const playing = await askInFirefox(popup, 'own.playing', undefined);
      return playing && { status: playing.status, error: playing.error?.code, duration: playing.duration };
    };
    await expect
      .poll(heard, { timeout: 20_000 })
      .toEqual({ status: 'playing', error: undefined, duration: expect.closeTo(192, 0) });
    const { received = 0, total = 0 } = (await askInFirefox(popup, 'own.playing', undefined)) ?? {};
    expect(received).toBeLessThan(total / 2);

    // a jump to what has not come yet waits for it, then it goes on from there
    await askInFirefox(popup, 'own.play', { command: { do: 'seek', to: 150 } });
    expect((await askInFirefox(popup, 'own.playing', undefined))?.status).not.toBe('playing');
    const element = async () =>
      (await askInFirefox(popup, 'own.play', { command: { do: 'volume', volume: 1, muted: true } }))?.position;
    await expect.poll(element, { timeout: 20_000 }).toBeGreaterThan(150.5);
    await askInFirefox(popup, 'own.play', { command: { do: 'seek', to: 20 } });
    await expect.poll(element, { timeout: 5000 }).toBeGreaterThan(20.5);
    expect(await element()).toBeLessThan(30);
    // and its end is an end
    await askInFirefox(popup, 'own.play', { command: { do: 'seek', to: 191 } });
    await expect.poll(async () => (await heard())?.status, { timeout: 10_000 }).toBe('ended');
  });
});
