import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import type { LogEntry } from '../../../lib/log';
import type { NumberAsked, WaitingNote } from '../../../lib/questions/why-number';
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

const garage = { kind: 'thirdparty' as const, id: 1, name: 'Garage Lefèvre', company: '' };

function fact(section: HTMLElement, name: string): string | null | undefined {
  return within(section).getByText(name, { selector: 'dt' }).nextElementSibling?.textContent;
}

it('of a number it is told how it is read, whose it is and why, and its calls; of one that is nobody’s why not', async () => {
  const numbers: Record<string, NumberAsked> = {
    '0199001234': {
      ...{ kind: 'outside', number: '01 99 00 12 34', e164: '+33199001234', calls: 3, from: now - 90_000, until: now },
      reasons: [{ strength: 'exact', party: garage, field: 'phone', stored: '01 99 00 12 34' }],
    },
    '0639981234': {
      ...{ kind: 'outside', number: '06 39 98 12 34', e164: '+33639981234', calls: 0, from: 0, until: 0 },
      ...{ reasons: [], nobody: 'nobody', leftAside: 'few' },
    },
    '203': {
      kind: 'extension',
      number: '203',
      e164: '',
      calls: 0,
      from: 0,
      until: 0,
      reasons: [],
      nobody: 'extension',
    },
  };
  const directory = { parties: 20, lastRun: now };
  render(<Options shell={createFakeBackground({ settings: office, numbers, sync: { directory } }).shell} />);
  const section = await screen.findByRole('region', { name: 'Diagnostics' });
  const ask = async (number: string) => {
    fireEvent.input(within(section).getByLabelText('Number, as the call or the card has it'), {
      target: { value: number },
    });
    fireEvent.click(within(section).getByRole('button', { name: 'Look' }));
    await waitFor(() => expect(within(section).queryByText('Looking…')).toBeNull());
  };
  await ask(' 0199001234 ');
  expect(fact(section, 'Read as')).toBe('01 99 00 12 34 (+33199001234), a number from outside');
  expect(fact(section, 'Whose')).toBe('Garage LefèvreIn the field “Phone”: 01 99 00 12 34.');
  expect(fact(section, 'Calls')).toBe('3, from 22/11/2026 to 23/11/2026');
  await ask('0639981234');
  expect(fact(section, 'Whose')).toBe('nobodyNobody in Dolibarr has this number, in whatever notation.');
  expect(fact(section, 'Calls')).toBe('none is kept');
  expect(fact(section, 'Rules for unknown numbers')).toBe('Too few calls so far.');
  await ask('203');
  expect(fact(section, 'Read as')).toBe('203, an extension of your own system');
  expect(within(section).queryByText('Calls', { selector: 'dt' })).toBeNull();
});

it('a note that waits is told with its reason and since when, on the page and in the file, without what it says', async () => {
  const waiting: WaitingNote[] = [
    {
      ...{ call: now - 7200, since: now - 3600, fails: 4, next: now + 1800 },
      error: { code: 'dolibarr-right', detail: { subject: 'agenda, 01 99 00 47 12' } },
    },
    { call: now - 600, since: now - 300, fails: 0 },
  ];
  const background = createFakeBackground({ settings: office, waiting });
  render(<Options shell={background.shell} />);
  const rows = within(await screen.findByRole('table', { name: 'Notes that are not in Dolibarr yet' })).getAllByRole(
    'row',
  );
  const cells = rows.slice(1).map((row) => [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent));
  expect(cells).toEqual([
    ['1 hour ago', expect.stringMatching(/ 4 tries\. Tried again in 30 minutes\.$/)],
    ['5 minutes ago', expect.stringContaining('another Dolibarr user')],
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Save as a file for support' }));
  await waitFor(() => expect(background.files).toHaveLength(1));
  expect(JSON.parse(background.files[0]?.text ?? '').waitingNotes).toEqual([
    {
      ...{ call: '2026-11-23T12:00:00.000Z', since: '2026-11-23T13:00:00.000Z', next: '2026-11-23T14:30:00.000Z' },
      ...{ fails: 4, error: { code: 'dolibarr-right', detail: { subject: 'agenda, …12' } } },
    },
    { call: '2026-11-23T13:50:00.000Z', since: '2026-11-23T13:55:00.000Z', fails: 0 },
  ]);
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
