import type { ComponentChildren } from 'preact';
import type { Playing } from '../../lib/player/playing';
import type { Player } from './create-player';
import { PlayerButton } from './PlayerIcon';
import type { PlayerWords } from './player-words';

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

interface PlayerToolsProps {
  player: Player;
  playing: Playing;
  words: PlayerWords;
  /** stands before them */
  children: ComponentChildren;
}

/** Speed, volume, and which keys there are. */
export function PlayerTools({ player, playing, words, children }: PlayerToolsProps) {
  const { player: texts } = words;
  const { speed, volume, muted } = playing;
  const decimal = new Intl.NumberFormat(words.language);
  return (
    <div class="player-tools">
      {children}
      <select
        class="player-speed"
        aria-label={texts.speed}
        title={texts.speed}
        value={String(speed)}
        onChange={(event) => player.speed(Number(event.currentTarget.value))}
      >
        {speeds.map((one) => (
          <option key={one} value={String(one)}>
            {`${decimal.format(one)}×`}
          </option>
        ))}
      </select>
      <span class="player-sound">
        <PlayerButton
          icon={muted ? 'muted' : 'sound'}
          label={muted ? texts.unmute : texts.mute}
          onPress={() => player.volume(volume, !muted)}
        />
        <input
          type="range"
          min="0"
          max="100"
          step="5"
          aria-label={texts.volume}
          value={Math.round(volume * 100)}
          onChange={(event) => player.volume(Number(event.currentTarget.value) / 100, false)}
        />
      </span>
      <details class="player-keys">
        <summary>{texts.keys}</summary>
        <dl>
          {texts.keyList.split('\n').map((line) => {
            const [key = '', does = ''] = line.split('|');
            return (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            );
          })}
        </dl>
      </details>
    </div>
  );
}
