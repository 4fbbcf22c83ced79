import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PopupShell } from '../../../components/popup/create-popup-store';
import { Popup } from '../../../components/popup/Popup';
import { AppError } from '../../../lib/errors';
import type { Ask, RecentLine, SyncState } from '../../../lib/questions/questions';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** 23 November 2026, 14:00 in the browser's zone */
const now = new Date(2026, 10, 23, 14, 0).getTime() / 1000;

const upToDate: SyncState = {
  phase: 'idle',
  lastRun: now - 180,
  lastSuccess: now - 180,
  nextRun: now + 720,
  newCalls: 2,
  calls: 42,
  setAside: {},
  gaps: [],
  directory: { parties: 10, lastRun: now - 180 },
};

/** the link to all calls stands beside the list */
const notTheJournal = /^(?!Tous les appels)/;

const delorme: RecentLine = {
  key: '1',
  start: now - 600,
  direction: 'in',
  outcome: 'answered',
  number: '01 99 00 12 34',
  name: 'DELORME J',
  extension: '203',
  talk: 192,
  open: false,
  parties: [{ kind: 'thirdparty', id: 7, name: 'Menuiserie Delorme', company: '' }],
  card: 'https://erp.example.com/societe/card.php?socid=7#calls',
};

interface Story {
  sync?: Partial<SyncState>;
  lines?: RecentLine[];
  /** callers who wait */
  missed?: number;
  languages?: string[];
  away?: boolean;
}

function open(story: Story) {
  let sync: SyncState = { ...upToDate, ...story.sync };
  const asked: string[] = [];
  let optionsOpened = 0;
  const ask: Ask = async (name) => {
    asked.push(name);
    if (story.away) throw new AppError('invalid-question');
    if (name === 'own.sync') sync = { ...sync, phase: 'running', progress: { part: 'directory', from: 0, done: 0.25 } };
    if (name === 'own.stop') sync = { ...sync, phase: 'idle' };
    if (name === 'own.recent') return { lines: story.lines ?? [], missed: story.missed ?? 0 } as never; // the contract's answer to this name
    return { ...sync, language: 'auto' } as never; // the contract's answer to the others
  };
  const shell: PopupShell = {
    ask,
    playing: {
      send: async () => undefined,
      read: async () => undefined,
      download: async () => undefined,
      find: async () => undefined,
      onPlaying: () => () => undefined,
      now: () => now * 1000,
    },
    languages: story.languages ?? ['fr-FR'],
    openOptions() {
      optionsOpened += 1;
    },
    onChanged: () => () => undefined,
    now: () => now,
  };
  render(<Popup shell={shell} />);
  return { asked, optionsOpened: () => optionsOpened };
}

