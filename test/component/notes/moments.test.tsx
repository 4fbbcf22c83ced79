import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { NotesShell } from '../../../components/notes/create-notes-store';
import { Notes } from '../../../components/notes/Notes';
import { NotesContext } from '../../../components/notes/notes-context';
import { createNotesWords } from '../../../components/notes/notes-words';
import { PlayerContext } from '../../../components/player/player-context';
import { createPlayerWords } from '../../../components/player/player-words';
import { Recordings } from '../../../components/player/Recordings';
import type { Playing } from '../../../lib/player/playing';
import type { OthersNote } from '../../../lib/questions/notes';
import * as en from '../../../lib/text/en';
import { fakeSound, playingAt42 } from '../player/fake-sound';

afterEach(cleanup);

const ofPaul: OthersNote = { event: 31, author: 'Paul Durand', owner: 3, at: 0, public: '', private: '', rest: '' };

/** A call of 3 min 12 s with its recordings and notes, opened; `playing`: what is heard just then. */
function open(others: Partial<OthersNote>, playing?: Playing, names = ['a.wav', 'b.wav']) {
  const fake = fakeSound(playing);
  let mine = '';
  const shell: NotesShell = {
    read: async () => ({
      mine: { public: mine, private: '' },
      onlyMe: '',
      state: 'none',
      others: [{ ...ofPaul, ...others }],
      beside: [],
      event: '',
      writing: 'yes',
      keyUser: 'Claire Morel',
    }),
    async type(_call, { text }) {
      mine = text.public ?? mine;
    },
    typeOnlyMe: async () => undefined,
    beside: async () => undefined,
    move: async () => undefined,
    agree: async () => undefined,
    onNoted: () => () => undefined,
  };
  render(
    <PlayerContext.Provider value={{ player: fake.player, words: createPlayerWords(en) }}>
      <NotesContext.Provider value={{ shell, words: createNotesWords(en, 'en-GB'), openOptions: () => undefined }}>
        <Recordings call="claire" names={names} />
        <Notes call="claire" length={192} also={[]} />
      </NotesContext.Provider>
    </PlayerContext.Provider>,
  );
  return fake;
}

describe('a moment in a note that is shown', () => {
  it('plays from there: a plain one the first recording, one with a number that one', async () => {
    const { commands } = open({ public: '01:12 wants the blue one, 2/00:30 too' });
    fireEvent.click(await screen.findByRole('button', { name: 'Play the recording from 01:12' }));
    fireEvent.click(screen.getByRole('button', { name: 'Play the recording from 2/00:30' }));
    expect(commands).toEqual([
      { do: 'play', recording: { call: 'claire', n: 0 }, from: 72 },
      { do: 'play', recording: { call: 'claire', n: 1 }, from: 30 },
    ]);
  });

  it('is one too where a colleague has written it in Dolibarr itself', async () => {
    const { commands } = open({ rest: 'voir 00:05' });
    fireEvent.click(await screen.findByRole('button', { name: 'Play the recording from 00:05' }));
    expect(commands).toMatchObject([{ from: 5 }]);
  });

  it('stays text when it is the hour of an appointment, or of a recording that there is not', async () => {
    open({ public: 'at 14:30, or 3/00:10, <button>00:62</button>' });
    const note = await screen.findByText(/at 14:30/);
    expect(note.textContent).toContain('at 14:30, or 3/00:10, <button>00:62</button>');
    expect(screen.queryByRole('button', { name: /Play the recording from/ })).toBeNull();
  });

  it('stays text where nothing was recorded', async () => {
    open({ public: '01:12 wants the blue one' }, undefined, []);
    await screen.findByText(/wants the blue one/);
    expect(screen.queryByRole('button', { name: /Play the recording from/ })).toBeNull();
  });
});

describe('the present position', () => {
  const insert = async () => screen.findByRole('button', { name: 'Insert time into: Public note' });
  const area = async (): Promise<HTMLTextAreaElement> => screen.findByLabelText('Public note');

  it('goes where the caret stands, and the writer goes on behind it', async () => {
    open({}, playingAt42);
    const field = await area();
    await waitFor(() => expect(field.disabled).toBe(false));
    fireEvent.input(field, { target: { value: 'price? colour?' } });
    field.setSelectionRange(6, 6);
    fireEvent.click(await insert());
    await waitFor(() => expect(field.value).toBe('price? 00:42 colour?'));
    await waitFor(() => expect(field.selectionStart).toBe(12));
    expect(document.activeElement).toBe(field);
    // and what is being written can be heard already
    await screen.findByRole('button', { name: 'Play the recording from 00:42' });
  });

  it('of a second recording names it', async () => {
    open({}, { ...playingAt42, recording: { call: 'claire', n: 1 } });
    fireEvent.click(await insert());
    const field = await area();
    await waitFor(() => expect(field.value).toBe('2/00:42 '));
  });

  it('is not offered while another call is heard', async () => {
    open({}, { ...playingAt42, recording: { call: 'paul', n: 0 } });
    await area();
    expect(screen.queryByRole('button', { name: /Insert time/ })).toBeNull();
  });
});
