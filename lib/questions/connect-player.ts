import type { PlayCommand, Playing, RecordingRef } from '../player/playing';
import type { Language } from '../text/texts';
import { playingKey, whenChanged } from './changed';
import type { Ask, FilePart, PartyRef } from './questions';

interface Connection {
  ask: Ask;
  /** whose card the page is; left out by the extension's own pages */
  card?: { party: PartyRef };
  /** the Dolibarr user of the page and its language, where recordings can be put into Dolibarr */
  writer?: { user: number; language: Language };
  /** a page of Dolibarr that is no card */
  page?: boolean;
  /** gives a file to the person; left out where nothing is saved */
  save?(part: (at: number) => Promise<FilePart>): Promise<void>;
  /** ends the listening, not the sound */
  signal: AbortSignal;
}

/**
 * What a screen with a player needs of the background. That something changed is told as every change is (./changed):
 * it reaches a page without a connection to a worker that may have been stopped since.
 */
export function connectPlayer({ ask, card, page, writer, save, signal }: Connection) {
  const read = (): Promise<Playing | undefined> =>
    card ? ask('card.playing', { party: card.party }) : ask(page ? 'page.playing' : 'own.playing', undefined);
  return {
    send: (command: PlayCommand): Promise<Playing | undefined> =>
      card ? ask('card.play', { party: card.party, command }) : ask(page ? 'page.play' : 'own.play', { command }),
    read,
    async download(recording: RecordingRef): Promise<void> {
      await save?.((at) =>
        card ? ask('card.download', { party: card.party, recording, at }) : ask('own.download', { recording, at }),
      );
    },
    async find(call: string): Promise<string[] | undefined> {
      if (card) return ask('card.find', { party: card.party, key: call });
      return page ? undefined : ask('own.find', { key: call });
    },
    ...(card && writer
      ? { attach: (recording: RecordingRef) => ask('card.attach', { party: card.party, recording, ...writer }) }
      : {}),
    onPlaying(heard: (playing: Playing | undefined) => void): () => void {
      const over = new AbortController();
      // A page that cannot ask any more shows what it knew; the next press says why.
      const look = () => void read().then(heard, () => undefined);
      whenChanged(look, AbortSignal.any([signal, over.signal]), playingKey);
      return () => over.abort();
    },
    now: (): number => Date.now(),
  };
}
