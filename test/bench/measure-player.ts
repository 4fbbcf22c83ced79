import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openCard } from '../e2e/support/card-page';
import { openOffice } from '../e2e/support/office';
import { askPlaying, soundOff, tellPlayer } from '../e2e/support/player';
import { setUp } from '../e2e/support/set-up';
import { untilSynchronised } from '../e2e/support/state';
import { MAIN_PARTY, tone } from '../sim';
import { type Measured, measured, median } from './figures';

/** Bytes a second of the UCM, and of the plain server that the floor is measured with. */
const RATE = 300_000;
/** What may have come before the first sound, whatever the length. */
const ENOUGH = 300_000;

/**
 * From the press on play to the first sound of a recording of some minutes, over a slow line; beside it a bare audio
 * element on a plain server of the same speed, whose file has the same bytes.
 */
export async function measurePlayer(extension: string, runs: number): Promise<Measured[]> {
  const office = await openOffice({ extension }, {}, { recordingRate: RATE });
  try {
    const options = await setUp(office.browser, office.machines);
    await options.waitForCalls();
    await untilSynchronised(options.page);
    await soundOff(options.page);
    const { page } = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    await page.locator('.calls-for-dolibarr [data-line]').first().waitFor();

    const ours: { ms: number; bytes: number }[] = [];
    const bare: number[] = [];
    for (let run = 0; run < runs; run++) {
      // Another recording each time: a copy goes when the next one is played.
      ours.push(await firstSound(page, options.page, run % 2));
      bare.push(await bareSound(office.browser.context.pages()[0] ?? page));
    }
    const bytes = median(ours.map((one) => one.bytes));
    return [
      measured({
        name: 'player first sound',
        value: median(ours.map(({ ms }) => ms)),
        unit: 'ms',
        floor: median(bare),
        goal: 1200,
        remark: `press to sound at ${RATE / 1000} KB/s; floor: a bare audio element on a plain server of that speed`,
      }),
      measured({
        name: 'player first sound bytes',
        value: bytes,
        unit: 'bytes',
        goal: ENOUGH,
        remark: 'come before the first sound, at most (looked at every 20 ms)',
      }),
    ];
  } finally {
    await office.close();
  }
}

/** Plays the n-th recording of the panel, and says what it took. */
async function firstSound(page: Page, own: Page, n: number): Promise<{ ms: number; bytes: number }> {
  await tellPlayer(own, { do: 'stop' });
  const line = page.locator('.calls-for-dolibarr [data-line]', { has: page.locator('.cell-marks svg') }).nth(n);
  await line.click();
  const button = page.locator('.calls-for-dolibarr .player button').first();
  await button.waitFor();
  const pressed = await button.evaluate((element: HTMLElement) => {
    element.click();
    return Date.now();
  });
  for (;;) {
    const playing = await askPlaying(own);
    if (playing?.status === 'playing') {
      await line.click();
      return { ms: playing.at - pressed, bytes: playing.received };
    }
    if (playing?.status === 'failed') throw new Error(`The recording failed: ${playing.error?.code}`);
    await wait(20);
  }
}

async function bareSound(page: Page): Promise<number> {
  const bytes = tone(192);
  const server = createServer(async (request, response) => {
    if (request.url !== '/a.wav') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>plain</title>');
      return;
    }
    response.writeHead(200, { 'Content-Type': 'audio/wav', 'Content-Length': bytes.length });
    for (let at = 0; at < bytes.length && !response.destroyed; at += RATE / 10) {
      response.write(bytes.subarray(at, at + RATE / 10));
      await wait(100);
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has this kind
  try {
    await page.goto(`http://127.0.0.1:${port}/`);
    return await page.evaluate(
      (src) =>
        new Promise<number>((resolve, reject) => {
          const audio = new Audio();
          audio.muted = true;
          const pressed = Date.now();
          audio.addEventListener('playing', () => {
            audio.removeAttribute('src');
            audio.load();
            resolve(Date.now() - pressed);
          });
          audio.addEventListener(
            'error',
            () => reject(new Error(`The plain file does not play: ${audio.error?.message}`)),
            {
              once: true,
            },
          );
          audio.src = src;
          void audio.play().catch(() => undefined);
        }),
      `http://127.0.0.1:${port}/a.wav`,
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
