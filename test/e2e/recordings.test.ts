import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { common, errors, player as words } from '../../lib/text/fr';
import { tone, type UcmOptions } from '../sim';
import { askFrom } from './support/ask';
import { openCard } from './support/card-page';
import { bringForward, type Office, openOffice } from './support/office';
import { passTime } from './support/pass-time';
import { askPlaying, elementAt, playButton, soundOff, tellPlayer } from './support/player';
import { setUp } from './support/set-up';
import { untilSynchronised } from './support/state';

/** Garage Lefèvre; its newest recording is 3 min 12 s long. */
const PARTY = 1;

let office: Office;
/** a page of the extension: it can ask what plays */
let own: Page;
let page: Page;

/** `more`: calls besides those of the story. */
async function open(telephones: UcmOptions = {}, more = ''): Promise<void> {
  office = await openOffice({}, {}, telephones);
  office.ucm.add(more);
  const options = await setUp(office.browser, office.machines);
  await options.waitForCalls();
  await untilSynchronised(options.page);
  own = options.page;
  await soundOff(own);
  page = (await openCard(await office.browser.context.newPage(), `${office.card(PARTY)}#calls`)).page;
}

const status = async () => (await askPlaying(own))?.status;
const position = () => elementAt(own);
const asked = () => office.ucm.requests.filter(({ action }) => action === 'recapi').length;

/** The newest line with a recording, opened. */
async function openNewest() {
  const line = page.locator('.calls-for-dolibarr [data-line]', { has: page.locator('.cell-marks svg') }).first();
  await line.waitFor();
  return openRecordingOf(line);
}

async function openRecordingOf(line: ReturnType<Page['locator']>) {
  if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click();
  const player = page.locator('.calls-for-dolibarr').getByRole('region', { name: words.recordings });
  await player.waitFor();
  return player;
}

/** Bytes as the audio element is given them. */
async function bytesAt(from: number, length: number): Promise<number[]> {
  const { call, n } = (await askPlaying(own))?.recording ?? {};
  return own.evaluate(
    async ({ address, range }) => {
      const answer = await fetch(address, { headers: { Range: range } });
      if (answer.status !== 206) throw new Error(`answered with ${answer.status}`);
      return [...new Uint8Array(await answer.arrayBuffer())];
    },
    { address: `/recordings/${call}/${n}`, range: `bytes=${from}-${from + length - 1}` },
  );
}

describe('a recording over a slow line (300 KB a second)', () => {
  beforeAll(() => open({ recordingRate: 300_000 }));
  afterAll(() => office.close());

  it('sounds long before it has all come', async () => {
    const player = await openNewest();
    await playButton(player).click();
    await expect.poll(status, { timeout: 15_000, interval: 50 }).toBe('playing');
    const { received = 0, total = 0, duration = 0 } = (await askPlaying(own)) ?? {};
    expect(received).toBeLessThan(total / 2);
    expect(duration).toBe(192);
    await expect.poll(position, { timeout: 10_000 }).toBeGreaterThan(1);
  });

  it('jumps to what has not come yet, waits, and plays the right second', async () => {
    await tellPlayer(own, { do: 'seek', to: 100 });
    // the element stands at 100 at once; it moves on only with the bytes of that second
    expect((await askPlaying(own))?.received).toBeLessThan(44 + 100 * 16_000);
    await expect.poll(position, { timeout: 15_000 }).toBeGreaterThan(100.5);
    // every second of the simulated recording has another tone
    const right = tone(192);
    const at = 44 + 100 * 16_000;
    expect(await bytesAt(at, 2000)).toEqual([...right.subarray(at, at + 2000)]);
  });

  it('goes on after the worker was stopped in the middle, and the file is fetched on from where it was', async () => {
    const before = await position();
    await office.browser.stopWorker();
    await expect.poll(position, { timeout: 20_000 }).toBeGreaterThan(before + 1);
    expect(await status()).toBe('playing');
    const right = tone(192);
    await expect.poll(async () => (await askPlaying(own))?.received, { timeout: 30_000 }).toBe(right.length);
    expect(await bytesAt(right.length - 3000, 3000)).toEqual([...right.subarray(-3000)]);
  });

  it('sounds on when the page is left, and a page that is no card has a bar too, which says nothing of whose it is', async () => {
    await page.goto(office.dolibarr.pages.invoice(1));
    const bar = page.locator('.calls-for-dolibarr-bar').getByRole('region', { name: words.nowPlaying });
    await bar.waitFor();
    expect(await bar.textContent()).not.toContain('Lefèvre');
    await bar.getByRole('button', { name: words.pause }).click();
    await expect.poll(status).toBe('paused');
    await bar.getByRole('button', { name: words.play }).click();
    await expect.poll(status).toBe('playing');
  });

  it('is stopped by the bar of the next card, and then no page asks for it any more', async () => {
    await page.goto(office.card(2));
    const bar = page.locator('.calls-for-dolibarr-bar').getByRole('region', { name: words.nowPlaying });
    await bar.waitFor();
    expect(await status()).toBe('playing');
    expect(await bar.textContent()).not.toContain('Lefèvre');
    await bar.getByRole('button', { name: words.stop }).click();
    await bar.waitFor({ state: 'detached' });
    expect(await askPlaying(own)).toBeUndefined();
    expect(await own.evaluate(async () => (await chrome.storage.local.get('sounding'))['sounding'])).toBe(false);
  });
});

