import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { createCallsWords } from '../../../components/calls/calls-words';
import { readRoute, unknownAddress } from '../../../components/calls/route';
import type { CallsShell } from '../../../components/calls/shell';
import { Unknown } from '../../../components/calls/Unknown';
import { AppError } from '../../../lib/errors';
import type { Ask } from '../../../lib/questions/questions';
import type { Handled, UnknownAnswer, UnknownLine } from '../../../lib/questions/unknown-numbers';
import * as fr from '../../../lib/text/fr';

afterEach(cleanup);

const baker: UnknownLine = {
  digits: '33639980001',
  number: '06 39 98 00 01',
  rawNumber: '0639980001',
  name: '<b>Fournil</b>',
  calls: 2,
  talk: 180,
  last: new Date(2026, 10, 23, 9, 30).getTime() / 1000,
  keys: [],
  verdict: 'propose',
};
const party = { kind: 'thirdparty', id: 7, name: 'Fournil Martin', company: '' } as const;
const merge = 'https://erp.example/societe/card.php?socid=7#calls-merge';
const card = 'https://erp.example/societe/card.php?socid=7#calls';
const created: Handled = { what: 'created', at: 1, party, card, own: true, sure: true, doubles: [], merge: '' };

function open(
  answers: Partial<Record<string, (asked: never) => unknown>>,
  lines = [baker],
  mode: UnknownAnswer['mode'] = 'review',
) {
  const asked: [string, unknown][] = [];
  const counts = { open: lines.length, other: 0, ignored: 0, done: 0 };
  const ask: Ask = async (name, about) => {
    asked.push([name, about]);
    if (name === 'own.unknown') return { mode, counts, lines } as never; // the contract's answer to this name
    return answers[name]?.(about as never) as never; // the story's answer to this name
  };
  const goTo = (address: string): void => {
    const route = readRoute(address);
    if (route.view !== 'unknown') throw new Error(`not of this view: ${address}`);
    view.rerender(<Unknown show={route.show} shell={shell} words={words} />);
  };
  const parts = { ask, goTo, onChanged: () => () => undefined, openOptions: () => undefined, languages: ['fr'] };
  const shell = parts as unknown as CallsShell; // the rest is not used here
  const words = createCallsWords(fr, ['fr']);
  const view = render(<Unknown show={undefined} shell={shell} words={words} />);
  return asked;
}

/** The button above the list, not that of a line. */
function forSeveral(name: string): HTMLElement {
  const several = document.querySelector('.unknown-many');
  if (!(several instanceof HTMLElement)) throw new Error('nothing for several');
  return within(several).getByRole('button', { name });
}

it('shows a number with its calls, and what a stranger sent as text', async () => {
  open({});
  expect(await screen.findByText('06 39 98 00 01')).toBeTruthy();
  expect(screen.getByText('« <b>Fournil</b> »')).toBeTruthy();
  expect(screen.getByText(/dernier le 23\/11\/2026, 09:30/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '2 appels' }).getAttribute('href')).toBe('#/journal?text=0639980001');
  expect(screen.getByLabelText('À décider (1)')).toHaveProperty('checked', true);
});

it('creates a thirdparty under the name that a person gives', async () => {
  const asked = open({ 'own.unknownCreate': () => created });
  fireEvent.click(await screen.findByRole('button', { name: 'Créer un tiers…' }));
  const name = screen.getByLabelText('Nom du tiers');
  expect(name).toHaveProperty('value', '<b>Fournil</b>');
  fireEvent.input(name, { target: { value: 'Fournil Martin' } });
  fireEvent.click(screen.getByRole('button', { name: 'Créer' }));
  await screen.findByText('Créé : Fournil Martin');
  expect(asked).toContainEqual(['own.unknownCreate', { digits: baker.digits, name: 'Fournil Martin' }]);
});

