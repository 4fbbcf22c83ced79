import type { Call, Ucm, UcmOptions } from '../sim';
import type { Room } from './room';

/** One way in which a fault meets a synchronisation. */
export interface Run {
  telephones?: UcmOptions;
  /** the calls that are there from the start; the story where none are named. `now`: UTC epoch seconds */
  calls?(now: number): readonly Call[];
  /** all is read once before it goes wrong */
  readBefore?: boolean;
  /** calls that come after that */
  later?(now: number): readonly Call[];
  /** it goes wrong; gives another UCM where it stands in the place of the first from then on */
  begin?(ucm: Ucm, room: Room, later: readonly Call[]): undefined | Promise<undefined | Ucm>;
  /** and is over; what was put in wait for requests is taken away besides */
  end?(ucm: Ucm, room: Room): undefined | Promise<undefined>;
  /** the right password, where it is another one by then */
  password?: string;
}

export interface Kind {
  name: string;
  runs: readonly Run[];
}
