import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import { defaultSettings } from '../../../lib/settings/settings';
import { createFakeBackground, now, office } from './fake-background';

afterEach(cleanup);

type Background = ReturnType<typeof createFakeBackground>;

const bothHosts = ['https://192.168.1.10/*', 'https://erp.example.com/*'];
const readyOffice = () => createFakeBackground({ settings: office, password: 'p', key: 'k', granted: bothHosts });

async function open(background: Background): Promise<void> {
  render(<Options shell={background.shell} />);
  await screen.findByLabelText('Address of the UCM');
}

const field = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);
const step = (name: string) => within(screen.getByRole('region', { name: new RegExp(name) }));
const ucmStep = () => step('Telephone system');
const dolibarrStep = () => step('Dolibarr');

function enter(label: string, text: string): void {
  fireEvent.input(field(label), { target: { value: text } });
  fireEvent.change(field(label), { target: { value: text } });
}

function enterSecret(label: string, text: string): void {
  fireEvent.input(field(label), { target: { value: text } });
  fireEvent.keyDown(field(label), { key: 'Enter' });
}

function paste(label: string, text: string): void {
  fireEvent.paste(field(label), { clipboardData: { getData: () => text } });
}

describe('the address of the telephone system', () => {
  it('pasted from its web page fills host, port and HTTPS, and is saved at once', async () => {
    const background = createFakeBackground();
    await open(background);
    paste('Address of the UCM', 'https://pbx.example.com:8443/#/cdr');
    await waitFor(() => expect(background.saved().settings.ucm.port).toBe(8443));
    expect(background.saved().settings.ucm).toMatchObject({ host: 'pbx.example.com', https: true });
    await waitFor(() => expect(field('Address of the UCM').value).toBe('pbx.example.com'));
    expect(field('Port').value).toBe('8443');
    await ucmStep().findByText('Saved');
  });

  it('pasted with http:// leaves HTTPS on until it is said otherwise', async () => {
    const background = createFakeBackground();
    await open(background);
    paste('Address of the UCM', 'http://192.168.1.10/');
    await waitFor(() => expect(background.saved().settings.ucm.host).toBe('192.168.1.10'));
    expect(background.saved().settings.ucm).toMatchObject({ https: true, port: 8089 });
    expect(screen.getByRole('alertdialog').textContent).toContain('begins with http://');
    fireEvent.click(screen.getByRole('button', { name: 'Keep HTTPS' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(background.saved().settings.ucm.https).toBe(true);
  });

  it('that is none says so and is not saved', async () => {
    const background = createFakeBackground({ settings: office });
    await open(background);
    enter('Address of the UCM', 'our telephone');
    await ucmStep().findByText(/This is no address.*The old value was kept: 192\.168\.1\.10/);
    expect(field('Address of the UCM').getAttribute('aria-invalid')).toBe('true');
    expect(background.questions('options.save')).toBe(0);
  });
});

describe('HTTPS', () => {
  it('goes off only after the warning', async () => {
    const background = createFakeBackground({ settings: office });
    await open(background);
    const box = field('Encrypted connection (HTTPS)');
    fireEvent.click(box);
    expect(screen.getByRole('alertdialog').textContent).toContain('travel in clear');
    expect(box.checked).toBe(true);
    expect(background.questions('options.save')).toBe(0);
    expect(document.activeElement?.textContent).toBe('Keep HTTPS');
    fireEvent.click(screen.getByRole('button', { name: 'Switch HTTPS off' }));
    await waitFor(() => expect(background.saved().settings.ucm.https).toBe(false));
    expect(ucmStep().getByText(/HTTPS is off/)).toBeTruthy();
  });

  it('stays on when the question is answered with Escape', async () => {
    const background = createFakeBackground({ settings: office });
    await open(background);
    fireEvent.click(field('Encrypted connection (HTTPS)'));
    fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(background.saved().settings.ucm.https).toBe(true);
  });
});

describe('a value that cannot be used', () => {
  it.each([
    ['Port', '99999', /whole number from 1 to 65535.*old value was kept: 8089/],
    ['Port', 'eight', /whole number from 1 to 65535/],
    ['Every', '0', /from 1 to 1440.*kept: 15/],
    ['History', '2.5', /from 1 to 3650.*kept: 30/],
    ['Outside line prefix', '0x', /at most three digits/],
    ['Own numbers', '0199001000\nreception', /not a telephone number: reception/],
  ])('says why and changes nothing: %s %s', async (label, text, why) => {
    const background = createFakeBackground({ settings: office });
    await open(background);
    enter(label, text);
    await screen.findByText(why);
    expect(field(label).value).toBe(text);
    expect(background.questions('options.save')).toBe(0);
    expect(background.saved().settings).toEqual(office);
  });

  it('refused by the background returns to the old one', async () => {
    const background = createFakeBackground({ settings: office });
    background.answers.refusesToSave = true;
    await open(background);
    enter('Every', '5');
    await screen.findByText(/disk.*is full.*old value was kept: 15/);
    expect(background.saved().settings.sync.minutes).toBe(15);
  });
});

describe('settings', () => {
  it('entered one after the other are all saved', async () => {
    const background = createFakeBackground();
    await open(background);
    enter('Every', '5');
    enter('History', '90');
    enter('Own numbers', ' 01 99 00 10 00 \n\n+33199001001 ');
    fireEvent.change(field('Country'), { target: { value: 'BE' } });
    await waitFor(() => expect(background.saved().settings.numbers.country).toBe('BE'));
    expect(background.saved().settings).toMatchObject({
      sync: { minutes: 5, days: 90 },
      numbers: { own: ['01 99 00 10 00', '+33199001001'] },
    });
  });

  it('name France first among the countries', async () => {
    await open(createFakeBackground());
    const names = within(field('Country')).getAllByRole('option');
    expect(names[0]?.textContent).toBe('France');
    expect(names[1]?.textContent).toBe('Afghanistan');
  });

  it('speak the language that was chosen', async () => {
    const background = createFakeBackground();
    await open(background);
    fireEvent.change(screen.getByLabelText('Language'), { target: { value: 'fr' } });
    await screen.findByLabelText('Adresse de l’UCM');
    await waitFor(() => expect(document.documentElement.lang).toBe('fr'));
    await waitFor(() => expect(background.saved().settings.language).toBe('fr'));
  });
});

describe('a password', () => {
  it('once saved is only known to be there', async () => {
    const background = createFakeBackground({ settings: office });
    await open(background);
    field('Password of the API user').focus();
    enterSecret('Password of the API user', 's3cret-Word');
    await ucmStep().findByText('Kept here, encrypted');
    expect(document.activeElement?.textContent).toBe('Change');
    expect(background.saved().password).toBe('s3cret-Word');
    expect(document.body.innerHTML).not.toContain('s3cret-Word');
    fireEvent.click(ucmStep().getByText('Change'));
    expect(field('Password of the API user').value).toBe('');
    expect(field('Password of the API user').type).toBe('password');
  });

  it('is saved when the field is left, and kept when the change is given up', async () => {
    const background = createFakeBackground({ settings: office, password: 'old' });
    await open(background);
    fireEvent.click(ucmStep().getByText('Change'));
    fireEvent.input(field('Password of the API user'), { target: { value: 'half' } });
    fireEvent.focusOut(field('Password of the API user'), { relatedTarget: ucmStep().getByText('Cancel') });
    fireEvent.click(ucmStep().getByText('Cancel'));
    await ucmStep().findByText('Kept here, encrypted');
    expect(background.saved().password).toBe('old');

    fireEvent.click(ucmStep().getByText('Change'));
    fireEvent.input(field('Password of the API user'), { target: { value: 'new' } });
    fireEvent.focusOut(field('Password of the API user'), { relatedTarget: field('API user') });
    await waitFor(() => expect(background.saved().password).toBe('new'));
  });
});

describe('site access', () => {
  it('is asked for within the click, for exactly the two hosts', async () => {
    const background = createFakeBackground({ settings: office });
    await open(background);
    fireEvent.click(screen.getByRole('button', { name: 'Allow access to 192.168.1.10' }));
    expect(background.browser.requested).toEqual([['https://192.168.1.10/*']]);
    await ucmStep().findByText('Access to 192.168.1.10 is allowed.');
    fireEvent.click(screen.getByRole('button', { name: 'Allow access to erp.example.com' }));
    expect(background.browser.requested).toEqual(bothHosts.map((host) => [host]));
    await dolibarrStep().findByText('Access to erp.example.com is allowed.');
    expect(background.browser.kept.at(-1)).toEqual(bothHosts);
  });

  it('is for the address on the screen, also when it has just been changed', async () => {
    const background = createFakeBackground({ settings: office });
    await open(background);
    enter('Address of the UCM', '192.168.1.20');
    fireEvent.click(await screen.findByRole('button', { name: 'Allow access to 192.168.1.20' }));
    expect(background.browser.requested).toEqual([['https://192.168.1.20/*']]);
  });

  it('that was not given is said', async () => {
    const background = createFakeBackground({ settings: office });
    background.browser.givesAccess = false;
    await open(background);
    fireEvent.click(screen.getByRole('button', { name: 'Allow access to 192.168.1.10' }));
    await ucmStep().findByText(/did not give access/);
  });

  it('taken back elsewhere is seen', async () => {
    const background = createFakeBackground({ settings: office, granted: [] });
    await open(background);
    background.shell.requestAccess(bothHosts);
    background.heard.changed();
    await dolibarrStep().findByText('Access to erp.example.com is allowed.');
  });
});

describe('a test of the connection', () => {
  it('names what is missing and asks nobody', async () => {
    const background = createFakeBackground();
    await open(background);
    fireEvent.click(ucmStep().getByRole('button', { name: 'Test the connection' }));
    await ucmStep().findByText('Fill in first: Address of the UCM, API user, Password of the API user.');
    expect(document.activeElement).toBe(field('Address of the UCM'));
    expect(background.questions('options.testUcm')).toBe(0);
  });

  it('that succeeds says what answered', async () => {
    await open(readyOffice());
    fireEvent.click(ucmStep().getByRole('button', { name: 'Test the connection' }));
    await ucmStep().findByText('The connection works: UCM6302 1.0.27.8.');
    fireEvent.click(dolibarrStep().getByRole('button', { name: 'Test the connection' }));
    await dolibarrStep().findByText('The connection works: Dolibarr 22.0.4.');
    expect(screen.getAllByText('Connected')).toHaveLength(2);
  });

  it('of a UCM tells how many names it gave, and what its API user may not read, as a fact', async () => {
    const background = readyOffice();
    background.answers.ucm = { ok: true, found: 'UCM6302', staff: { accounts: 8, queues: 1, groups: 'refused' } };
    await open(background);
    fireEvent.click(ucmStep().getByRole('button', { name: 'Test the connection' }));
    await ucmStep().findByText(
      'Names found: 8 extensions, 1 queue. Not allowed for this API user, so without names: ring groups.',
    );
    expect(ucmStep().queryByRole('alert')).toBeNull();
  });

  it('of a UCM whose clock or zone is wrong says where it is set right', async () => {
    const background = readyOffice();
    const clock = { skew: -430, zone: { said: 0, calls: 3600 } };
    background.answers.ucm = { ok: true, found: 'UCM6302', clock };
    await open(background);
    fireEvent.click(ucmStep().getByRole('button', { name: 'Test the connection' }));
    await ucmStep().findByText(/^Its clock is 7 minutes slow.* System Settings → Time Settings\.$/);
    await ucmStep().findByText(
      /^It says to be at UTC\+00:00, and writes its calls as at UTC\+01:00\. Set the time zone/,
    );
  });

  it('of one in another zone than this computer tells so, and no more', async () => {
    const background = readyOffice();
    background.answers.ucm = { ok: true, found: 'UCM6302', clock: { elsewhere: { said: -12_600, here: 3600 } } };
    await open(background);
    fireEvent.click(ucmStep().getByRole('button', { name: 'Test the connection' }));
    await ucmStep().findByText('It is at UTC−03:30, this computer at UTC+01:00: times are shown as on this computer.');
  });

  it('that meets an unknown certificate leads to the page of the UCM, and is done again on coming back', async () => {
    const background = readyOffice();
    background.answers.ucm = { ok: false, error: { code: 'ucm-certificate', detail: { host: '192.168.1.10:8089' } } };
    await open(background);
    fireEvent.click(ucmStep().getByRole('button', { name: 'Test the connection' }));
    await ucmStep().findByText(/does not trust the certificate of 192\.168\.1\.10:8089/);
    const help = within(ucmStep().getByRole('list').parentElement ?? document.body);
    fireEvent.click(help.getByRole('button', { name: /Open the page of the UCM/ }));
    expect(background.browser.opened).toEqual(['https://192.168.1.10:8089/']);

    background.answers.ucm = { ok: true };
    background.heard.returned();
    await ucmStep().findByText('The connection works.');
    expect(background.questions('options.testUcm')).toBe(2);
  });

  it('with a refused password is never done again unasked', async () => {
    const background = readyOffice();
    background.answers.ucm = { ok: false, error: { code: 'ucm-wrong-password', detail: { remaining: 3 } } };
    await open(background);
    fireEvent.click(ucmStep().getByRole('button', { name: 'Test the connection' }));
    await ucmStep().findByText(/refused the user or the password/);
    expect(ucmStep().getByText('3 tries left before the UCM bans this computer.')).toBeTruthy();
    expect(ucmStep().queryByText('How to accept the certificate')).toBeNull();
    const reads = background.questions('options.read');
    background.heard.returned();
    await waitFor(() => expect(background.questions('options.read')).toBeGreaterThan(reads));
    expect(background.questions('options.testUcm')).toBe(1);
  });

  it('of a UCM that asks to wait is done again when that is over, as is said', async () => {
    const background = readyOffice();
    background.answers.ucm = { ok: false, error: { code: 'ucm-busy', detail: { seconds: 0.05 } } };
    await open(background);
    fireEvent.click(ucmStep().getByRole('button', { name: 'Test the connection' }));
    await ucmStep().findByText(/tries again by itself in/);
    background.answers.ucm = { ok: true };
    await ucmStep().findByText('The connection works.');
  });

  it.each([
    ['dolibarr-key', /does not accept the API key/],
    ['dolibarr-api-off', /REST API of Dolibarr is switched off/],
    ['dolibarr-address', /no Dolibarr API at/],
    ['dolibarr-unreachable', /cannot be reached/],
  ] as const)('tells failures of Dolibarr apart: %s', async (code, words) => {
    const background = readyOffice();
    background.answers.dolibarr = { ok: false, error: { code, detail: { host: 'erp.example.com' } } };
    await open(background);
    fireEvent.click(dolibarrStep().getByRole('button', { name: 'Test the connection' }));
    await dolibarrStep().findByText(words);
    expect(dolibarrStep().getByText('Not working')).toBeTruthy();
  });

  it('is forgotten when what was tested changes', async () => {
    await open(readyOffice());
    fireEvent.click(ucmStep().getByRole('button', { name: 'Test the connection' }));
    await ucmStep().findByText(/The connection works/);
    enter('API user', 'other');
    await waitFor(() => expect(ucmStep().queryByText(/The connection works/)).toBeNull());
  });

  it('waits for what was entered just before', async () => {
    const background = readyOffice();
    await open(background);
    enter('API user', 'other');
    fireEvent.click(ucmStep().getByRole('button', { name: 'Test the connection' }));
    await ucmStep().findByText(/The connection works/);
    expect(background.saved().settings.ucm.user).toBe('other');
  });
});

describe('the synchronisation', () => {
  it('waits for the first two steps', async () => {
    await open(createFakeBackground({ settings: defaultSettings }));
    expect(screen.getByText(/Fill in and test the first two steps/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Synchronise now' })).toBeNull();
  });

  it('started here shows how far it is and can be stopped', async () => {
    const background = readyOffice();
    background.putSync({ phase: 'never' });
    await open(background);
    fireEvent.click(screen.getByRole('button', { name: 'Synchronise now' }));
    await screen.findByText(/Reading the calls from/);
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.4);
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await screen.findByRole('button', { name: 'Synchronise now' });
    expect(background.questions('own.stop')).toBe(1);
  });

  it('tells last run, result, next run, gaps and rows set aside in words', async () => {
    const background = readyOffice();
    background.putSync({
      phase: 'idle',
      lastRun: now - 180,
      lastSuccess: now - 180,
      nextRun: now + 720,
      newCalls: 12,
      calls: 1842,
      setAside: { 'no-start': 3, 'new-thing': 1 },
      gaps: [1, 2, 3, 4, 5].map((day) => ({ from: now - day * 86_400, until: now - day * 86_400 + 600 })),
      directory: { parties: 1042, lastRun: now - 7200 },
    });
    await open(background);
    const facts = screen.getAllByRole('definition').map((one) => one.textContent);
    expect(facts[0]).toMatch(/^3 minutes ago \(23\/11\/2026/);
    expect(facts.slice(1, 5)).toEqual(['12 new calls', 'in 12 minutes', '1,842', '1,042, read 2 hours ago']);
    expect(facts[5]).toMatch(/and 2 more stretches$/);
    expect(facts[6]).toMatch(/^3 rows without a readable start.*CDR.*1 row \(new-thing\)Send the diagnostics/);
  });

  it('says of each stretch that is not known why it is not', async () => {
    const background = readyOffice();
    const error = { code: 'ucm-timeout', detail: { host: 'pbx.example' } } as const;
    background.putSync({
      phase: 'idle',
      lastRun: now - 180,
      lastSuccess: now - 86_400,
      gaps: [
        { from: now - 20 * 86_400, until: now - 10 * 86_400 },
        { from: now - 9000, until: now - 7200, failed: { at: now - 180, error } },
      ],
      unsettledFrom: now - 12 * 3600,
    });
    await open(background);
    const list = screen.getAllByRole('listitem').map((one) => one.textContent);
    expect(list.filter((one) => one.startsWith('23/11') || one.startsWith('since') || one.startsWith('03/11'))).toEqual(
      [
        expect.stringMatching(/the last try failed, 3 minutes ago: .*pbx\.example did not answer in time$/),
        expect.stringMatching(/^03\/11\/2026 .* – 13\/11\/2026 .* not asked for yet; the newest is read first$/),
        expect.stringMatching(/^since .* will be read once more: a call is written when it ends$/),
      ],
    );
  });

  it('tells of a UCM that keeps less than is wanted, and of its wrong clock', async () => {
    const background = readyOffice();
    background.putSync({
      phase: 'idle',
      lastRun: now - 180,
      lastSuccess: now - 180,
      nothingBefore: now - 90 * 86_400,
      clockSkew: -610,
    });
    await open(background);
    expect(screen.getByText('none: the telephone system has nothing before 25/08/2026')).toBeTruthy();
    expect(screen.getByText(/^10 minutes slow; set it right/)).toBeTruthy();
  });

  it('that failed leads to the step where it is cured', async () => {
    const background = readyOffice();
    background.putSync({
      phase: 'stopped',
      lastRun: now - 60,
      lastSuccess: now - 7200,
      error: { code: 'ucm-wrong-password', detail: {} },
    });
    await open(background);
    expect(screen.getByText('failed; last success 2 hours ago')).toBeTruthy();
    const cures = screen.getAllByRole('link', { name: /Telephone system/ });
    expect(new Set(cures.map((link) => link.getAttribute('href')))).toEqual(new Set(['#step-ucm']));
    expect(ucmStep().getByText('Not working')).toBeTruthy();
  });
});