it('says who was first, and which right is missing', async () => {
  open({ 'own.unknownCreate': () => ({ ...created, own: false }) });
  fireEvent.click(await screen.findByRole('button', { name: 'Créer un tiers…' }));
  fireEvent.click(screen.getByRole('button', { name: 'Créer' }));
  await screen.findByText('Un collègue a été plus rapide : Fournil Martin');
  cleanup();
  open({
    'own.unknownCreate': () => Promise.reject(new AppError('dolibarr-right', { subject: 'societe/creer' })),
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Créer un tiers…' }));
  fireEvent.click(screen.getByRole('button', { name: 'Créer' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Tiers → Créer/modifier les tiers');
  expect(screen.getByRole('button', { name: 'Créer un tiers…' })).toBeTruthy();
});

it('attaches to a party found by name; without a free field it says so', async () => {
  const asked = open({ 'own.parties': () => [party], 'own.unknownAttach': () => undefined });
  fireEvent.click(await screen.findByRole('button', { name: 'Rattacher à…' }));
  const field = screen.getByLabelText('Nom du tiers ou du contact');
  expect(document.activeElement).toBe(field);
  fireEvent.input(field, { target: { value: 'four' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Fournil Martin' }));
  await screen.findByText(/Fournil Martin n’a plus de champ de téléphone libre/);
  expect(asked).toContainEqual(['own.unknownAttach', { digits: baker.digits, party: { kind: 'thirdparty', id: 7 } }]);
});

it('leads to the card, points out doubles, and takes back; what is in use stays and that is said', async () => {
  open({ 'own.unknownUndo': () => false }, [{ ...baker, handled: { ...created, doubles: [9], merge } }]);
  expect((await screen.findByRole('link', { name: /Fournil/ })).getAttribute('href')).toBe(card);
  screen.getByText(/un autre tiers pour ce numéro \(id 9\), à fusionner dans Dolibarr/);
  expect(screen.getByRole('link', { name: fr.unknown.merge }).getAttribute('href')).toBe(merge);
  fireEvent.click(screen.getByRole('button', { name: 'Annuler la décision' }));
  await screen.findByText(/Rien n’a été retiré/);
});

it('says that nothing is proposed while it is switched off, and asks for the other groups', async () => {
  const asked = open({}, [], 'off');
  await screen.findByText(/Rien n’est proposé/);
  fireEvent.click(screen.getByLabelText(/Mis de côté/));
  await waitFor(() => expect(asked.at(-1)).toEqual(['own.unknown', { show: 'other', offset: 0, limit: 50 }]));
});

const plumber: UnknownLine = { ...baker, digits: '33199001234', number: '01 99 00 12 34', name: '', why: 'few' };
const mason: UnknownLine = { ...baker, digits: '33199005678', number: '01 99 00 56 78', name: 'Maçonnerie Roux' };

it('several at once: counted and named before, followed, each failure named, and taken back by one press', async () => {
  const made: Record<string, () => unknown> = {
    [baker.digits]: () => created,
    [plumber.digits]: () => ({ ...created, own: false }),
    [mason.digits]: () => Promise.reject(new AppError('dolibarr-unreachable', { host: 'erp.example' })),
  };
  const asked = open(
    {
      'own.unknownCreate': ({ digits }: { digits: string }) => made[digits]?.(),
      'own.unknownUndo': () => true,
    },
    [baker, plumber, mason],
  );
  fireEvent.click(await screen.findByLabelText('Choisir tous les numéros affichés'));
  fireEvent.click(screen.getByRole('button', { name: 'Créer les tiers…' }));
  const dialog = screen.getByRole('alertdialog');
  expect(dialog.textContent).toMatch(/3 prospects .*<b>Fournil<\/b>, 01 99 00 12 34 et Maçonnerie Roux/);
  expect(asked.filter(([name]) => name === 'own.unknownCreate')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Créer 3 tiers' }));
  const undo = await screen.findByRole('button', { name: 'Annuler' });
  await screen.findByText(/1 tiers créé\. 1 numéro était déjà dans Dolibarr\./);
  await screen.findByText(/01 99 00 56 78 : .*erp\.example/);
  expect(asked.map(([name]) => name)).toContain('own.unknownLook');
  fireEvent.click(undo);
  await screen.findByText('1 décision annulée.');
  expect(asked).toContainEqual(['own.unknownUndo', { digits: baker.digits }]);
});

it('those chosen are ignored, or never asked about again, and the others stay', async () => {
  const asked = open({}, [baker, plumber, mason]);
  fireEvent.click(await screen.findByLabelText('Choisir 01 99 00 12 34'));
  fireEvent.click(screen.getByLabelText('Choisir 01 99 00 56 78'));
  screen.getByText('2 numéros choisis');
  fireEvent.click(forSeveral('Plus jamais'));
  await screen.findByText(/2 numéros ne seront plus jamais proposés/);
  expect(asked.filter(([name]) => name === 'own.unknownBlock').map(([, about]) => about)).toEqual([
    { digits: plumber.digits },
    { digits: mason.digits },
  ]);
});

it('what is never to be proposed again is taken back by one press, of one number as of several', async () => {
  const asked = open({}, [baker, { ...plumber, why: 'off', blocked: true }]);
  await screen.findByText(fr.unknown.why.never);
  fireEvent.click(await screen.findByRole('button', { name: 'Plus jamais' }));
  fireEvent.click(await screen.findByRole('button', { name: fr.unknown.undo }));
  const blocked = () => asked.filter(([name]) => name === 'own.unknownBlock').map(([, about]) => about);
  await waitFor(() => expect(blocked()).toEqual([{ digits: baker.digits }, { digits: plumber.digits, undo: true }]));
  fireEvent.click(screen.getByLabelText('Choisir 06 39 98 00 01'));
  screen.getByText('1 numéro choisi');
  fireEvent.click(forSeveral('Plus jamais'));
  fireEvent.click(await screen.findByRole('button', { name: 'Annuler' }));
  await screen.findByText('1 décision annulée.');
  expect(blocked().slice(2)).toEqual([{ digits: baker.digits }, { digits: baker.digits, undo: true }]);
});

it('which numbers are shown stands in the address', () => {
  expect(readRoute('#/unknown')).toEqual({ view: 'unknown', show: undefined });
  expect(readRoute('#/unknown?show=everything')).toEqual({ view: 'unknown', show: undefined });
  for (const show of ['open', 'other', 'done', 'ignored'] as const)
    expect(readRoute(unknownAddress(show))).toEqual({ view: 'unknown', show });
});

it('says of each number why the rules left it aside', async () => {
  open({}, [plumber]);
  await screen.findByText('Trop peu d’appels jusqu’ici.');
});
