import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { options as texts } from '../../lib/text/fr';
import { allowLater } from '../browsers/allow-later';
import { launchChromium } from '../browsers/launch';
import { removeProfile } from '../browsers/remove-profile';
import { readState, writeState } from './support/kept-state';
import { bringForward, extensionFolder, type Office, openOffice } from './support/office';
import type { OptionsPage } from './support/options-page';
import { setUp } from './support/set-up';

const profile = mkdtempSync(join(tmpdir(), 'calls-notices-'));
let office: Office;
let options: OptionsPage;

beforeAll(async () => {
  const first = await launchChromium({ extension: extensionFolder(), profile });
  await first.close();
  allowLater(profile, first.extensionId, 'notifications');
  office = await openOffice({ profile });
  options = await setUp(office.browser, office.machines);
  await options.waitForCalls();
});
afterAll(async () => {
  await office.close();
  await removeProfile(profile);
});

const shown = () => options.page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));

it('a missed call that comes after notices were switched on and allowed is one notice, and none of those before is', async () => {
  const { page } = options;
  await page.getByLabel(texts.notices.missed).selectOption('always');
  await page.getByRole('button', { name: texts.notices.allow }).click();
  await page.getByText(texts.notices.granted).waitFor();
  const synchronise = async () => {
    const asked = office.ucm.requests.length;
    await bringForward(office, 'sync');
    await expect.poll(() => office.ucm.requests.length).toBeGreaterThan(asked);
    await expect.poll(() => page.evaluate(async () => (await chrome.alarms.get('resume')) === undefined)).toBe(true);
  };
  await synchronise();
  // the run has come to its end, and told nobody
  const kept = () => readState<{ since?: number; told: object } | undefined>(page, 'notices');
  await expect.poll(async () => (await kept())?.since).toBeGreaterThan(0);
  expect(await shown()).toEqual([]);
  // it was switched on a minute ago
  const { since = 0, told } = (await kept()) ?? { told: {} };
  await writeState(page, 'notices', { told, since: since - 60 });
  office.ucm.add('now in 0639981234 "Garage Lefèvre" → 203 rang 1s');
  // the UCM writes the call when it has ended, which may be after the next reading
  const afterNext = async () => {
    await synchronise();
    return shown();
  };
  await expect.poll(afterNext).toEqual([expect.stringMatching(/^missed \d+-/)]);
  await synchronise();
  expect(await shown()).toHaveLength(1);
});
