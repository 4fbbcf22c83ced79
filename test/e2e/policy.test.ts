import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls as callsWords, errors, keeping, options as texts } from '../../lib/text/fr';
import { canPlayPolicy } from '../browsers/policy';
import { startUcm, theStory } from '../sim';
import { createZone } from '../sim/story/zone';
import { askFrom } from './support/ask';
import { type Office, openOffice } from './support/office';
import { type OptionsPage, openOptions } from './support/options-page';
import { sitesOf } from './support/set-up';

// Needs root and a mount namespace: a policy must not be left in the system's own folder.
describe.skipIf(!canPlayPolicy('chromium'))('a computer whose administrator gave settings', () => {
  let office: Office;
  let options: OptionsPage;
  let ucm: Awaited<ReturnType<typeof startUcm>>;

  beforeAll(async () => {
    const story = theStory({ now: Math.floor(Date.now() / 1000), zone: createZone('Europe/Paris') });
    ucm = await startUcm({ story });
    office = await openOffice({
      policy: {
        ucm: { host: '127.0.0.1', port: ucm.port, user: ucm.user, password: ucm.password },
        sync: { minutes: 30, days: 7 },
        recordings: { listen: false },
        retention: { mayDelete: false },
        locked: ['ucm', 'sync.minutes', 'recordings.listen', 'retention.mayDelete', 'sync.mintues'],
      },
    });
    office.machines.ucm = { url: ucm.url, user: ucm.user, password: ucm.password };
    await office.browser.allowSites(sitesOf(office.machines));
    options = await openOptions(office.browser);
  });
  afterAll(async () => {
    await office.close();
    await ucm.close();
  });

  const field = (label: string) => options.page.getByLabel(label, { exact: true });

  it('finds them filled in, locked, and says by whom', async () => {
    expect(await field(texts.ucm.address).inputValue()).toBe('127.0.0.1');
    for (const label of [texts.ucm.address, texts.ucm.port, texts.ucm.user, texts.sync.minutes]) {
      expect(await field(label).isDisabled(), label).toBe(true);
    }
    const described = await field(texts.sync.minutes).getAttribute('aria-describedby');
    expect(await options.page.locator(`#${described}`).textContent()).toBe(keeping.locked);
    expect(await options.page.locator('#ucm-secret').isDisabled()).toBe(true);
  });

  it('may change what is given and not locked', async () => {
    const days = field(texts.sync.days);
    expect(await days.inputValue()).toBe('7');
    await days.fill('14');
    await days.press('Enter');
    await expect.poll(async () => (await askFrom(options.page, 'options.read', undefined)).settings.sync.days).toBe(14);
  });

  it('is told what of the policy cannot be used', async () => {
    expect(await options.page.locator('main').textContent()).toContain('sync.mintues');
  });

  it('is refused another value in the background too, from a file as from a page, and so is another password', async () => {
    const { settings } = await askFrom(options.page, 'options.read', undefined);
    const other = { ...settings, sync: { ...settings.sync, minutes: 1 } };
    await expect(askFrom(options.page, 'options.save', { settings: other })).rejects.toThrow('setting-locked');
    await expect(askFrom(options.page, 'options.ucm', { password: 'mine' })).rejects.toThrow('setting-locked');
    expect(errors['setting-locked'].what).toContain('administrateur');
    await options.page.setInputFiles('input[type=file]', {
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ version: 2, sync: { minutes: 1, days: 21 } })),
    });
    await options.page.getByText(keeping.file.stays).waitFor();
    await options.page.getByRole('button', { name: keeping.file.apply.one ?? '' }).click();
    await options.page.getByText(keeping.file.done).waitFor();
    const after = await askFrom(options.page, 'options.read', undefined);
    expect(after.settings.sync).toEqual({ minutes: 30, days: 21 });
  });

  it('gives its own key, and reads calls with the password that it never sees', async () => {
    await options.allow('ucm');
    await office.browser.acceptCertificate(`${ucm.url}/`);
    await options.fillDolibarr(office.machines.dolibarr);
    await options.allow('dolibarr');
    await options.test('ucm');
    await options.page.locator('#step-ucm .said-ok').waitFor();
    await options.test('dolibarr');
    await options.page.locator('#step-dolibarr .said-ok').waitFor();
    await options.waitForCalls();
    // nor may anybody delete what was read: it is not offered, and refused to whoever asks all the same
    const calls = await office.browser.open(office.browser.pageAddress('calls.html#/journal'));
    await calls.locator('[data-line="0"] input[type="checkbox"]').check();
    await calls.getByText(/1 appel sélectionné/).waitFor();
    expect(await calls.getByRole('button', { name: callsWords.deleteOne }).count()).toBe(0);
    await expect(askFrom(options.page, 'own.delete', { keys: ['1-a'] })).rejects.toThrow('forbidden');
    await calls.close();
    expect(await options.page.content()).not.toContain(ucm.password);
    expect(JSON.stringify(await askFrom(options.page, 'options.read', undefined))).not.toContain(ucm.password);
  });
});
