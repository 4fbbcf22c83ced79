import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors';
import { garageCalls } from './garage';
import { showPanel } from './show-panel';

afterEach(cleanup);

/** The rows of calls, without the titles and what is opened. */
const lines = (): HTMLElement[] => screen.getAllByRole('row').filter((row) => row.dataset['line'] !== undefined);
const cells = (row: HTMLElement | undefined): string[] =>
  [...(row?.children ?? [])].map(
    (cell) => [...cell.children].map((part) => part.textContent).join(' ') || cell.textContent,
  );
const key = (name: string): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
};
const focused = (): string | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset['line'] : undefined;

async function shownList(part: Parameters<typeof showPanel>[0] = {}) {
  const shown = showPanel(part);
  await screen.findByRole('treegrid');
  return shown;
}

describe('the list of calls', () => {
  it('shows one line a call, newest first', async () => {
    await shownList();
    expect(lines().map((row) => cells(row)[2]?.trim())).toEqual([
      '06 39 98 12 34',
      '06 39 98 12 34 LEFEVRE PAUL',
      '01 99 00 45 68probable',
      '01 99 00 45 67',
      'Numéro masqué',
    ]);
    expect(cells(lines()[0])[0]).toContain('aujourd’hui 14:05');
    expect(cells(lines()[2])[0]).toContain('hier');
    expect(cells(lines()[3])[0]).toContain('18/11/2026');
  });

  it('says of each cell which of the nine columns it is, whichever a narrow window hides', async () => {
    await shownList();
    const numbers = (row: HTMLElement | undefined) =>
      [...(row?.children ?? [])].map((cell) => cell.getAttribute('aria-colindex'));
    const nine = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
    expect(screen.getByRole('treegrid').getAttribute('aria-colcount')).toBe('9');
    expect(numbers(screen.getAllByRole('row')[0])).toEqual(nine);
    for (const row of lines()) expect(numbers(row)).toEqual(nine);
  });

  it('says how a call went in words', async () => {
    await shownList();
    const missed = lines()[0] ?? document.body;
    for (const text of ['Entrant', 'Manqué', 'à rappeler', 'File d’attente', '6500']) within(missed).getByText(text);
    const answered = lines()[1] ?? document.body;
    for (const text of ['Répondu', '203', '0:08', '3:12', '2 enregistrements']) within(answered).getByText(text);
    within(lines()[2] ?? document.body).getByText('1 autre fiche a ce numéro');
  });

  it('treats a hostile caller name as text', async () => {
    const [call] = garageCalls;
    await shownList({ calls: call ? [{ ...call, name: '<img src=x onerror=alert(1)>' }] : [] });
    screen.getByText('<img src=x onerror=alert(1)>');
    expect(document.querySelector('img')).toBeNull();
  });

  it('opens a line with the course of the call and why it is here', async () => {
    await shownList();
    fireEvent.click(lines()[1] ?? document.body);
    await screen.findByText(
      'Le numéro 06 39 98 12 34 est celui du champ « Tél. portable » de Claire Morel (Garage Lefèvre).',
    );
    const course = screen.getByRole('list', { name: 'Déroulement de l’appel' });
    expect(
      within(course)
        .getAllByRole('listitem')
        .map((step) => [...step.children].map((part) => part.textContent)),
    ).toEqual([
      ['Ont sonné', '201, 202', expect.stringMatching(/^20\ss$/)],
      ['Conversation', '203', expect.stringMatching(/^3\smin 12\ss$/)],
      ['Transféré à', '204', expect.stringMatching(/^38\ss$/)],
    ]);
    expect(screen.getByText('01 99 00 10 00')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Carrosserie du Port' }).getAttribute('href')).toBe(
      'https://erp.example/societe/card.php?socid=9#calls',
    );
    expect(lines()[1]?.getAttribute('aria-expanded')).toBe('true');
  });

  it('opens one line at a time and closes it with a second click', async () => {
    await shownList();
    fireEvent.click(lines()[1] ?? document.body);
    await screen.findByText('Durée totale');
    fireEvent.click(lines()[0] ?? document.body);
    await screen.findByText('Cet appel n’est plus conservé.');
    expect(screen.queryByText('Durée totale')).toBeNull();
    fireEvent.click(lines()[0] ?? document.body);
    await waitFor(() => expect(screen.queryByText('Cet appel n’est plus conservé.')).toBeNull());
  });

  it('keeps a line open when new calls come in above it', async () => {
    const { card, changed } = await shownList();
    fireEvent.click(lines()[1] ?? document.body);
    await screen.findByText('Durée totale');
    const [newest] = card.calls;
    card.calls = [...(newest ? [{ ...newest, key: 'newer', start: newest.start + 60 }] : []), ...card.calls];
    changed.value++;
    await waitFor(() => expect(lines().length).toBe(6));
    expect(lines()[2]?.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Durée totale')).toBeTruthy();
  });

  it('says why a line could not be opened', async () => {
    const { card } = await shownList({ failing: { 'card.call': new AppError('store-broken') } });
    fireEvent.click(lines()[1] ?? document.body);
    await screen.findByText('Ce qui est gardé dans ce navigateur ne peut pas être ouvert.');
    card.failing = {};
    fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    await screen.findByText('Durée totale');
  });
});

describe('a list of 20,000 calls', () => {
  const many = Array.from({ length: 20_000 }, (_, i) =>
    garageCalls.slice(0, 1).map((call) => ({ ...call, key: `c${i}`, start: call.start - i })),
  ).flat();

  it('draws what the screen shows and asks for what it draws', async () => {
    const { asked } = await shownList({ calls: many });
    expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('20001');
    expect(lines().length).toBeLessThan(60);
    expect(asked.filter((one) => one.name === 'card.calls').map((one) => one.input['offset'])).toEqual([0]);
  });
});

describe('the keyboard in the list', () => {
  it('reaches one line with Tab, and moves with the arrows, Home and End', async () => {
    await shownList();
    expect(lines().map((row) => row.tabIndex)).toEqual([0, -1, -1, -1, -1]);
    lines()[0]?.focus();
    key('ArrowDown');
    await waitFor(() => expect(focused()).toBe('1'));
    key('End');
    await waitFor(() => expect(focused()).toBe('4'));
    key('ArrowDown');
    key('ArrowUp');
    await waitFor(() => expect(focused()).toBe('3'));
    key('Home');
    await waitFor(() => expect(focused()).toBe('0'));
  });

  it('opens with Enter or Space and closes with Escape', async () => {
    await shownList();
    lines()[0]?.focus();
    key('ArrowDown');
    key('ArrowUp');
    key('ArrowDown');
    await waitFor(() => expect(focused()).toBe('1'));
    key('Enter');
    await screen.findByText('Durée totale');
    key('Escape');
    await waitFor(() => expect(screen.queryByText('Durée totale')).toBeNull());
    expect(focused()).toBe('1');
    key(' ');
    await screen.findByText('Durée totale');
  });
});
