import { request } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createSilentServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../lib/errors';
import { errors, health, options as texts } from '../../lib/text/fr';
import { createCertificate, type Dolibarr, startDolibarr } from '../sim';
import { type Office, openOffice } from './support/office';
import { type OptionsPage, openOptions } from './support/options-page';
import { sitesOf } from './support/set-up';
import { untilSynchronised } from './support/state';

/**
 * Every failure that a test of a machine can meet at set-up and that the simulators can play, named once by its own words.
 * A certificate that nobody accepted, and pasted addresses, are in set-up.test.ts; the old API and the simple REST form have
 * files of their own, and so have certificates of a wrong name or date (certificates.test.ts).
 */

let office: Office;
let options: OptionsPage;

beforeAll(async () => {
  office = await openOffice();
  await office.browser.allowSites([...sitesOf(office.machines), 'https://pbx.invalid/*']);
  options = await openOptions(office.browser);
  await options.fillUcm(office.machines.ucm);
  await options.allow('ucm');
  await office.browser.acceptCertificate(`${office.ucm.url}/`);
  await options.page.bringToFront();
});
afterAll(() => office.close());

/** What the text says besides the values it is filled with. */
function essence(text: string): string {
  const [longest = ''] = text.split(/\{\w+\}/).sort((one, other) => other.length - one.length);
  return longest.trim();
}

async function testSays(step: 'ucm' | 'dolibarr', said: string): Promise<void> {
  await options.test(step);
  const shown = options.page.locator(`#step-${step} .test`);
  await expect.poll(() => shown.textContent(), { timeout: 60_000 }).toContain(said);
}

const fails = (step: 'ucm' | 'dolibarr', code: ErrorCode) => testSays(step, essence(errors[code].what));

/** A port at which nothing listens. */
async function closedPort(): Promise<number> {
  const gone = await startDolibarr({ session: false, seeded: false });
  await gone.close();
  return Number(new URL(gone.url).port);
}

