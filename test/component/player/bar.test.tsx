import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PlayingBar } from '../../../components/player/PlayingBar';
import { createPlayerWords } from '../../../components/player/player-words';
import type { Playing } from '../../../lib/player/playing';
import * as fr from '../../../lib/text/fr';
import { fakeSound, playingAt42 } from './fake-sound';

afterEach(cleanup);

function open(first?: Playing) {
  const fake = fakeSound(first);
  render(<PlayingBar player={fake.player} words={createPlayerWords(fr)} />);
  return fake;
}

describe('the bar on other pages', () => {
  it('says whose recording plays, with the way to the card, and stops it', async () => {
    open({ ...playingAt42, status: 'paused' });
    const name = await screen.findByRole('link', { name: 'Claire Morel' });
    expect(name.getAttribute('href')).toBe(playingAt42.card);
    screen.getByText('0:42 sur 3:12');
    fireEvent.click(screen.getByRole('button', { name: 'Arrêter' }));
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  });

  it('does not tell a card whose recording it is when that is another’s', async () => {
    open({ ...playingAt42, label: '', card: '' });
    await screen.findByText('Enregistrement');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('treats a hostile name as text', async () => {
    open({ ...playingAt42, label: '<img src=x onerror=alert(1)>' });
    await screen.findByText('<img src=x onerror=alert(1)>');
    expect(document.querySelector('img')).toBeNull();
  });
});
