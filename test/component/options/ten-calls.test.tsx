import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import type { Answered } from '../../../lib/questions/questions';
import type { NumberWhy } from '../../../lib/questions/why-number';
import { createFakeBackground, now, office } from './fake-background';

afterEach(cleanup);

type TenCall = Answered<'options.tenCalls'>['lines'][number];

const call = (why: Partial<NumberWhy>, part: Partial<TenCall>): TenCall => ({
  ...{ key: `${now}-a`, start: now - 600, direction: 'in', outcome: 'answered', number: '06 39 98 12 34', name: '' },
  ...{ extension: '203', talk: 60, open: false, parties: [], card: '' },
  why: { kind: 'outside', number: '', e164: '', reasons: [], ...why },
  ...part,
});

const paul = { kind: 'contact' as const, id: 7, name: 'Paul Lefèvre', company: 'Garage Lefèvre' };
const flowers = { kind: 'thirdparty' as const, id: 2, name: 'Fleurs Delvaux', company: '' };
const reason = { strength: 'exact' as const, party: paul, field: 'phone_mobile', stored: '+33639981234' };

it('after the first calls it is said whose numbers they are and why, so that a wrong country is seen', async () => {
  const ten = [
    call(
      { reasons: [reason] },
      { key: '1-a', parties: [paul, flowers], card: 'https://erp.example.com/contact/card.php?id=7#calls' },
    ),
    call({ nobody: 'nobody' }, { key: '2-a', number: '01 99 00 47 12' }),
    call({ nobody: 'hidden' }, { key: '3-a', number: '' }),
    call({ nobody: 'unread' }, { key: '4-a', number: '987654321098' }),
    call(
      { nobody: 'otherwise', reasons: [{ ...reason, party: flowers, field: 'phone', stored: '+32 1 99 00 56 78' }] },
      { key: '5-a', number: '01 99 00 56 78' },
    ),
  ];
  const directory = { parties: 20, lastRun: now };
  const story = {
    ...{ settings: office, password: 'p', key: 'k', ten },
    sync: { phase: 'idle', calls: 3, directory } as const,
  };
  render(<Options shell={createFakeBackground(story).shell} />);
  const section = within(await screen.findByRole('region', { name: /Synchronisation/ }));
  const rows = await section.findAllByRole('row');
  const cells = rows.slice(1).map((row) => [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent));
  expect(cells).toEqual([
    ['06 39 98 12 34', 'Paul Lefèvre (Garage Lefèvre), Fleurs DelvauxIn the field “Mobile”: +33639981234.'],
    ['01 99 00 47 12', 'nobodyNobody in Dolibarr has this number, in whatever notation.'],
    ['Hidden number', 'nobodyThe caller hides the number, so that it can be nobody’s.'],
    ['987654321098', expect.stringMatching(/^nobodyNot a number of France as it is written/)],
    [
      '01 99 00 56 78',
      expect.stringMatching(/^nobodyEnds like \+32 1 99 00 56 78, in the field “Phone” of Fleurs Delvaux, but begins/),
    ],
  ]);
  const card = section.getByRole('link', { name: 'Paul Lefèvre (Garage Lefèvre)' });
  expect(card.getAttribute('href')).toBe('https://erp.example.com/contact/card.php?id=7#calls');
});
