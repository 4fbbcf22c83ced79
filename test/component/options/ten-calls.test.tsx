import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import type { RecentLine } from '../../../lib/questions/questions';
import { createFakeBackground, now, office } from './fake-background';

afterEach(cleanup);

const call = (part: Partial<RecentLine>): RecentLine => ({
  ...{ key: `${now}-a`, start: now - 600, direction: 'in', outcome: 'answered', number: '06 39 98 12 34', name: '' },
  ...{ extension: '203', talk: 60, open: false, parties: [], card: '' },
  ...part,
});

it('after the first calls it is said whose numbers they are, so that a wrong country is seen', async () => {
  const garage = { kind: 'contact' as const, id: 7, name: 'Paul Lefèvre', company: 'Garage Lefèvre' };
  const recent = [
    call({ key: '1-a', parties: [garage] }),
    call({ key: '2-a', number: '01 99 00 47 12' }),
    call({ key: '3-a', number: '' }),
  ];
  const story = { settings: office, password: 'p', key: 'k', recent, sync: { phase: 'idle', calls: 3 } as const };
  render(<Options shell={createFakeBackground(story).shell} />);
  const section = within(await screen.findByRole('region', { name: /Synchronisation/ }));
  const rows = await section.findAllByRole('row');
  expect(rows.slice(1).map((row) => [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent))).toEqual([
    ['06 39 98 12 34', 'Paul Lefèvre (Garage Lefèvre)'],
    ['01 99 00 47 12', 'nobody in Dolibarr has this number'],
    ['Hidden number', ''],
  ]);
});