describe('the state of the synchronisation in the popup', () => {
  it('is up to date, with its age and the calls kept', async () => {
    open({});
    await screen.findByText('À jour, il y a 3 minutes — 42 appels');
  });

  it('leads to those who wait to be called back, when there are any', async () => {
    open({ missed: 3 });
    const link = await screen.findByRole('link', { name: '3 appels manqués à rappeler' });
    expect(link.getAttribute('href')).toBe('/calls.html#/missed?whose=ours');
    cleanup();
    open({});
    await screen.findByText('À jour, il y a 3 minutes — 42 appels');
    expect(screen.queryByText(/à rappeler/)).toBeNull();
  });

  it('speaks the language of the browser', async () => {
    open({ languages: ['en-GB'] });
    await screen.findByText('Up to date, 3 minutes ago — 42 calls');
    expect(document.documentElement.lang).toBe('en');
  });

  it('before the set-up is one sentence and a button to the options', async () => {
    const popup = open({ sync: { phase: 'not-set-up' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Configurer' }));
    expect(popup.optionsOpened()).toBe(1);
    expect(screen.queryByText('Derniers appels')).toBeNull();
  });

  it('names each stretch that is not known with what stood in its way', async () => {
    const error = { code: 'ucm-banned', detail: { seconds: 300 } } as const;
    open({
      sync: {
        error,
        gaps: [
          { from: now - 30 * 86_400, until: now - 20 * 86_400 },
          { from: now - 3600, until: now, failed: { at: now - 120, error } },
        ],
      },
    });
    await screen.findByText('2 périodes de l’historique ne sont pas encore connues.');
    const said = screen.getAllByRole('listitem').map((one) => one.textContent);
    expect(said[0]).toMatch(/^depuis le 23\/11\/2026 13:00 échec du dernier essai, il y a 2 minutes$/);
    expect(said[1]).toMatch(/pas encore demandé ; le plus récent est lu d’abord$/);
  });

  it('tells of a telephone system that keeps less than is wanted, and of its wrong clock', async () => {
    open({ sync: { nothingBefore: now - 20 * 86_400, clockSkew: 130 } });
    await screen.findByText('Le standard téléphonique n’a aucun appel d’avant le 03/11/2026.');
    screen.getByText(/^L’horloge du standard avance de 2 minutes : les heures des appels sont fausses/);
    cleanup();
    open({ sync: { clockSkew: -3600 }, languages: ['en-GB'] });
    await screen.findByText(/^The clock of the telephone system is 60 minutes slow/);
    expect(screen.queryByText(/keeps no calls/)).toBeNull();
  });

  it('has no word about a telephone system whose clock and history are as wanted', async () => {
    open({ languages: ['en-GB'] });
    await screen.findByText(/^Up to date/);
    expect(screen.queryByText(/telephone system/)).toBeNull();
  });

  it('a run that a person stopped is no failure: it says so, and one button goes on', async () => {
    const error = { code: 'aborted', detail: {} } as const;
    const popup = open({
      sync: { error, gaps: [{ from: now - 7200, until: now - 3600, failed: { at: now - 180, error } }] },
    });
    await screen.findByText('Synchronisation arrêtée avant la fin, il y a 3 minutes');
    expect(screen.queryByRole('alert')).toBeNull();
    screen.getByText(/lecture arrêtée avant la fin, il y a 3 minutes/);
    fireEvent.click(screen.getByRole('button', { name: 'Synchroniser maintenant' }));
    await waitFor(() => expect(popup.asked).toContain('own.sync'));
  });

  it('stopped says why and leads to where it is cured', async () => {
    const popup = open({ sync: { phase: 'stopped', error: { code: 'ucm-wrong-password', detail: {} } } });
    const notice = within(await screen.findByRole('alert'));
    expect(screen.getByText('Arrêté')).toBeTruthy();
    expect(notice.getByText(/a refusé l’utilisateur ou le mot de passe/)).toBeTruthy();
    fireEvent.click(notice.getByRole('button', { name: 'Ouvrir les options' }));
    expect(popup.optionsOpened()).toBe(1);
  });

  it('after a failed run says when, and offers another', async () => {
    open({ sync: { error: { code: 'ucm-timeout', detail: { host: '192.168.1.10:8089' } } } });
    await screen.findByText('Échec de la dernière exécution, il y a 3 minutes');
    expect(screen.getByRole('button', { name: 'Synchroniser maintenant' })).toBeTruthy();
  });

  it('synchronises now, shows how far it is, and stops', async () => {
    const popup = open({});
    fireEvent.click(await screen.findByRole('button', { name: 'Synchroniser maintenant' }));
    await screen.findByText('Lecture des noms et des numéros dans Dolibarr');
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.25);
    fireEvent.click(screen.getByRole('button', { name: 'Arrêter' }));
    await screen.findByText(/À jour/);
    expect(popup.asked).toContain('own.stop');
  });

  it('while it reads, says for how long the machine has not answered, after a few seconds', async () => {
    vi.useFakeTimers();
    open({ sync: { phase: 'running', progress: { part: 'calls', from: now - 86_400, done: 0.5 } } });
    await vi.advanceTimersByTimeAsync(4500);
    expect(screen.queryByText(/sans réponse/)).toBeNull();
    await vi.advanceTimersByTimeAsync(3000);
    expect(screen.getByText('sans réponse depuis 7 secondes')).toBeTruthy();
  });

  it('says so when the extension does not answer', async () => {
    open({ away: true });
    expect((await screen.findByRole('alert')).textContent).toContain('ne se comprennent pas');
  });
});

describe('the last calls in the popup', () => {
  it('name the party and lead to its card', async () => {
    open({ lines: [delorme] });
    const link = await screen.findByRole('link', { name: notTheJournal });
    expect(link.getAttribute('href')).toBe(delorme.card);
    for (const part of ['Menuiserie Delorme', '01 99 00 12 34', '13:50', 'Répondu', 'Entrant']) {
      expect(link.textContent).toContain(part);
    }
    expect(link.textContent).not.toContain('DELORME J');
  });

  it('without a party show the number, what the caller calls himself in quotation marks, and no link', async () => {
    const stranger = { ...delorme, name: '<b>Bob</b>', parties: [], card: '', outcome: 'missed', talk: 0 } as const;
    open({ lines: [{ ...stranger, parties: [], open: true, start: now - 86_400 }] });
    await screen.findByText('01 99 00 12 34 « <b>Bob</b> »');
    expect(screen.queryByRole('link', { name: notTheJournal })).toBeNull();
    expect(screen.getByText('à rappeler')).toBeTruthy();
    expect(screen.getByText(/^hier 14:00$/)).toBeTruthy();
  });

  it('name the first of several parties and count the others', async () => {
    const brother = { kind: 'contact', id: 9, name: 'Paul Delorme', company: 'Delorme Frères' } as const;
    open({ lines: [{ ...delorme, parties: [brother, ...delorme.parties] }] });
    await screen.findByText('Paul Delorme (Delorme Frères), et un autre');
  });

  it('that hide their number say so', async () => {
    open({ lines: [{ ...delorme, number: '', name: '', parties: [], card: '' }] });
    await screen.findByText('Numéro masqué');
  });
});
