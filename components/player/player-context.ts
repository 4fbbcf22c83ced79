import { createContext } from 'preact';
import type { Player } from './create-player';
import type { PlayerWords } from './player-words';

/** Given by the page, so that the lists between need not know of it; without it recordings are only counted. */
export const PlayerContext = createContext<{ player: Player; words: PlayerWords } | undefined>(undefined);
