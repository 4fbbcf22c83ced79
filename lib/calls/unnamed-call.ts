import type { LeftMessage } from './message-of';

/** A call whose rows name no recording, on which somebody talked or left a message: what its UCM can be asked by. */
export interface UnnamedCall {
  key: string;
  /** UTC epoch seconds */
  start: number;
  /** s */
  duration: number;
  /** as the UCM wrote it */
  number: string;
  /** of the legs on which somebody talked */
  acctIds: string[];
  messages: LeftMessage[];
}
