import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { NotesShell } from '../../../components/notes/create-notes-store';
import { Notes } from '../../../components/notes/Notes';
import { NotesContext } from '../../../components/notes/notes-context';
import { createNotesWords } from '../../../components/notes/notes-words';
import { AppError } from '../../../lib/errors';
import type { NotesView } from '../../../lib/questions/notes';
import type { PartyName } from '../../../lib/questions/questions';
import * as en from '../../../lib/text/en';

afterEach(cleanup);

const nothing: NotesView = {
  mine: { public: '', private: '' },
  onlyMe: '',
  state: 'none',
  others: [],
  beside: [],
  event: '',
  writing: 'yes',
  keyUser: 'Claire Morel',
};

/** The notes of one call, and a background that keeps what it is told. */
function open(part: Partial<NotesView> = {}, silent = false, also: PartyName[] = []) {
  const background = {
    view: { ...nothing, ...part },
    asked: [] as string[], // in the order it was asked
    away: false,
    tell: (): void => undefined,
  };
  const shell: NotesShell = {
    async read(_call, fresh) {
      if (silent) return new Promise(() => undefined);
      if (fresh && background.away) throw new AppError('dolibarr-unreachable', { host: 'erp.example' });
      return structuredClone(background.view);
    },
    async type(_call, { text, base }, done) {
      const said = (['public', 'private'] as const).map((kind) =>
        text[kind] === undefined ? '-' : base[kind] ? `${base[kind]} → ${text[kind]}` : text[kind],
      );
      background.asked.push(`${done ? 'send' : 'keep'} ${said.join('|')}`);
      const mine = {
        public: text.public ?? background.view.mine.public,
        private: text.private ?? background.view.mine.private,
      };
      background.view = { ...background.view, mine, state: done ? 'sent' : 'kept' };
    },
    async typeOnlyMe(_call, text) {
      background.asked.push(`here ${text}`);
      background.view = { ...background.view, onlyMe: text };
    },
    async beside(_call, id, back) {
      background.asked.push(`${back ? 'back' : 'leave'} ${id}`);
      background.view = { ...background.view, beside: [] };
    },
    async move() {
      background.asked.push('move');
    },
    async agree() {
      background.asked.push('agree');
      background.view = { ...background.view, writing: 'yes' };
    },
    onNoted(listener) {
      background.tell = listener;
      return () => undefined;
    },
  };
  const drawn = render(
    <NotesContext.Provider value={{ shell, words: createNotesWords(en, 'en-GB'), openOptions: () => undefined }}>
      <Notes call="claire" length={192} also={also} />
    </NotesContext.Provider>,
  );
  return { background, ...drawn };
}

const field = async (name: string): Promise<HTMLTextAreaElement> => screen.findByLabelText(name);
const typeInto = (area: HTMLTextAreaElement, value: string): void => {
  fireEvent.input(area, { target: { value } });
};

describe('the fields of a note', () => {
  it('say who can read what is written into them', async () => {
    open();
    const area = await field('Private note');
    const hint = document.getElementById(area.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toMatch(/the same people can read it/);
  });

  it('keep what is typed and send it when they are left', async () => {
    const { background } = open();
    const area = await field('Public note');
    typeInto(area, 'call back');
    await waitFor(() => expect(background.asked).toEqual(['keep call back|-']));
    fireEvent.focusOut(area);
    await waitFor(() => expect(background.asked.at(-1)).toBe('send -|-'));
    await screen.findByText('In Dolibarr.');
  });

  it('of a number that several have wait until a person says that it is this one; once there is an event, nobody is asked', async () => {
    const bakery = { kind: 'thirdparty' as const, id: 2, name: 'Boulangerie Petit', company: '' };
    open({}, false, [bakery]);
    expect((await field('Public note')).disabled).toBe(true);
    expect((await field('Only for me')).disabled).toBe(false);
    screen.getByText(/also that of Boulangerie Petit/);
    fireEvent.click(screen.getByRole('button', { name: 'Write it here' }));
    expect((await field('Public note')).disabled).toBe(false);
    cleanup();
    open({ event: 'https://erp.example/comm/action/card.php?id=7', state: 'sent' }, false, [bakery]);
    await waitFor(async () => expect((await field('Public note')).disabled).toBe(false));
    expect(screen.queryByText(/also that of/)).toBeNull();
  });

  it('are not sent when they are left untouched', async () => {
    const { background } = open();
    fireEvent.focusOut(await field('Public note'));
    await screen.findByRole('button', { name: 'Save' });
    expect(background.asked).toEqual([]);
  });

  it('an answer never takes letters away that were typed since', async () => {
    const { background } = open({ mine: { public: 'old', private: '' }, state: 'sent' });
    const area = await field('Public note');
    await waitFor(() => expect(area.value).toBe('old'));
    typeInto(area, 'old and new');
    background.tell();
    await waitFor(() => expect(background.asked).toEqual(['keep old → old and new|-']));
    expect(area.value).toBe('old and new');
  });

  it('closed in the middle of a word: it is sent', async () => {
    const { background, unmount } = open();
    const area = await field('Public note');
    await waitFor(() => expect(area.disabled).toBe(false));
    typeInto(area, 'half');
    unmount();
    await waitFor(() => expect(background.asked).toEqual(['send half|-']));
  });

  it('cannot be typed into before it is known what stands there', async () => {
    open({}, true);
    expect((await field('Public note')).disabled).toBe(true);
  });

  it('only for me goes its own way', async () => {
    const { background } = open();
    const area = await field('Only for me');
    typeInto(area, 'mine');
    fireEvent.focusOut(area);
    await waitFor(() => expect(background.asked).toContain('here mine'));
    expect(background.asked.some((what) => what.startsWith('send'))).toBe(false);
  });
});

describe('what is said beside them', () => {
  it('a text that gave way, which can be put back', async () => {
    const { background } = open({
      beside: [{ id: 'b1', kind: 'public', text: 'price: 110', whose: 'ours', author: 'Paul' }],
    });
    await screen.findByText(/Paul wrote another one/);
    screen.getByText('price: 110');
    fireEvent.click(screen.getByRole('button', { name: 'Put it back' }));
    await waitFor(() => expect(screen.queryByText('price: 110')).toBeNull());
    expect(background.asked).toEqual(['back b1']);
  });

  it('whose key it is, before anything is written in that name', async () => {
    open({ writing: 'ask' });
    await screen.findByText(/belongs to Claire Morel/);
    expect((await field('Public note')).disabled).toBe(true);
    expect((await field('Only for me')).disabled).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Write as Claire Morel' }));
    await waitFor(async () => expect((await field('Public note')).disabled).toBe(false));
  });

  it('why it was refused, and that nothing is lost', async () => {
    const { background } = open({
      mine: { public: 'kept', private: '' },
      state: 'refused',
      error: { code: 'dolibarr-right', detail: { host: 'erp.example', subject: 'agenda/myactions/create' } },
    });
    await screen.findByText(/kept in this browser/);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(background.asked).toEqual(['send -|-']));
  });

  it('that Dolibarr could not be asked, with what is known all the same', async () => {
    const { background } = open({ mine: { public: 'known', private: '' }, state: 'sent' });
    background.away = true;
    await waitFor(async () => expect((await field('Public note')).value).toBe('known'));
    await screen.findByRole('alert');
  });
});
