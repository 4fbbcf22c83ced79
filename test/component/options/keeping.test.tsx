import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import { settingPaths } from '../../../lib/settings/paths';
import { keeping, options as texts } from '../../../lib/text/en';
import { createFakeBackground, office } from './fake-background';

afterEach(cleanup);

type Story = Parameters<typeof createFakeBackground>[0];

async function open(story: Story) {
  const background = createFakeBackground(story);
  render(<Options shell={background.shell} />);
  await screen.findByRole('heading', { name: keeping.file.title });
  return background;
}

/** A file as a person chooses it. */
function choose(name: string, settings: unknown): void {
  const text = typeof settings === 'string' ? settings : JSON.stringify(settings);
  const input = document.querySelector<HTMLInputElement>('#settings-file input[type=file]');
  if (!input) throw new Error('there is no field for a file');
  fireEvent.change(input, { target: { files: [new File([text], name)] } });
}

describe('a file of settings', () => {
  it('says what changes and changes nothing before it is told to', async () => {
    const background = await open({ settings: office });
    choose('agency.json', { version: 2, sync: { minutes: 5, days: 30 }, recordings: { listen: false } });
    const rows = within(await screen.findByRole('table'))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Synchronisation: Every … minutes', '15', '5'],
      ['Recordings: Listening and downloading', keeping.yes, keeping.no],
    ]);
    expect(background.saved().settings).toEqual(office);
    fireEvent.click(screen.getByRole('button', { name: 'Change these 2 settings' }));
    await screen.findByText(keeping.file.done);
    expect(background.saved().settings).toEqual({
      ...office,
      sync: { minutes: 5, days: 30 },
      recordings: { ...office.recordings, listen: false },
    });
  });

  it('of another kind is refused by its name', async () => {
    const background = await open({ settings: office });
    choose('invoice.pdf', '%PDF-1.7');
    await screen.findByText('“invoice.pdf” is no file of settings: it cannot be read. Nothing was changed.');
    expect(background.questions('options.save')).toBe(0);
  });

  it('that only the administrator could follow offers nothing to change', async () => {
    await open({ settings: office, origin: { locked: ['sync.minutes'] } });
    choose('agency.json', { version: 2, sync: { minutes: 5 } });
    await screen.findByText(keeping.file.stays);
    expect(screen.queryByRole('button', { name: /^Change (?:it|these)/ })).toBeNull();
  });

  it('that is saved names no secret', async () => {
    const background = await open({ settings: office, password: 'hush', key: 'hush' });
    fireEvent.click(screen.getByRole('button', { name: keeping.file.save }));
    const [file] = background.files;
    expect(JSON.parse(file?.text ?? '')).toMatchObject({ ...office, version: 2 });
    expect(file?.text).not.toContain('hush');
  });
});

describe('what an administrator set', () => {
  it('cannot be typed into, and says who set it', async () => {
    await open({
      settings: office,
      origin: { locked: ['sync.minutes', 'ucm.https'], ucmPassword: true },
      password: 'x',
    });
    const minutes = screen.getByLabelText(texts.sync.minutes);
    expect(minutes).toHaveProperty('disabled', true);
    expect(document.getElementById(minutes.getAttribute('aria-describedby') ?? '')?.textContent).toBe(keeping.locked);
    expect(screen.getByLabelText(texts.ucm.https)).toHaveProperty('disabled', true);
    expect(document.querySelector('#ucm-secret')).toHaveProperty('disabled', true);
    expect(screen.getByLabelText(texts.sync.days), 'not locked').toHaveProperty('disabled', false);
  });

  it('may be every setting there is: no field of one is left open, and each says who set it', async () => {
    await open({
      settings: {
        ...office,
        // so that the fields which only some choices show are there
        recordings: { ...office.recordings, keepDays: 5 },
        unknown: { ...office.unknown, mode: 'automatic', hours: 'working' },
        notices: { missed: 'working', trouble: true },
      },
      origin: { locked: [...settingPaths], ucmPassword: true },
      password: 'x',
    });
    const controls = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')];
    expect(controls.length).toBeGreaterThan(settingPaths.length - 2);
    const openOnes = controls.filter((control) => !control.disabled).map((control) => control.id || control.type);
    // a person's own key, two searches, and the file, of which locked values are left out
    expect(openOnes).toEqual(['dolibarr-secret', 'file', 'number-data', 'why-number']);
    const silent = controls.filter((control) => {
      const by = control.getAttribute('aria-describedby')?.split(' ') ?? [];
      return control.disabled && !by.some((id) => document.getElementById(id)?.textContent === keeping.locked);
    });
    expect(silent.map((control) => control.id || control.outerHTML)).toEqual([]);
  });

  it('and cannot be used is named', async () => {
    await open({ settings: office, origin: { refusedPolicy: ['sync.dyas'] } });
    expect(document.querySelector('main')?.textContent).toContain('lock nothing: sync.dyas.');
  });
});

it('a kept value that cannot be used is shown with its old value until it is forgotten', async () => {
  await open({ settings: office, origin: { refused: [{ path: 'sync.days', value: '<b>-5</b>' }] } });
  await screen.findByText('Synchronisation: History (days): <b>-5</b>');
  fireEvent.click(screen.getByRole('button', { name: keeping.refusedForget }));
  await expect.poll(() => screen.queryByText(keeping.refusedTitle)).toBeNull();
});
