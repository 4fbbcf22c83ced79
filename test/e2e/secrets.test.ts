import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { common, errors, keeping, options as texts } from '../../lib/text/fr';
import { launchChromium } from '../browsers/launch';
import { removeProfile } from '../browsers/remove-profile';
import { MAIN_PARTY } from '../sim';
import { askFrom } from './support/ask';
import { openCard } from './support/card-page';
import { bringForward, extensionFolder, type Office, openOffice } from './support/office';
import { filesWith, keptText } from './support/on-disk';
import { setUp } from './support/set-up';

const PASSWORD = 'Um9-très-secret-of-the-UCM';

describe('the UCM’s password and the key of Dolibarr', () => {
  let office: Office;
  let page: Page;
  let secrets: string[];
  const profile = mkdtempSync(join(tmpdir(), 'calls-secrets-'));
  /** every message that pages of the extension sent or heard, and what was answered to them */
  const messages: string[] = [];

  beforeAll(async () => {
    office = await openOffice({ profile }, {}, { password: PASSWORD });
    secrets = [PASSWORD, office.dolibarr.key];
    await office.browser.context.exposeFunction('heardMessage', (text: string) => void messages.push(text));
    await office.browser.context.addInitScript(listen);
    // another page of the extension hears what is said on the common line
    await office.browser.open(office.browser.pageAddress('popup.html'));
    const options = await setUp(office.browser, office.machines);
    await options.waitForCalls();
    page = options.page;
    const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    await card.panel.locator('[data-line="0"]').waitFor();
    await card.page.close();
  });
  afterAll(async () => {
    await office.close();
    await removeProfile(profile);
  });

  it('cross from the options page in the two questions that carry them, and in no other message or answer', () => {
    expect(messages.filter((text) => text.includes('own.state')).length).toBeGreaterThan(0);
    const carrying = messages.filter((text) => secrets.some((secret) => text.includes(secret)));
    const names = carrying.map((text) => /"name":"([\w.]+)"/.exec(text)?.[1]);
    expect([...new Set(names)].sort()).toEqual(['options.dolibarr', 'options.ucm']);
    expect(carrying.filter((text) => text.startsWith('answered'))).toEqual([]);
  });

  it('are in nothing that the page shows, logs or saves', async () => {
    const { entries } = await askFrom(page, 'options.log', undefined);
    expect(entries.length).toBeGreaterThan(0);
    const files = await Promise.all(
      [texts.log.save, keeping.file.save].map(async (name) => {
        const saving = page.waitForEvent('download');
        await page.getByRole('button', { name }).click();
        return readFileSync(await (await saving).path(), 'utf8');
      }),
    );
    const shown = await page.evaluate(() => [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input')].map((input) => input.value),
    ]);
    const all = [JSON.stringify(entries), ...files, ...shown].join('\n');
    expect(all).toContain('127.0.0.1');
    for (const secret of secrets) expect(all).not.toContain(secret);
  });

  it('are kept in memory alone once it is chosen, and in no record', async () => {
    expect(JSON.parse((await keptText(page))['secrets'] ?? '')[0]).toEqual(
      expect.arrayContaining(['ucm-password', 'dolibarr-key']),
    );
    await page.getByLabel(keeping.keep, { exact: true }).selectOption('session');
    await expect
      .poll(async () => JSON.parse((await keptText(page))['secrets'] ?? '')[0])
      .not.toEqual(expect.arrayContaining(['ucm-password']));
    const { 'storage.session': memory = '', ...disk } = await keptText(page);
    expect(memory, 'so the search finds what is there').toContain(PASSWORD);
    for (const secret of secrets) expect(JSON.stringify(disk)).not.toContain(secret);
    const { hasUcmPassword, hasDolibarrKey } = await askFrom(page, 'options.read', undefined);
    expect({ hasUcmPassword, hasDolibarrKey }).toEqual({ hasUcmPassword: true, hasDolibarrKey: true });
  });

  it('are gone with the browser then, and in no file of its profile', async () => {
    await office.browser.close();
    expect(filesWith(profile, ['dolibarr.root', new URL(office.machines.dolibarr.url).host])).not.toEqual([]);
    expect(filesWith(profile, secrets)).toEqual([]);
    office.browser = await launchChromium({ extension: extensionFolder(), profile });
    const options = await office.browser.open(office.browser.pageAddress('options.html'));
    const state = await askFrom(options, 'options.read', undefined);
    expect(state.settings.secrets.keep).toBe('session');
    expect([state.hasUcmPassword, state.hasDolibarrKey]).toEqual([false, false]);
    await options.close();
  });

  it('are asked for again where they are wanted, and neither machine is asked for anything before', async () => {
    const asked = () => [
      office.ucm.requests.length,
      office.dolibarr.requests.filter(({ path }) => path.includes('/api/')).length,
    ];
    const before = asked();
    const popup = await office.browser.open(office.browser.pageAddress('popup.html'));
    await popup.getByText(errors['secrets-gone'].what).waitFor();
    expect(await popup.getByRole('button', { name: common.sync }).count()).toBe(0);
    const opened = office.browser.context.waitForEvent('page');
    await popup.getByRole('button', { name: common.enterAgain }).click();
    const options = await opened;
    await expect.poll(() => options.evaluate(() => document.activeElement?.id)).toBe('ucm-secret');
    await expect.poll(() => options.getByText(texts.secret.gone).count()).toBe(2);
    // what was read is there all the same, and the card says why nothing newer is
    const card = await openCard(await office.browser.context.newPage(), `${office.card(MAIN_PARTY)}#calls`);
    await card.panel.locator('[data-line="0"] .number').waitFor();
    await card.panel.getByText(errors['secrets-gone'].what).waitFor();
    // as does whatever needs a machine
    await card.panel.locator('[data-line="1"]').click();
    await card.panel.locator('.opened .notes').getByText(errors['secrets-gone'].what).waitFor();
    await bringForward(office, 'sync');
    // it has fired when its next time is ahead; an answer after that comes after what it did
    await expect
      .poll(() => options.evaluate(async () => ((await chrome.alarms.get('sync'))?.scheduledTime ?? 0) > Date.now()))
      .toBe(true);
    await askFrom(options, 'own.state', undefined);
    expect(asked()).toEqual(before);
  });

  it('kept until they are removed outlive the browser, encrypted', async () => {
    const options = await setUp(office.browser, office.machines);
    await options.page.getByLabel(keeping.keep, { exact: true }).selectOption('always');
    await expect
      .poll(async () => JSON.parse((await keptText(options.page))['secrets'] ?? '')[0])
      .toEqual(expect.arrayContaining(['ucm-password', 'dolibarr-key']));
    await office.browser.close();
    expect(filesWith(profile, secrets)).toEqual([]);
    office.browser = await launchChromium({ extension: extensionFolder(), profile });
    const again = await office.browser.open(office.browser.pageAddress('options.html'));
    expect((await askFrom(again, 'options.read', undefined)).hasUcmPassword).toBe(true);
  });
});

/** Runs in every page before its own scripts; on pages of Dolibarr there is nothing to listen to. */
function listen(): void {
  const { heardMessage } = globalThis as unknown as { heardMessage(text: string): void }; // exposed above
  if (location.protocol !== 'chrome-extension:') return;
  chrome.runtime.onMessage.addListener((message) => {
    heardMessage(`heard ${JSON.stringify(message)}`);
    return undefined;
  });
  const { runtime } = chrome;
  const send = runtime.sendMessage.bind(runtime);
  Object.defineProperty(runtime, 'sendMessage', {
    value(...asked: unknown[]) {
      heardMessage(`asked ${JSON.stringify(asked)}`);
      const answering = (send as (...all: unknown[]) => unknown)(...asked); // whichever of its forms
      if (answering instanceof Promise) {
        answering.then(
          (answer) => heardMessage(`answered ${JSON.stringify(answer)}`),
          () => undefined,
        );
      }
      return answering;
    },
  });
}
