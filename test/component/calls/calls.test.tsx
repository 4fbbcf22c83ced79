import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Calls } from '../../../components/calls/Calls';
import { createCallsWords } from '../../../components/calls/calls-words';
import { shortDay } from '../../../components/calls/day-words';
import type { CallsShell } from '../../../components/calls/shell';
import type { JournalFilter, JournalLine } from '../../../lib/questions/journal';
import type { Ask, SyncState } from '../../../lib/questions/questions';
import * as en from '../../../lib/text/en';
import { pageTexts } from '../page-texts';

afterEach(cleanup);

/** 23 November 2026, 14:00 in the browser's zone */
const now = new Date(2026, 10, 23, 14, 0).getTime() / 1000;

function lineOf(key: string): JournalLine {
  return {
    key,
    start: now - 3600,
    direction: 'in',
    type: 'direct',
    outcome: 'answered',
    number: '01 99 00 12 34',
    rawNumber: '0199001234',
    name: '',
    extension: '201',
    trunk: '',
    through: '',
    ring: 7,
    talk: 60,
    recordings: 0,
    open: false,
    noted: false,
    strength: undefined,
    parties: [],
  };
}

const noCalls = {
  ...{ calls: 0, answered: 0, missed: 0, open: 0, talk: 0, answeredIn: 0, waited: 0, backAfter: 0 },
  ...{ days: [], heat: [], groups: [], groupCount: 0, ungrouped: 0 },
};

interface Opened {
  sync?: Partial<SyncState>;
  /** the address is heard of only when `follow` is called */
  late?: boolean;
  /** calls of the days before, in the statistics */
  earlier?: number;
  /** the journal's, newest first */
  lines?: JournalLine[];
}

function open(address: string, { sync = {}, late = false, lines = [], earlier = 0 }: Opened = {}) {
  let current = address;
  let heard = (): void => undefined;
  const went: [string, boolean][] = [];
  const filters: JournalFilter[] = [];
  const wishes: unknown[] = [];
  const figures = { calls: lines.length, answered: 0, talk: 0, last: 0, missed: 0, open: 0 };
  const ask: Ask = async (name, asked) => {
    if (name === 'own.journal') {
      filters.push((asked as { filter: JournalFilter }).filter); // the contract's question of this name
      return { all: 12, figures, lines } as never; // the contract's answer to this name
    }
    if (name === 'own.journalLook') return { columns: ['number'], views: [] } as never; // the contract's answer to this name
    if (name === 'own.recent') return { lines: [], missed: 0 } as never; // the contract's answer to this name
    if (name === 'own.overview') return { all: 12, recent: lines } as never; // the contract's answer to this name
    if (name === 'own.missed') {
      wishes.push(asked);
      const call = { ...lineOf('9-a'), number: '06 39 98 12 34', outcome: 'voicemail' };
      const open = { call, attempts: 2, first: now - 7200, tried: [], shareable: false };
      return { open: 3, later: 1, closed: 0, lines: [open] } as never; // the contract's answer to this name
    }
    if (name === 'own.statistics') return { ...noCalls, before: { ...noCalls, calls: earlier } } as never; // the contract's answer to this name
    if (name === 'own.call') return undefined as never; // the contract's answer to this name
    const state = { phase: 'idle', lastRun: now, lastSuccess: now, nextRun: 0, newCalls: 0, calls: 12, setAside: {} };
    const directory = { parties: 1, lastRun: now };
    return { ...state, gaps: [], directory, language: 'auto', ...sync } as never; // the contract's answer to own.state
  };
  const shell: CallsShell = {
    ask,
    playing: {
      send: async () => undefined,
      read: async () => undefined,
      find: async () => undefined,
      download: async () => undefined,
      onPlaying: () => () => undefined,
      now: () => now * 1000,
    },
    ...pageTexts('fr-FR'),
    openOptions: () => undefined,
    notes: () => {
      throw new Error('no call is opened here');
    },
    onChanged: () => () => undefined,
    copy: async () => undefined,
    now: () => now,
    address: () => current,
    goTo(next, replace) {
      went.push([next, replace]);
      current = next;
      if (!late) heard();
    },
    onAddress(told) {
      heard = told;
      return () => undefined;
    },
  };
  render(<Calls shell={shell} />);
  const follow = (to = current): void => {
    current = to;
    heard();
  };
  return { went, filters, wishes, follow };
}

it('asks for what the address says, yesterday by the calendar', async () => {
  const { filters } = open('#/journal?period=yesterday&direction=in&matched=no&recorded=yes&noted=yes&talk=30-299');
  await screen.findByText('Aucun appel ne correspond à ces filtres');
  const from = new Date(2026, 10, 22).getTime() / 1000;
  const until = new Date(2026, 10, 23).getTime() / 1000;
  expect(filters.at(-1)).toEqual({
    direction: 'in',
    from,
    until,
    matched: false,
    recorded: true,
    noted: true,
    talk: { from: 30, until: 299 },
  });
});

