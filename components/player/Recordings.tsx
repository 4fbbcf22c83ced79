import { useContext, useEffect } from 'preact/hooks';
import type { RecordingRef } from '../../lib/player/playing';
import type { Attaching, Player } from './create-player';
import { pressKey, step } from './keys';
import { PlayerButton } from './PlayerIcon';
import { PlayerState } from './PlayerState';
import { PlayerTools } from './PlayerTools';
import { PlayerContext } from './player-context';
import type { PlayerWords } from './player-words';
import { isGoing, isSame } from './position';
import { usePosition } from './use-position';
import { Waveform } from './Waveform';

interface RecordingsProps {
  call: string;
  /** file names, in the call's order */
  names: readonly string[];
}

/** The recordings of one call: each with its button, the one that plays with the whole player. */
export function Recordings({ call, names }: RecordingsProps) {
  const context = useContext(PlayerContext);
  useEffect(() => context?.player.shows(call, names.length), [context, call, names.length]);
  if (!context || names.length === 0) return null;
  const { player, words } = context;
  const asked = player.asked.value;
  const error = player.error.value;
  const playing = player.playing.value;
  const playsHere = playing?.recording.call === call;
  const count = names.length;
  return (
    <section class="player" aria-label={words.player.recordings}>
      <ol class="player-list">
        {names.map((name, n) => {
          const recording: RecordingRef = { call, n };
          const active = playing !== undefined && isSame(playing.recording, recording);
          const going = active && isGoing(playing);
          // Of what failed before anything could be heard there is nothing to steer.
          const heard = active && (playing.status !== 'failed' || playing.peaks.length > 0);
          const title = count === 1 ? words.player.only : words.say(words.player.recording, { number: n + 1, count });
          const duration = player.durationOf(recording);
          const press = (): void => (active ? player.toggle() : void player.play(recording));
          return (
            <li class={active ? 'player-recording player-active' : 'player-recording'} key={`${n}`}>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: keys pressed on what stands inside */}
              <div
                class="player-box"
                onKeyDown={(event) => {
                  if (!active || !pressKey(event, player)) return;
                  event.preventDefault();
                  event.stopPropagation();
                }}
              >
                <div class="player-line">
                  <PlayerButton
                    class="player-main"
                    icon={going ? 'pause' : 'play'}
                    label={words.say(going ? words.player.pauseOf : words.player.playOf, { recording: title })}
                    disabled={asked !== undefined && isSame(asked, recording)}
                    onPress={press}
                  />
                  <span class="player-title" title={name}>
                    {title}
                  </span>
                  {!active && duration > 0 && <span class="player-time">{words.times.clock(duration)}</span>}
                  {player.attach && (
                    <PlayerButton
                      icon="attach"
                      label={words.say(words.player.attachOf, { recording: title })}
                      disabled={player.attachingOf(recording) === 'working'}
                      onPress={() => player.attach?.(recording)}
                    />
                  )}
                  <PlayerButton
                    icon="download"
                    label={words.say(words.player.downloadOf, { recording: title })}
                    onPress={() => void player.download(recording)}
                  />
                </div>
                {player.attach && <Attached state={player.attachingOf(recording)} words={words} />}
                {heard && <Track player={player} words={words} />}
                {heard && (
                  <PlayerTools player={player} playing={playing} words={words}>
                    <Controls player={player} words={words} count={count} />
                  </PlayerTools>
                )}
              </div>
              {active && (
                <PlayerState
                  playing={playing}
                  error={error}
                  words={words}
                  now={player.now}
                  onRetry={player.retry}
                  onDownload={() => void player.download(recording)}
                />
              )}
            </li>
          );
        })}
      </ol>
      {/* stands before there is anything to say: only then is it read out */}
      <span class="unseen" role="status">
        {playsHere && words.player.status[playing.status]}
      </span>
      {!playsHere && (
        <PlayerState playing={undefined} error={error} words={words} now={player.now} onRetry={player.retry} />
      )}
    </section>
  );
}

interface PartProps {
  player: Player;
  words: PlayerWords;
}

function Controls({ player, words, count }: PartProps & { count: number }) {
  const { player: texts, say } = words;
  const recording = player.playing.value?.recording;
  if (!recording) return null;
  const { call, n } = recording;
  return (
    <span class="player-controls">
      {count > 1 && (
        <PlayerButton
          icon="previous"
          label={texts.previous}
          disabled={n === 0}
          onPress={() => void player.play({ call, n: n - 1 })}
        />
      )}
      <PlayerButton
        icon="back"
        label={say(texts.back, { count: step })}
        onPress={() => player.seek(player.position() - step)}
      />
      <PlayerButton
        icon="ahead"
        label={say(texts.ahead, { count: step })}
        onPress={() => player.seek(player.position() + step)}
      />
      {count > 1 && (
        <PlayerButton
          icon="next"
          label={texts.next}
          disabled={n >= count - 1}
          onPress={() => void player.play({ call, n: n + 1 })}
        />
      )}
      <PlayerButton icon="stop" label={texts.stop} onPress={player.stop} />
    </span>
  );
}

function Track({ player, words }: PartProps) {
  const playing = player.playing.value;
  return playing ? <TrackOf player={player} words={words} playing={playing} /> : null;
}

function TrackOf({ player, words, playing }: PartProps & { playing: Parameters<typeof usePosition>[0] }) {
  const position = usePosition(playing, player.now);
  const { times } = words;
  return (
    <div class="player-track">
      <span class="player-time">{times.clock(position)}</span>
      <Waveform playing={playing} position={position} words={words} onSeek={player.seek} />
      <span class="player-time">{playing.duration > 0 && times.clock(playing.duration)}</span>
    </div>
  );
}

/** What became of putting it into Dolibarr; stands before there is anything to say, so that it is read out. */
function Attached({ state, words }: { state: Attaching | undefined; words: PlayerWords }) {
  const { attaching, attached, attachedBefore } = words.player;
  const said = state && { working: attaching, attached, there: attachedBefore }[state];
  return (
    <span class={said ? 'player-state' : 'unseen'} role="status">
      {said}
    </span>
  );
}
