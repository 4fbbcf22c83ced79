import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noFilter } from '../../../components/panel/filter';
import { readFragment, writeFragment } from '../../../components/panel/fragment';
import { now } from './garage';
import { showPanel } from './show-panel';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const choose = (label: string, value: string): void => {
  fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value } });
};
const title = (): string | null => screen.getByRole('heading', { name: /Appels/ }).textContent;
const lines = (): HTMLElement[] => screen.queryAllByRole('row').filter((row) => row.dataset['line'] !== undefined);
const at = (...parts: [number, number, number]): number => new Date(...parts).getTime() / 1000;

describe('the filters', () => {
  it.each([
    ['Sens', 'out', { direction: 'out' }, 1],
    ['Résultat', 'missed', { outcome: 'missed' }, 1],
    ['Résultat', 'open', { open: true }, 1],
    ['Type', 'ivr', { type: 'ivr' }, 1],
    ['Date', 'today', { from: at(2026, 10, 23) }, 2],
    ['Date', '7d', { from: at(2026, 10, 17) }, 4],
    ['Date', '30d', { from: at(2026, 9, 25) }, 4],
    ['Date', '12m', { from: at(2025, 10, 23) }, 5],
  ])('%s %s asks for %j; count and list agree', async (label, value, filter, count) => {
    const { asked } = showPanel();
    await screen.findByRole('treegrid');
    choose(label, value);
    await waitFor(() => expect(title()).toBe(`Appels (${count} sur 5)`));
    expect(asked.at(-1)?.input['filter']).toEqual(filter);
    expect(lines().length).toBe(count);
  });

  it('takes both days of a range whole', async () => {
    const { asked } = showPanel();
    await screen.findByRole('treegrid');
    choose('Date', 'range');
    fireEvent.change(await screen.findByLabelText('du'), { target: { value: '2026-11-18' } });
    fireEvent.change(screen.getByLabelText('au'), { target: { value: '2026-11-22' } });
    await waitFor(() => expect(title()).toBe('Appels (2 sur 5)'));
    expect(asked.at(-1)?.input['filter']).toEqual({ from: at(2026, 10, 18), until: at(2026, 10, 23) });
  });

  it('asks for a text once the typing pauses', async () => {
    vi.useFakeTimers();
    const { asked } = showPanel();
    await vi.advanceTimersByTimeAsync(0);
    const field = screen.getByRole('searchbox');
    for (const value of ['L', 'LE', 'LEF']) {
      fireEvent.input(field, { target: { value } });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60);
    expect(asked).toHaveLength(2);
    expect(asked.at(-1)?.input['filter']).toEqual({ text: 'LEF' });
    expect(title()).toBe('Appels (1 sur 5)');
  });

  it('drops the answer of a filter that has been changed meanwhile', async () => {
    const { card } = showPanel();
    await screen.findByRole('treegrid');
    const held: (() => void)[] = [];
    card.held = held;
    choose('Sens', 'out');
    await waitFor(() => expect(held).toHaveLength(1));
    choose('Sens', 'in');
    await waitFor(() => expect(held).toHaveLength(2));
    held[1]?.();
    await waitFor(() => expect(title()).toBe('Appels (4 sur 5)'));
    held[0]?.();
    // a turn of the event loop: whatever the old answer sets off has happened after it
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(lines().length).toBe(4);
    expect(title()).toBe('Appels (4 sur 5)');
  });

  it('says that nothing fits, and takes all filters away', async () => {
    const { filter } = showPanel({}, { outcome: 'busy', text: '203' });
    await screen.findByText('Aucun appel ne correspond à ces filtres');
    fireEvent.click(screen.getAllByRole('button', { name: 'Supprimer les filtres' }).at(-1) ?? document.body);
    await waitFor(() => expect(title()).toBe('Appels (5)'));
    expect(filter.value).toEqual(noFilter);
  });

  it('shows those that nobody called back for from the figure, and all again', async () => {
    showPanel();
    fireEvent.click(await screen.findByRole('button', { name: '1 non rappelé' }));
    await waitFor(() => expect(title()).toBe('Appels (1 sur 5)'));
    fireEvent.click(screen.getByRole('button', { name: '1 non rappelé', pressed: true }));
    await waitFor(() => expect(title()).toBe('Appels (5)'));
  });

  it('opens with the filters of a link', async () => {
    const { asked } = showPanel({}, readFragment('#calls?direction=in&outcome=missed&period=30d'));
    await screen.findByRole('treegrid');
    expect(asked[0]?.input['filter']).toEqual({ direction: 'in', outcome: 'missed', from: at(2026, 9, 25) });
    expect(now).toBeGreaterThan(at(2026, 9, 25));
  });
});

describe('the link to a filtered list', () => {
  it('says the same filters again', () => {
    const filter = {
      ...noFilter,
      direction: 'in',
      outcome: 'open',
      period: 'range',
      from: '2026-11-01',
      text: 'Lefèvre & fils',
    } as const;
    expect(readFragment(writeFragment(filter))).toEqual(filter);
  });

  it('is plain without filters', () => {
    expect(writeFragment(noFilter)).toBe('#calls');
    expect(readFragment('#calls')).toEqual(noFilter);
  });

  it('leaves out what nobody can mean', () => {
    expect(readFragment('#calls?direction=up&type=<b>&period=9y&from=yesterday&evil=1')).toEqual(noFilter);
  });
});
