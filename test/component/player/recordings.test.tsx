import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PlayerContext } from '../../../components/player/player-context';
import { createPlayerWords } from '../../../components/player/player-words';
import { Recordings } from '../../../components/player/Recordings';
import type { Playing } from '../../../lib/player/playing';
import { catalogueOf } from '../../catalogues';
import { fakeSound, playingAt42 } from './fake-sound';

afterEach(cleanup);

const names = ['auto-1637662800-0639981234-203.wav', 'auto-1637662990-0639981234-204.wav'];

/** The opened line of Claire's call, which was recorded twice. */
function open(first?: Playing, language: 'en' | 'fr' = 'en') {
  const fake = fakeSound(first);
  const words = createPlayerWords(catalogueOf(language));
  render(
    <PlayerContext.Provider value={{ player: fake.player, words }}>
      <Recordings call="claire" names={names} />
    </PlayerContext.Provider>,
  );
  return fake;
}
const slider = () => screen.findByRole('slider', { name: 'Position' });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('the recordings of an opened line', () => {
  it('have a button each and are numbered; the file’s name is only told on demand', () => {
    open();
    for (const title of ['Recording 1 of 2', 'Recording 2 of 2']) screen.getByText(title);
    expect(screen.queryByText(/auto-/)).toBeNull();
    expect(screen.getByText('Recording 2 of 2').title).toBe(names[1]);
  });

  it('play at one press, and pause at the next', async () => {
    const { commands } = open();
    press('Play: Recording 2 of 2');
    await screen.findByRole('button', { name: 'Pause: Recording 2 of 2' });
    press('Pause: Recording 2 of 2');
    await screen.findByRole('button', { name: 'Play: Recording 2 of 2' });
    expect(commands).toEqual([{ do: 'play', recording: { call: 'claire', n: 1 } }, { do: 'pause' }]);
  });

  it('say the position as a time', async () => {
    open({ ...playingAt42, status: 'paused' });
    expect((await slider()).getAttribute('aria-valuetext')).toBe('0:42 of 3:12');
  });

  it('go on from where one was left for another', async () => {
    const { commands, sound } = open(playingAt42);
    await slider();
    sound.now += 8000;
    press('Next recording');
    await screen.findByRole('button', { name: 'Pause: Recording 2 of 2' });
    press('Previous recording');
    await screen.findByRole('button', { name: 'Pause: Recording 1 of 2' });
    expect(commands.at(-1)).toEqual({ do: 'play', recording: { call: 'claire', n: 0 }, from: 50 });
  });

  it('begin anew when they were heard to the end', async () => {
    const { commands, player } = open({ ...playingAt42, status: 'ended', position: 192 });
    await slider();
    player.toggle();
    expect(commands).toEqual([{ do: 'play', recording: { call: 'claire', n: 0 } }]);
  });

  it('are not shown as playing while another call is heard', async () => {
    const { player } = open({ ...playingAt42, recording: { call: 'other', n: 0 } });
    await waitFor(() => expect(player.playing.value).toBeDefined());
    screen.getByRole('button', { name: 'Play: Recording 1 of 2' });
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('can be downloaded without being played', () => {
    const { downloads, commands } = open();
    press('Download: Recording 2 of 2');
    expect(downloads).toEqual([{ call: 'claire', n: 1 }]);
    expect(commands).toEqual([]);
  });
});

describe('the keyboard in the player', () => {
  it.each([
    [' ', { do: 'pause' }],
    ['k', { do: 'pause' }],
    ['K', { do: 'pause' }],
    ['ArrowLeft', { do: 'seek', to: 37 }],
    ['ArrowRight', { do: 'seek', to: 47 }],
    ['j', { do: 'seek', to: 32 }],
    ['l', { do: 'seek', to: 52 }],
    ['Home', { do: 'seek', to: 0 }],
    ['m', { do: 'volume', volume: 0.8, muted: true }],
  ])('%j', async (key, command) => {
    const { commands } = open(playingAt42);
    fireEvent.keyDown(await slider(), { key });
    expect(commands).toEqual([command]);
  });

  it('m pressed twice, quicker than any answer, leaves the sound as it was', async () => {
    const { commands } = open(playingAt42);
    const at = await slider();
    fireEvent.keyDown(at, { key: 'm' });
    fireEvent.keyDown(at, { key: 'm' });
    expect(commands.map((command) => 'muted' in command && command.muted)).toEqual([true, false]);
  });

  it('m pressed while word of before the press is still coming sounds as pressed, twice as before', async () => {
    const { commands, tell } = open({ ...playingAt42, muted: true });
    const at = await slider();
    fireEvent.keyDown(at, { key: 'm' });
    tell({ ...playingAt42, muted: true, position: 43 });
    fireEvent.keyDown(at, { key: 'm' });
    expect(commands.map((command) => 'muted' in command && command.muted)).toEqual([false, true]);
  });

  it('never goes past the ends', async () => {
    const { commands, tell } = open({ ...playingAt42, position: 2 });
    fireEvent.keyDown(await slider(), { key: 'ArrowLeft' });
    tell({ ...playingAt42, status: 'paused', position: 191 });
    fireEvent.keyDown(await slider(), { key: 'l' });
    expect(commands).toEqual([
      { do: 'seek', to: 0 },
      { do: 'seek', to: 192 },
    ]);
  });

  it('leaves the space bar to buttons and the letters to the choice of speed', async () => {
    const { commands } = open(playingAt42);
    await slider();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Stop' }), { key: ' ' });
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Speed' }), { key: 'ArrowRight' });
    fireEvent.keyDown(await slider(), { key: 'k', ctrlKey: true });
    expect(commands).toEqual([]);
  });
});

describe('what stands between the person and the sound', () => {
  const said = (): string | null | undefined => document.querySelector('.player > [role=status]')?.textContent;

  it('is said: loading, waiting, not ready with the next try counted down', async () => {
    const { tell, sound } = open({ ...playingAt42, status: 'loading' });
    await slider();
    expect(said()).toBe('Loading the recording…');
    act(() => tell({ ...playingAt42, status: 'not-ready', retryAt: sound.now / 1000 + 12 }));
    screen.getByText('Not ready yet; next try in 12 s');
    // the count is for the eyes: a screen reader would read it each second
    expect(said()).toBe('The recording is not ready yet; it is tried again by itself.');
  });

  it('is an error with the button that tries again from the same place', async () => {
    const { commands } = open({ ...playingAt42, status: 'failed', error: { code: 'ucm-unreachable', detail: {} } });
    await slider();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(commands).toEqual([{ do: 'play', recording: { call: 'claire', n: 0 }, from: 42 }]);
  });

  it('repeats what failed: the download, not the play button', async () => {
    const { sound, downloads, commands } = open();
    sound.failing = 'ucm-unreachable';
    press('Download: Recording 2 of 2');
    const again = await screen.findByRole('button', { name: 'Try again' });
    sound.failing = undefined;
    fireEvent.click(again);
    await waitFor(() => expect(downloads).toEqual([{ call: 'claire', n: 1 }]));
    expect(commands).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the waveform', () => {
  it('leaves open what has not arrived', async () => {
    open({ ...playingAt42, status: 'paused' });
    const wave = await slider();
    expect(wave.querySelector<HTMLElement>('.player-missing')?.style.left).toBe('50%');
    // half of the 120 bars
    expect(wave.querySelector('path')?.getAttribute('d')?.match(/M/g)).toHaveLength(60);
  });

  it('seeks where it is let go', async () => {
    const { commands } = open({ ...playingAt42, status: 'paused' });
    const wave = await slider();
    wave.getBoundingClientRect = () => new DOMRect(100, 0, 200, 40);
    fireEvent.pointerDown(wave, { button: 0, clientX: 150 });
    fireEvent.pointerMove(wave, { clientX: 250 });
    expect(wave.getAttribute('aria-valuetext')).toBe('2:24 of 3:12');
    fireEvent.pointerUp(wave, { clientX: 200 });
    expect(commands).toEqual([{ do: 'seek', to: 96 }]);
  });
});
