import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../lib/errors';
import { claire, garage, idle, now } from './garage';
import { showPanel } from './show-panel';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const names = (asked: { name: string }[]): string[] => asked.map((one) => one.name);

describe('the panel of a card with calls', () => {
  it('tells the figures and how fresh they are', async () => {
    showPanel();
    await screen.findByRole('heading', { name: 'Appels (5)' });
    expect(screen.getByText(/Synchronisé il y a 4 minutes/)).toBeTruthy();
    expect(screen.getByText('2 répondus')).toBeTruthy();
    expect(screen.getByText(/^6\s?min 24\s?s$/)).toBeTruthy();
    expect(button('1 non rappelé')).toBeTruthy();
  });

  it('ages without being asked again', async () => {
    const { now: clock, asked } = showPanel();
    await screen.findByText(/Synchronisé il y a 4 minutes/);
    clock.value = now + 600;
    await screen.findByText(/Synchronisé il y a 14 minutes/);
    expect(asked).toHaveLength(1);
  });

  it('reads anew when the background knows something new', async () => {
    const { card, changed } = showPanel();
    await screen.findByText('Appels', { selector: 'h2' });
    const newest = card.calls[0];
    card.calls = [...(newest ? [{ ...newest, key: 'new', start: now - 5 }] : []), ...card.calls];
    changed.value++;
    await waitFor(() => expect(screen.getByRole('heading', { name: /Appels/ }).textContent).toBe('Appels (6)'));
  });

  it('starts a synchronisation and says that it runs', async () => {
    const { asked } = showPanel();
    fireEvent.click(await screen.findByRole('button', { name: 'Synchroniser maintenant' }));
    await screen.findByText('Synchronisation en cours…');
    expect(names(asked)).toContain('card.sync');
  });

  it('shows a notice with its age when the UCM is away, and the calls that are known', async () => {
    const error = { code: 'ucm-unreachable', detail: { host: '192.0.2.10:8089' } } as const;
    showPanel({ sync: { ...idle, lastSuccess: now - 7200, error } });
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('Le standard téléphonique 192.0.2.10:8089 est injoignable.');
    expect(notice.textContent).toContain('La liste montre ce qui était connu il y a 2 heures.');
    expect(notice.textContent).not.toContain('()');
    expect(screen.getAllByRole('row').length).toBe(6);
  });

  it('sends to the options for what only they can mend', async () => {
    const error = { code: 'dolibarr-key', detail: {} } as const;
    const { asked } = showPanel({ sync: { ...idle, directory: { ...idle.directory, error } } });
    await screen.findByText('Dolibarr n’accepte pas la clé API.');
    fireEvent.click(screen.getAllByRole('button', { name: 'Ouvrir les options' }).at(-1) ?? document.body);
    await waitFor(() => expect(names(asked)).toContain('card.options'));
  });

  it('names the stretch of the history that is not known', async () => {
    const from = Math.floor(new Date(2026, 10, 3, 8, 0).getTime() / 1000);
    showPanel({ sync: { ...idle, gaps: [{ from, until: from + 3600 }] } });
    await screen.findByText(/Appels pas encore connus, 03\/11\/2026 08:00 – 09:00 : pas encore demandé/);
  });

  it('asks for a reload once the extension was updated under the page', async () => {
    const { stale } = showPanel();
    await screen.findByText(/Synchronisé/);
    stale.value = true;
    await screen.findByText(/L’extension a été mise à jour/);
    expect(button('Recharger la page')).toBeTruthy();
  });
});

describe('the panel of a card without calls', () => {
  it('says that nothing is set up, and leads to the options', async () => {
    const { asked } = showPanel({ calls: [], sync: { ...idle, phase: 'not-set-up', lastSuccess: 0 } });
    await screen.findByText('Les appels ne sont pas encore configurés dans ce navigateur');
    expect(screen.queryByRole('button', { name: 'Synchroniser maintenant' })).toBeNull();
    fireEvent.click(screen.getAllByRole('button', { name: 'Options' }).at(-1) ?? document.body);
    await waitFor(() => expect(names(asked)).toContain('card.options'));
  });

  it('offers to synchronise when that was never done', async () => {
    const { asked } = showPanel({ calls: [], sync: { ...idle, phase: 'never', lastSuccess: 0 } });
    await screen.findByText('Les appels n’ont pas encore été lus');
    fireEvent.click(screen.getAllByRole('button', { name: 'Synchroniser maintenant' }).at(-1) ?? document.body);
    await waitFor(() => expect(names(asked)).toContain('card.sync'));
  });

  it('says only what stands in the way when the site access is missing', async () => {
    const error = { code: 'no-site-access', detail: { host: '192.0.2.10' } } as const;
    showPanel({ calls: [], sync: { ...idle, phase: 'stopped', lastSuccess: 0, error } });
    await screen.findByText('Le navigateur ne permet pas à l’extension d’accéder à 192.0.2.10.');
    expect(screen.queryByText('Les appels n’ont pas encore été lus')).toBeNull();
  });

  it('shows the progress of the first reading', async () => {
    const progress = { part: 'calls', from: now - 9 * 86_400, done: 0.42 } as const;
    showPanel({ calls: [], sync: { ...idle, phase: 'running', lastSuccess: 0, progress } });
    const bar = await screen.findByRole('progressbar');
    expect(bar.getAttribute('aria-valuenow')).toBe('42');
    expect(screen.getByText('Lecture des appels, en remontant jusqu’au 14/11/2026')).toBeTruthy();
  });

  it('says that the card has no number', async () => {
    showPanel({ calls: [], numbers: [] });
    await screen.findByText('Aucun numéro de téléphone sur cette fiche');
  });

  it('says that the card is too new to be known', async () => {
    showPanel({ calls: [], numbers: [], party: undefined });
    await screen.findByText('L’extension ne connaît pas encore cette fiche');
  });

  it('lists the numbers that were looked for, and why the others were not', async () => {
    showPanel({
      calls: [],
      numbers: [
        { field: 'phone', stored: '01 99 00 45 67', owner: garage, usable: 'yes' },
        { field: 'fax', stored: '0199', owner: garage, usable: 'unreadable' },
        { field: 'phone_pro', stored: '203', owner: claire, usable: 'internal' },
      ],
    });
    await screen.findByText('Aucun appel pour cette fiche');
    const rows = screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows.slice(1)).toEqual([
      ['01 99 00 45 67', 'Téléphone', 'Garage Lefèvre', 'recherché, aucun appel'],
      ['0199', 'Fax', 'Garage Lefèvre', 'non recherché\u00a0: ce n’est pas un numéro de téléphone complet'],
      ['203', 'Tél. pro.', 'Claire Morel (Garage Lefèvre)', 'non recherché\u00a0: poste interne'],
    ]);
  });
});

describe('the panel that waits or fails', () => {
  it('draws grey lines only when the answer takes its time', async () => {
    vi.useFakeTimers();
    showPanel({ held: [] });
    await vi.advanceTimersByTimeAsync(140);
    expect(screen.queryByRole('status', { name: 'Lecture des appels…' })).toBeNull();
    await vi.advanceTimersByTimeAsync(20);
    expect(screen.getByRole('status', { name: 'Lecture des appels…' })).toBeTruthy();
  });

  it('says what failed and tries again', async () => {
    const { card } = showPanel({ failing: { 'card.calls': new AppError('store-broken') } });
    await screen.findByText('Ce qui est gardé dans ce navigateur ne peut pas être ouvert.');
    card.failing = {};
    fireEvent.click(button('Réessayer'));
    await waitFor(() => expect(screen.getAllByRole('row').length).toBe(6));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
