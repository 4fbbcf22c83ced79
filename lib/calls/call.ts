/** Words for a call as a human would count it; each list is also the numbering of the store's columns: append only. */
export const directions = ['in', 'out', 'internal', 'external'] as const;
export type Direction = (typeof directions)[number];

export const callTypes = ['direct', 'group', 'queue', 'ivr', 'voicemail', 'conference', 'fax', 'forwarded'] as const;

/**
 * Of several the first of: conference, fax, forwarded, voicemail (nobody talked), queue, group, ivr (the menu and
 * no more), direct.
 */
export type CallType = (typeof callTypes)[number];

/**
 * `menu`: the caller hung up in the voice menu (counts as missed, with its own word).
 * `unanswered`: an outgoing or internal call nobody took; only an incoming call can be missed.
 */
export const outcomes = ['answered', 'missed', 'voicemail', 'menu', 'busy', 'failed', 'unanswered'] as const;
export type Outcome = (typeof outcomes)[number];

/** Legs that belong together, and what a human sees in them. Times are UTC epoch seconds, lengths whole seconds. */
export interface Call {
  /** the smallest uniqueid of the earliest session: the same in every browser, never the host as typed */
  key: string;
  start: number;
  /** from the first start to the last end */
  duration: number;
  /** until a person answered, or the caller gave up */
  ring: number;
  /** with a person; overlapping stretches once */
  talk: number;
  direction: Direction;
  type: CallType;
  outcome: Outcome;
  /**
   * the outside party as the UCM wrote it; '' when hidden, and for a forwarded leg alone, which names only ourselves.
   * For internal calls: the called extension
   */
  number: string;
  /** caller's name as sent from outside; never shown as ours */
  name: string;
  /** the number of ours that was dialled; '' for outgoing calls */
  did: string;
  /** group, queue or menu that took it: 6400; '' when none */
  through: string;
  /** by which it came, or went; as the UCM names it, else `trunk_2` or `DAHDI/1`; '' for internal calls, and when not told */
  trunk: string;
  /** ours: who answered, else who called out, else '' */
  extension: string;
  /** the last person who talked, when it is not `extension` (transfer, retrieval) */
  lastSpeaker: string;
  /** every extension that rang, in the order of the legs */
  rung: string[];
  /** file names, each once, oldest first */
  recordings: string[];
  /** seconds to take off the PBX's wall clock to get UTC */
  offset: number;
}