it('puts each filter into the address: a choice is a step back, typing is none', async () => {
  const { went, filters } = open('#/journal');
  fireEvent.change(await screen.findByLabelText('Sens'), { target: { value: 'out' } });
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'lef' } });
  expect(went).toEqual([
    ['#/journal?direction=out', false],
    ['#/journal?direction=out&text=lef', true],
  ]);
  await waitFor(() => expect(filters.at(-1)).toEqual({ direction: 'out', text: 'lef' }));
});

it('takes no letter away that was typed before the address followed', async () => {
  const { follow } = open('#/journal', { late: true });
  const search = await screen.findByRole<HTMLInputElement>('searchbox');
  fireEvent.input(search, { target: { value: 'le' } });
  follow();
  fireEvent.input(search, { target: { value: 'lef' } });
  follow('#/journal?text=le');
  await waitFor(() => expect(document.querySelector('.journal-filters button')).not.toBeNull());
  expect(search.value).toBe('lef');
});

it('before the set-up says so and leads to the options', async () => {
  open('#/journal', { sync: { phase: 'not-set-up', calls: 0 } });
  await screen.findByText('Les appels ne sont pas encore configurés dans ce navigateur');
  expect(screen.queryByRole('searchbox')).toBeNull();
});

it('a call that is no longer kept is said to be gone', async () => {
  open('#/call/1795435200-a1');
  await screen.findByRole('heading', { name: 'Appel' });
  await waitFor(() => expect(document.querySelector('.empty')).not.toBeNull());
});

it('the arrows go on from the line that has the focus, also when the filter changed meanwhile', async () => {
  const lines = Array.from({ length: 9 }, (_, i) => lineOf(`${i}-a`));
  const { follow } = open('#/journal', { lines });
  const lineAt = (index: number) => document.querySelector<HTMLElement>(`[data-line="${index}"]`);
  await waitFor(() => expect(lineAt(0)).not.toBeNull());
  const arrow = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
  lineAt(0)?.focus();
  arrow();
  await waitFor(() => expect(document.activeElement).toBe(lineAt(1)));
  follow('#/journal?direction=in');
  await waitFor(() => expect(lineAt(0)?.tabIndex).toBe(0));
  arrow();
  await waitFor(() => expect(document.activeElement).toBe(lineAt(2)));
});

it('the overview has whom to call back as the view of missed calls has them, and says from when on all is known', async () => {
  const knownFrom = new Date(2026, 9, 24, 14, 0).getTime() / 1000;
  const { wishes } = open('#/', { sync: { knownFrom } });
  const waiting = await screen.findByRole('region', { name: '3 appels manqués à rappeler' });
  expect(waiting.textContent).toContain('06 39 98 12 34');
  expect(within(waiting).getByRole('link', { name: 'Voir les 3' }).getAttribute('href')).toBe('#/missed?whose=ours');
  const from = new Date(2026, 9, 25).getTime() / 1000;
  expect(wishes).toEqual([{ state: 'open', whose: 'ours', from, offset: 0, limit: 8 }]);
  screen.getByText('Tous les appels depuis le 24/10/2026 14:00 sont connus.');
});

it('figures of days that were never read are said to be incomplete, and nothing is compared with them', async () => {
  const knownFrom = new Date(2026, 9, 24, 14, 0).getTime() / 1000;
  open('#/statistics?period=30d', { sync: { knownFrom }, earlier: 2 });
  await screen.findByText(/Les appels d’avant le 24\/10\/2026 14:00 ne sont pas connus/);
  const change = () => [...document.querySelectorAll('[data-figure="calls"] td')].at(-1)?.textContent;
  expect(change()).toBe('–');
  // two calls that were read, and nobody knows how many were answered
  const before = (figure: string) => document.querySelectorAll(`[data-figure="${figure}"] td`)[1]?.textContent;
  expect([before('calls'), before('answered')]).toEqual(['2', '–']);
  cleanup();
  open('#/statistics?period=7d', { sync: { knownFrom }, earlier: 2 });
  await waitFor(() => expect(change()?.replace(/\s/g, ' ')).toBe('-100 %'));
  expect(before('answered')).toBe('0');
  expect(screen.queryByText(/ne sont pas connus/)).toBeNull();
});

it('a date under a bar is written as all dates of the page are', () => {
  const day = { first: '2026-11-05', last: '2026-11-05' };
  expect(shortDay(day, 'day', createCallsWords(en, ['en-GB']).locale)).toBe('05/11');
  expect(shortDay(day, 'day', createCallsWords(en, ['en-US']).locale)).toBe('11/05');
});
