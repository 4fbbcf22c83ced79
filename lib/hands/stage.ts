/** What a sound does; times in seconds of the sound. */
export interface StageState {
  /** which sound it is, in the words of whoever loaded it */
  id: string;
  doing: 'loading' | 'waiting' | 'playing' | 'paused' | 'ended' | 'failed';
  position: number;
  /** 0 = not known yet */
  duration: number;
  /** UTC epoch ms at which `position` was true */
  at: number;
}

export interface Sound {
  id: string;
  src: string;
  /** where it begins */
  from: number;
  speed: number;
  /** 0 to 1 */
  volume: number;
  muted: boolean;
  /** it waits to be resumed */
  paused: boolean;
}

export type StageCommand =
  | { do: 'load'; sound: Sound }
  | { do: 'resume' | 'pause' | 'stop' | 'look' }
  | { do: 'seek'; to: number }
  | { do: 'speed'; speed: number }
  | { do: 'volume'; volume: number; muted: boolean };

/** "Play that": the one place of the browser where a recording sounds. */
export interface Stage {
  /** Does it and says how things stand; undefined when nothing is loaded, or there is no stage any more. */
  tell(command: StageCommand): Promise<StageState | undefined>;
  /** called at each change that is not the answer to a command */
  onChange(heard: (state: StageState | undefined) => void): void;
}