/** The same machine behind a certificate that it made itself, under another name than the UCM’s. */
async function encrypted(url: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(createCertificate('Dolibarr'), (asked, answer) => {
    const { method, headers } = asked;
    asked.pipe(
      request(new URL(asked.url ?? '/', url), { method, headers }, (told) => {
        answer.writeHead(told.statusCode ?? 502, told.headers);
        told.pipe(answer);
      }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`, // listens at a port, so no name of a pipe
    close: () => new Promise((closed) => server.close(() => closed()).closeAllConnections()),
  };
}

describe('the telephone system', () => {
  it('nothing listens at its port', async () => {
    await options.fillUcm({ ...office.machines.ucm, url: `https://127.0.0.1:${await closedPort()}` });
    await fails('ucm', 'ucm-refused');
  });

  it('something listens at its port and says nothing', async () => {
    const silent = createSilentServer();
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const { port } = silent.address() as AddressInfo; // listens at a port, so no name of a pipe
    await options.fillUcm({ ...office.machines.ucm, url: `https://127.0.0.1:${port}` });
    await fails('ucm', 'ucm-timeout');
    silent.close();
  });

  it('no machine has this name', async () => {
    await options.fillUcm({ ...office.machines.ucm, url: 'https://pbx.invalid:8089' });
    await options.allow('ucm');
    await fails('ucm', 'ucm-unknown-host');
    // access to the host of before was given back
    await office.browser.allowSites(sitesOf(office.machines));
    await options.fillUcm(office.machines.ucm);
    await options.allow('ucm');
  });

  it('another program answers', async () => {
    office.ucm.faults.add('*', { kind: 'html' }, 20);
    await fails('ucm', 'ucm-answer');
    office.ucm.faults.clear();
  });

  it('this computer is not on its web server’s list of permitted addresses', async () => {
    office.ucm.faults.add('*', { kind: 'forbidden' }, 20);
    await fails('ucm', 'ucm-no-permission');
    office.ucm.faults.clear();
  });

  it('the simple REST form was chosen, and HTTPS switched off: the password is not sent', async () => {
    const step = options.page.locator('#step-ucm');
    const asked = office.ucm.requests.length;
    await step.getByLabel(texts.ucm.dialect).selectOption('rest');
    await step.getByLabel(texts.ucm.https).click();
    await step.getByRole('button', { name: texts.ucm.httpsOff }).click();
    await options.allow('ucm');
    await fails('ucm', 'ucm-needs-https');
    expect(office.ucm.requests.length).toBe(asked);
    await step.getByLabel(texts.ucm.dialect).selectOption('auto');
    await step.getByLabel(texts.ucm.https).click();
    await options.fillUcm(office.machines.ucm);
    await options.allow('ucm');
  });

  it('its API is off, or the user is none of the API’s', async () => {
    await options.fillUcm({ ...office.machines.ucm, user: 'admin1' });
    await fails('ucm', 'ucm-no-permission');
    await options.fillUcm(office.machines.ucm);
  });

  it.each<[string, ErrorCode, number, Record<string, unknown>]>([
    ['it does not know the user', 'ucm-unknown-user', -71, {}],
    ['it lets this user log in no more', 'ucm-login-forbidden', -70, {}],
    ['it wants a captcha', 'ucm-captcha', -37, { captcha_filename: 'captcha_17.png' }],
    ['it is busy', 'ucm-busy', -45, {}],
    ['it has an error that nothing is known of', 'ucm-status', -9, {}],
  ])('%s', async (_story, code, status, response) => {
    office.ucm.faults.add('login', { kind: 'status', status, response });
    await fails('ucm', code);
    // asked anew: what was said of this password counts no more
    await options.fillUcm(office.machines.ucm);
  });

  it('the password is wrong, with the tries that are left', async () => {
    await options.fillUcm({ ...office.machines.ucm, password: 'wrong' });
    await testSays('ucm', essence(texts.test.remaining.other));
    expect(await options.said('ucm')).toContain(errors['ucm-wrong-password'].what);
  });

  it('it banned this computer; when that is over, a test goes well', async () => {
    await options.fillUcm(office.machines.ucm);
    office.ucm.faults.add('challenge', { kind: 'status', status: -68, response: { remain_time: 2 } });
    await fails('ucm', 'ucm-banned');
    const found = async () => {
      await options.test('ucm');
      return options.said('ucm');
    };
    await expect.poll(found, { timeout: 20_000, interval: 500 }).toContain(essence(texts.test.okFound));
  });
});

describe('Dolibarr', () => {
  const open: { close(): Promise<void> }[] = [];
  afterAll(() => Promise.all(open.map((one) => one.close())));

  async function fill(how: Parameters<typeof startDolibarr>[0] = {}): Promise<Dolibarr> {
    const dolibarr = await startDolibarr({ session: false, wrongKeyDelay: 0, seeded: false, ...how });
    open.push(dolibarr);
    await enter(dolibarr.url, dolibarr.key);
    return dolibarr;
  }

  async function enter(url: string, key: string): Promise<void> {
    const change = options.page.locator('#step-dolibarr').getByText(texts.secret.change, { exact: true });
    if (await change.isVisible()) await change.click();
    await options.fillDolibarr({ url, key });
    await options.allow('dolibarr');
  }

  it('nothing listens at its address', async () => {
    await enter(`http://127.0.0.1:${await closedPort()}`, 'key');
    await fails('dolibarr', 'dolibarr-unreachable');
  });

  it('its module API/REST is off', async () => {
    await fill({ api: false });
    await fails('dolibarr', 'dolibarr-api-off');
  });

  it('its API may not be used from this computer', async () => {
    await fill({ apiFrom: ['192.0.2.17'] });
    await fails('dolibarr', 'dolibarr-ip');
  });

  it('it sends everybody to https', async () => {
    await fill({ forceHttps: true });
    await fails('dolibarr', 'dolibarr-redirect');
  });

  it('the key is nobody’s', async () => {
    const dolibarr = await fill();
    await enter(dolibarr.url, 'nobody');
    await fails('dolibarr', 'dolibarr-key');
  });

  it('nobody accepted its certificate; once that is done on its page, it is read all the same', async () => {
    const dolibarr = await startDolibarr({ session: false, wrongKeyDelay: 0 });
    const before = await encrypted(dolibarr.url);
    open.push(dolibarr, before);
    await office.browser.allowSites([...sitesOf(office.machines), 'https://localhost/*']);
    await enter(before.url, dolibarr.key);
    await fails('dolibarr', 'dolibarr-certificate');
    expect(dolibarr.requests).toEqual([]);
    await office.browser.acceptCertificate(`${before.url}/`);
    await options.page.bringToFront();
    await testSays('dolibarr', essence(texts.test.okFound));
  });

  it('its address says https where it speaks http: the browser’s words stand in the sentence', async () => {
    const dolibarr = await startDolibarr({ session: false, seeded: false });
    open.push(dolibarr);
    await enter(dolibarr.url.replace('http://127.0.0.1', 'https://localhost'), dolibarr.key);
    await testSays('dolibarr', 'ERR_SSL_PROTOCOL_ERROR');
    expect(await options.said('dolibarr')).toContain(essence(errors['dolibarr-unreachable'].next));
  });

  it('there is no Dolibarr; its server fails; a proxy stands before it', async () => {
    const dolibarr = await fill();
    dolibarr.faults.add('*', { kind: 'html' }, 20);
    await fails('dolibarr', 'dolibarr-address');
    dolibarr.faults.clear();
    dolibarr.faults.add('*', { kind: 'http', code: 500 }, 20);
    await fails('dolibarr', 'dolibarr-server');
    dolibarr.faults.clear();
    dolibarr.faults.add('*', { kind: 'forbidden' }, 20);
    await fails('dolibarr', 'dolibarr-answer');
    dolibarr.faults.clear();
  });

  it('it does not answer in time', async () => {
    const dolibarr = await fill();
    dolibarr.faults.add('*', { kind: 'hang' });
    await fails('dolibarr', 'dolibarr-timeout');
  });

  it.each(['/dolibarr/htdocs/societe/card.php?socid=1', '/dolibarr/htdocs/', ''])(
    'it lies in a folder, and its address ends with “%s”',
    async (path) => {
      const dolibarr = await startDolibarr({ session: false, seeded: false, folder: '/dolibarr/htdocs' });
      open.push(dolibarr);
      await enter(new URL(dolibarr.url).origin + path, dolibarr.key);
      if (path === '') await fails('dolibarr', 'dolibarr-address');
      else await testSays('dolibarr', essence(texts.test.okFound));
    },
  );
});

describe('both answer, and something is missing all the same', () => {
  it('what a run failed at is cured: the run is made again by itself', async () => {
    const { page } = options;
    await options.fillUcm({ ...office.machines.ucm, password: 'wrong' });
    await fails('ucm', 'ucm-wrong-password');
    const change = page.locator('#step-dolibarr').getByText(texts.secret.change, { exact: true });
    if (await change.isVisible()) await change.click();
    await options.fillDolibarr(office.machines.dolibarr);
    await options.allow('dolibarr');
    await testSays('dolibarr', essence(texts.test.okFound));
    // Dolibarr answers, so a run was made: with the password that a person's test has found to be wrong
    await page.locator('.health-stopped').getByText(essence(errors['ucm-wrong-password'].what)).first().waitFor();
    await options.fillUcm(office.machines.ucm);
    await testSays('ucm', essence(texts.test.okFound));
    await page.locator('.health-good').first().waitFor();
    await untilSynchronised(page);
  });

  it('names refused and calls permitted: said as a fact, and how everything stands is good', async () => {
    for (const action of ['listAccount', 'listQueue', 'listRingGroup']) office.ucm.refuse(action);
    const { page } = options;
    await options.fillUcm(office.machines.ucm);
    const change = page.locator('#step-dolibarr').getByText(texts.secret.change, { exact: true });
    if (await change.isVisible()) await change.click();
    await options.fillDolibarr(office.machines.dolibarr);
    await options.allow('dolibarr');
    await testSays('dolibarr', essence(texts.test.okFound));
    await testSays('ucm', essence(texts.test.staff.refused));
    await untilSynchronised(page);
    await page.locator('.health-good').first().waitFor();
    for (const action of ['listAccount', 'listQueue', 'listRingGroup']) office.ucm.grant(action);
    await testSays('ucm', essence(texts.test.staff.read));
  });

  it('the API user may not read calls: the connection works, and the run says which action is missing', async () => {
    office.ucm.refuse('cdrapi');
    await options.synchronise();
    const { page } = options;
    await page.locator('#step-sync [role=alert]').getByText('cdrapi').waitFor();
    await page.locator('.health-attention').getByText(essence(health.failing)).first().waitFor();
    office.ucm.grant('cdrapi');
    await options.synchronise();
    await page.locator('.health-good').first().waitFor();
  });

  it('a key of somebody who sees no customers: what the key before could read is forgotten', async () => {
    const { page } = options;
    const parties = async () => (await untilSynchronised(page)).directory.parties;
    const all = await parties();
    const { key } = office.dolibarr.addUser({ login: 'vendeur', rights: ['societe.lire', 'societe.contact.lire'] });
    const enterKey = async (one: string) => {
      await page.locator('#step-dolibarr').getByText(texts.secret.change, { exact: true }).click();
      await options.fillDolibarr({ ...office.machines.dolibarr, key: one });
      await testSays('dolibarr', essence(texts.test.okFound));
    };
    await enterKey(key);
    await expect.poll(parties).toBeLessThan(all);
    await enterKey(office.dolibarr.key);
    await expect.poll(parties).toBe(all);
  });

  it('the key may not read thirdparties: calls come, and the missing right is named', async () => {
    const { key } = office.dolibarr.addUser({ login: 'stagiaire', rights: ['agenda.myactions.read'] });
    const { page } = options;
    await page.locator('#step-dolibarr').getByText(texts.secret.change, { exact: true }).click();
    await options.fillDolibarr({ ...office.machines.dolibarr, key });
    await testSays('dolibarr', essence(texts.test.okFound));
    await options.synchronise();
    await page.locator('#step-sync [role=alert]').getByText(essence(errors['dolibarr-right'].what)).waitFor();
    await page.locator('.health-attention').getByText(essence(health.directory)).first().waitFor();
  });
});
