import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import type { LogEntry } from '../../../lib/log';
import { createFakeBackground, now, office } from './fake-background';

afterEach(cleanup);

const minute = 60_000;
const noon = (now - 7200) * 1000;
const calls = (entry: Partial<LogEntry>): LogEntry => ({
  what: 'calls',
  first: noon,
  last: noon,
  times: 1,
  facts: {},
  ...entry,
});

const log = [
  calls({ facts: { newCalls: 3, setAside: 1 } }),
  calls({ first: noon + 15 * minute, last: noon + 90 * minute, times: 6, facts: { newCalls: 0, setAside: 0 } }),
  calls({
    first: noon + 105 * minute,
    last: noon + 105 * minute,
    error: { code: 'ucm-refused', detail: { host: '192.168.1.10:8089' } },
  }),
];

it('tells the newest first, what came alike in one line, and a failure in words', async () => {
  const background = createFakeBackground({ settings: office, password: 'p', key: 'k', log });
  render(<Options shell={background.shell} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Show what was done' }));
  const rows = within(await screen.findByRole('table', { name: 'Diagnostics' })).getAllByRole('row');
  expect(rows.slice(1).map((row) => row.lastElementChild?.textContent)).toEqual([
    expect.stringContaining('Nothing answers at 192.168.1.10:8089'),
    expect.stringMatching(/^0 new calls6 times since /),
    '3 new calls, 1 row set aside',
  ]);
});

it('says so when nothing has been done yet', async () => {
  render(<Options shell={createFakeBackground({ settings: office }).shell} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Show what was done' }));
  await screen.findByText('Nothing has been done yet.');
});

it('the file for support holds settings, state and log, and of our own numbers the last two digits', async () => {
  const own = { ...office, numbers: { ...office.numbers, own: ['01 99 00 47 00'] } };
  const background = createFakeBackground({ settings: own, password: 'sesame', key: 'open', log });
  render(<Options shell={background.shell} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Save as a file for support' }));
  await waitFor(() => expect(background.files).toHaveLength(1));
  const [file] = background.files;
  expect(file?.name).toBe('calls-for-dolibarr 2026-11-23T14.00.json');
  const told = JSON.parse(file?.text ?? '');
  expect(told).toMatchObject({
    version: '0.1.0',
    settings: { ucm: { host: '192.168.1.10' }, numbers: { own: ['…00'] } },
  });
  expect(told.log).toHaveLength(3);
  expect(told.log[2]).toMatchObject({ last: '2026-11-23T13:45:00.000Z', error: { code: 'ucm-refused' } });
  expect(file?.text).not.toMatch(/sesame|open"|99 00/);
});

it('a sample of the call history is a file of its own; when the UCM cannot be asked it is said', async () => {
  const background = createFakeBackground({ settings: office, password: 'p', key: 'k' });
  const { unmount } = render(<Options shell={background.shell} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Save a sample of the call history' }));
  await waitFor(() => expect(background.files).toMatchObject([{ name: 'ucm-sample 2026-11-23.json' }]));
  unmount();
  render(<Options shell={createFakeBackground({ settings: office }).shell} />);
  const section = await screen.findByRole('region', { name: 'Diagnostics' });
  fireEvent.click(within(section).getByRole('button', { name: 'Save a sample of the call history' }));
  expect((await within(section).findByRole('alert')).textContent).not.toBe('');
});
