import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { LookedFor } from '../../../components/player/LookedFor';
import { PlayerContext } from '../../../components/player/player-context';
import { createPlayerWords } from '../../../components/player/player-words';
import { AppError } from '../../../lib/errors';
import * as en from '../../../lib/text/en';
import { player as texts } from '../../../lib/text/en';
import { fakeSound } from './fake-sound';

afterEach(cleanup);

/** An answered call opened whose rows name no recording; the UCM says what `find` gives. */
function open(find: () => string[] | undefined) {
  const fake = fakeSound();
  fake.sound.find = find;
  const view = render(
    <PlayerContext.Provider value={{ player: fake.player, words: createPlayerWords(en) }}>
      <LookedFor call="claire" />
    </PlayerContext.Provider>,
  );
  return { ...fake, view };
}

it('a recording that the UCM knows of is offered like any other', async () => {
  const { commands } = open(() => ['auto-1637662800-0639981234-203.wav']);
  fireEvent.click(await screen.findByRole('button', { name: 'Play: Recording' }));
  expect(commands).toEqual([{ do: 'play', recording: { call: 'claire', n: 0 } }]);
});

it('that there is none is said', async () => {
  open(() => []);
  await screen.findByText(texts.none);
});

it('where nobody can tell, nothing is said', async () => {
  const { view } = open(() => undefined);
  screen.getByText(texts.looking);
  await expect.poll(() => view.container.textContent).toBe('');
});

it('a UCM that is away is asked again at a press', async () => {
  let away = true;
  open(() => {
    if (away) throw new AppError('ucm-unreachable');
    return ['a.wav'];
  });
  await screen.findByText(texts.lookFailed);
  away = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('button', { name: 'Play: Recording' });
});
