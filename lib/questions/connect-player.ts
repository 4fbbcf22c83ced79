import { browser } from '../browser';
import type { PlayCommand, Playing, RecordingRef } from '../player/playing';
import type { PartyRef } from './questions';

/** The questions about what plays; the popup's have the same answers and no party. */
interface PlayQuestions {
  play: { command: PlayCommand };
  playing: object;
  download: { recording: RecordingRef };
}

type AskToPlay = (name: string, asked: object) => Promise<unknown>;

interface Connection {
  /** an Ask; loosely typed as long as the contract does not list these names */
  ask: AskToPlay;
  /** whose card the page is; left out by the extension's own pages */
  party?: PartyRef;
  signal: AbortSignal;
}

/** Name of the runtime port over which the background tells what plays: messages {playing?: Playing}. */
export const playingPort = 'playing';

/** ms before a port is opened again that closed while something played: the worker was ended, or is busy */
const reopenPause = 1000;

/**
 * What a screen with a player needs of the background. A sleeping worker is not woken for the sake of listening: the
 * port is opened again when something plays, or when a command is given.
 */
export function connectPlayer({ ask, party, signal }: Connection) {
  let heard: ((playing: Playing | undefined) => void) | undefined;
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let plays = false;

  const take = (playing: Playing | undefined): Playing | undefined => {
    plays = playing !== undefined && playing.status !== 'ended' && playing.status !== 'failed';
    return playing;
  };
  const open = (): void => {
    if (port || signal.aborted || !heard) return;
    clearTimeout(timer);
    try {
      port = browser.runtime.connect({ name: playingPort });
    } catch {
      return; // the extension was updated under the page: what is asked next says so
    }
    const mine = port;
    mine.onMessage.addListener((message: unknown) => {
      // sent by our own background, in the shape of the contract
      heard?.(take((message as { playing?: Playing }).playing)); // typed by the contract of the port
    });
    mine.onDisconnect.addListener(() => {
      if (port === mine) port = undefined;
      if (plays && !signal.aborted) timer = setTimeout(open, reopenPause);
    });
  };
  const close = (): void => {
    clearTimeout(timer);
    heard = undefined;
    port?.disconnect();
    port = undefined;
  };
  signal.addEventListener('abort', close);

  const put = <N extends keyof PlayQuestions>(name: N, asked: PlayQuestions[N]): Promise<unknown> =>
    ask(`${party ? 'card' : 'own'}.${name}`, party ? { party, ...asked } : asked);
  return {
    async send(command: PlayCommand): Promise<Playing | undefined> {
      open();
      return take((await put('play', { command })) as Playing | undefined); // the contract's answer to this name
    },
    read: async (): Promise<Playing | undefined> => {
      const playing = take((await put('playing', {})) as Playing | undefined); // the contract's answer to this name
      if (playing) open();
      return playing;
    },
    download: (recording: RecordingRef): Promise<unknown> => put('download', { recording }),
    onPlaying(listener: (playing: Playing | undefined) => void): () => void {
      heard = listener;
      open();
      return close;
    },
    now: (): number => Date.now(),
  };
}
