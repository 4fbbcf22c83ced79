import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { AddNumber } from '../../../components/add-number/AddNumber';
import { AddNumberContext, type AddNumberShell } from '../../../components/add-number/add-number-context';
import { createAddNumberWords } from '../../../components/add-number/add-number-words';
import { AppError } from '../../../lib/errors';
import type { NumberHomes } from '../../../lib/questions/add-number';
import * as catalogue from '../../../lib/text/fr';
import { claire, garage, garageCalls } from '../panel/garage';

const fr = catalogue.addNumber;

afterEach(cleanup);

const homes: NumberHomes = {
  stored: '+33199004568',
  homes: [
    { party: garage, field: 'phone_mobile', probable: true },
    { party: claire, field: '', probable: false },
  ],
  contact: true,
  missing: [],
};

/** The number of one of the garage's calls, and a background that writes what it is told. */
function open(call: string, part: Partial<NumberHomes> = {}, contacts = true) {
  const asked: string[] = [];
  const background: { homes: NumberHomes; asked: string[]; refuse?: AppError } = {
    homes: { ...homes, ...part },
    asked,
  };
  const shell: AddNumberShell = {
    homes: async () => structuredClone(background.homes),
    async add(_call, { kind, id }) {
      background.asked.push(`${kind} ${id}`);
      if (background.refuse) throw background.refuse;
      return { party: garage, field: 'phone_mobile' };
    },
    async contact(_call, firstname, lastname) {
      background.asked.push(`new ${firstname} ${lastname}`);
      return { party: { ...claire, name: `${firstname} ${lastname}` }, field: 'phone_pro' };
    },
    async agree() {
      background.asked.push('agree');
      const { ask: _, ...agreed } = background.homes;
      background.homes = agreed;
    },
  };
  const line = garageCalls.find(({ key }) => key === call);
  if (!line) throw new Error(call);
  const words = createAddNumberWords(catalogue, 'fr-FR');
  render(
    <AddNumberContext.Provider value={{ shell, words, contacts, openOptions: () => undefined }}>
      <AddNumber line={line} />
    </AddNumberContext.Provider>,
  );
  return background;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the number of a call, written where it belongs', () => {
  it('makes a likely match sure by two presses: the likeliest home is chosen', async () => {
    const background = open('probable');
    press(fr.confirm);
    const select = await screen.findByRole('combobox', { name: /\+33199004568/ });
    expect(document.activeElement).toBe(select);
    press(fr.write);
    await screen.findByText(/Inscrit dans Dolibarr.: Garage Lefèvre, Tél\. portable\./);
    expect(background.asked).toEqual(['thirdparty 2']);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: fr.confirm }));
  });

  it('names who has no free field, and lets nobody choose him', async () => {
    open('probable');
    press(fr.confirm);
    const full = await screen.findByRole('option', { name: /Claire Morel.*aucun champ/ });
    expect(full.hasAttribute('disabled')).toBe(true);
  });

  it('chooses nobody beforehand where no match is likely', async () => {
    open('answered', { homes: homes.homes.map((home) => ({ ...home, probable: false })) });
    press(fr.add);
    const select = await screen.findByRole('combobox');
    expect((select as HTMLSelectElement).value).toBe(''); // a combobox is a select here
    expect(screen.getByRole('button', { name: fr.write }).hasAttribute('disabled')).toBe(true);
  });

  it('makes a contact once its last name is there', async () => {
    const background = open('answered');
    press(fr.add);
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'new' } });
    expect(screen.getByRole('button', { name: fr.write }).hasAttribute('disabled')).toBe(true);
    fireEvent.input(screen.getByLabelText(fr.lastname), { target: { value: 'Martin' } });
    fireEvent.input(screen.getByLabelText(fr.firstname), { target: { value: 'Hugo' } });
    press(fr.write);
    await waitFor(() => expect(background.asked).toEqual(['new Hugo Martin']));
  });

  it('names the right that is missing as Dolibarr does, and offers nothing that needs it', async () => {
    open('probable', { homes: [], contact: false, missing: ['societe/creer', 'societe/contact/creer'] });
    press(fr.confirm);
    await screen.findByText(fr.nobody);
    screen.getByText(/Créer\/modifier les tiers \(sociétés\) liés à l’utilisateur/);
    screen.getByText(/Créer\/modifier les contacts/);
    expect(screen.queryByRole('button', { name: fr.write })).toBeNull();
  });

  it('says a refusal and keeps the form', async () => {
    const background = open('probable');
    background.refuse = new AppError('dolibarr-right', { subject: 'societe/creer' });
    press(fr.confirm);
    await screen.findByRole('combobox');
    press(fr.write);
    expect((await screen.findByRole('alert')).textContent).toContain('Créer/modifier les tiers');
    screen.getByRole('combobox');
  });

  it('writes in another user’s name only when the person agrees', async () => {
    const background = open('probable', { ask: 'Super Admin' });
    press(fr.confirm);
    await screen.findByText(/Super Admin/);
    expect(screen.getByRole('button', { name: fr.write }).hasAttribute('disabled')).toBe(true);
    press(fr.agree);
    await waitFor(() => expect(screen.queryByText(/Super Admin/)).toBeNull());
    await waitFor(() => expect(screen.getByRole('button', { name: fr.write }).hasAttribute('disabled')).toBe(false));
    press(fr.write);
    await waitFor(() => expect(background.asked).toEqual(['agree', 'thirdparty 2']));
  });

  it('offers nothing for a hidden number, and on a contact’s own card only to make sure', () => {
    open('hidden');
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    open('answered', {}, false);
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    open('probable', {}, false);
    screen.getByRole('button', { name: fr.confirm });
  });
});