describe('when something is wrong with it', () => {
  beforeAll(() => open());
  afterEach(async () => {
    await tellPlayer(own, { do: 'stop' });
    office.ucm.faults.clear();
  });
  afterAll(() => office.close());

  it('a download cut in the middle is taken up where it was, and the file is right', async () => {
    office.ucm.faults.add('recapi', { kind: 'cut' });
    const player = await openNewest();
    await playButton(player).click();
    await expect.poll(async () => (await askPlaying(own))?.received, { timeout: 20_000 }).toBe(tone(192).length);
    expect(asked()).toBe(2);
    const at = Math.floor(tone(192).length / 2) - 500;
    expect(await bytesAt(at, 1000)).toEqual([...tone(192).subarray(at, at + 1000)]);
  });

  it('a session that has run out costs one login, and it plays', async () => {
    await clearCopies();
    const { logins } = office.ucm.counters;
    await passTime(own, 300_000);
    office.ucm.endSessions();
    await playButton(await openNewest()).click();
    await expect.poll(status, { timeout: 15_000 }).toBe('playing');
    expect(office.ucm.counters.logins).toBe(logins + 1);
  });

  it('an API user who may not read recordings is told so', async () => {
    await clearCopies();
    office.ucm.refuse('recapi');
    const player = await openNewest();
    await playButton(player).click();
    await player.getByText(errors['recording-not-allowed'].what).waitFor();
    office.ucm.grant('recapi');
  });

  it('one in a format that no browser plays is named, and given as a file as it is', async () => {
    await clearCopies();
    const gsm = Buffer.from(tone(10));
    gsm.writeUInt16LE(49, 20);
    office.ucm.faults.add('recapi', { kind: 'bytes', bytes: gsm }, 2);
    const player = await openNewest();
    await playButton(player).click();
    await player.getByText('GSM 6.10').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      player.locator('.notice').getByRole('button', { name: common.download }).click(),
    ]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part);
    expect(Buffer.concat(parts).equals(gsm)).toBe(true);
  });

  it('one that the UCM has cleaned away is told so, after every folder was looked into', async () => {
    await clearCopies();
    for (const row of office.ucm.rows()) {
      for (const name of row.leg.recordfiles.split('@')) office.ucm.removeRecording(name.replace(/^.*\//, ''));
    }
    const before = asked();
    const player = await openNewest();
    await playButton(player).click();
    await player.getByText(errors['recording-gone'].what).waitFor();
    expect(asked() - before).toBe(4);
  });

  it('one of a call that ended a moment ago is waited for', async () => {
    const told = office.ucm.add('2m ago in 0639981234 "Garage Lefèvre" → 203 answered 1m [rec]');
    for (const row of told) office.ucm.removeRecording(row.leg.recordfiles.replace(/@$/, '').replace(/^.*\//, ''));
    await bringForward(office, 'sync');
    await page.locator('.calls-for-dolibarr .cell-talk', { hasText: '1:00' }).first().waitFor();
    const line = page.locator('.calls-for-dolibarr [data-line="0"]');
    const player = await openRecordingOf(line);
    await playButton(player).click();
    await expect.poll(status).toBe('not-ready');
    const playing = await askPlaying(own);
    expect(playing?.retryAt).toBeGreaterThan(Date.now() / 1000);
  });
});

describe('by keyboard alone', () => {
  beforeAll(() => open());
  afterAll(() => office.close());

  it('a line is opened, its recording played, moved in, silenced and paused, and the focus stays where it was', async () => {
    const line = page.locator('.calls-for-dolibarr [data-line]', { has: page.locator('.cell-marks svg') }).first();
    await line.waitFor();
    await line.focus();
    await page.keyboard.press('Enter');
    const player = page.locator('.calls-for-dolibarr').getByRole('region', { name: words.recordings });
    await playButton(player).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(status, { timeout: 15_000 }).toBe('playing');
    await page.keyboard.press('l');
    await page.keyboard.press('l');
    await expect.poll(async () => (await askPlaying(own))?.position).toBeGreaterThan(20);
    await page.keyboard.press('Home');
    await expect.poll(async () => (await askPlaying(own))?.position).toBeLessThan(5);
    // the sound was off, as always on a test machine
    await page.keyboard.press('m');
    await expect.poll(async () => (await askPlaying(own))?.muted).toBe(false);
    await page.keyboard.press('m');
    await expect.poll(async () => (await askPlaying(own))?.muted).toBe(true);
    await page.keyboard.press('k');
    await expect.poll(status).toBe('paused');
    expect(await playButton(player).evaluate((button) => button.matches(':focus'))).toBe(true);
    expect(await line.getAttribute('aria-expanded')).toBe('true');
  });
});

describe('a recording that the call history does not name', () => {
  beforeAll(() => open({ unnamedRecordings: true }, unrecorded));
  afterAll(() => office.close());
  const unrecorded = `2h ago in 0639981234 "Garage Lefèvre" → 203 answered 22s
3h ago in 0639981234 "Garage Lefèvre" → 203 rang 20s → 203 voicemail 14s`;
  const lineOf = (talk: string) =>
    page.locator('.calls-for-dolibarr [data-line]', { has: page.locator('.cell-talk', { hasText: talk }) }).first();
  const questions = () => office.ucm.requests.filter(({ action }) => action === 'getRecordInfosByCall').length;

  it('is asked for when the line of its call is opened, not before, and is heard like any other', async () => {
    const line = lineOf('3:12');
    await line.waitFor();
    expect(questions()).toBe(0);
    const player = await openRecordingOf(line);
    expect(questions()).toBe(1);
    await playButton(player).click();
    await expect.poll(async () => (await askPlaying(own))?.duration, { timeout: 15_000 }).toBe(192);
  });

  it('is asked for from the page of all calls too', async () => {
    const wish = { filter: { type: 'group' }, sort: { by: 'talk', up: false } } as const;
    const { lines } = await askFrom(own, 'own.journal', { ...wish, offset: 0, limit: 50 });
    const longest = lines.find(({ talk }) => talk !== 192);
    if (!longest) throw new Error('no other call');
    const before = questions();
    const calls = await office.browser.open(`${office.browser.pageAddress('calls.html')}#/call/${longest.key}`);
    const player = calls.getByRole('region', { name: words.recordings });
    await player.waitFor();
    expect(questions()).toBeGreaterThan(before);
    await playButton(player).click();
    await expect.poll(async () => (await askPlaying(own))?.recording.call, { timeout: 15_000 }).toBe(longest.key);
    await expect.poll(status, { timeout: 15_000 }).toBe('playing');
    // found once: the next look asks nobody
    const asked = questions();
    await calls.reload();
    await player.waitFor();
    expect(questions()).toBe(asked);
    await calls.close();
  });

  it('may not exist, and then that is said', async () => {
    await lineOf('0:22').click();
    await page.locator('.calls-for-dolibarr').getByText(words.none).waitFor();
  });

  it('of the voicemail lies in a mailbox, which is named', async () => {
    await page
      .locator('.calls-for-dolibarr [data-line]', { hasText: /messagerie/i })
      .first()
      .click();
    await page.locator('.calls-for-dolibarr').getByText('la boîte vocale du 203').waitFor();
  });
});

describe('a recording downloaded', () => {
  beforeAll(() => open());
  afterAll(() => office.close());

  it('is the file of the UCM, under a name that a person understands', async () => {
    const player = await openNewest();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      player.getByRole('button', { name: /^Télécharger/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\dT\d{4}Z \+?\d+ [0-9a-z]+-1\.wav$/);
    const stream = await download.createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part);
    expect(Buffer.concat(parts).equals(tone(192))).toBe(true);
  });

  it('or put into Dolibarr, where it lies beside the event of its call, once', async () => {
    const player = await openNewest();
    const attach = player.getByRole('button', { name: /^Joindre/ });
    await attach.click();
    await player.getByText(words.attached).waitFor();
    const { files, events } = office.dolibarr;
    const event = [...events.values()].find(({ ref_ext }) => ref_ext.startsWith('ucm:'));
    expect(files.map(({ path, bytes }) => [path.split('/')[0], bytes.equals(tone(192))])).toEqual([
      [String(event?.id), true],
    ]);
    await attach.click();
    await player.getByText(words.attachedBefore).waitFor();
    expect(files).toHaveLength(1);
  });
});

/** What was played before is fetched anew: its copy goes when another is played. */
async function clearCopies(): Promise<void> {
  await own.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('calls');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction(['copies', 'chunks'], 'readwrite');
          tx.objectStore('copies').clear();
          tx.objectStore('chunks').clear();
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}
