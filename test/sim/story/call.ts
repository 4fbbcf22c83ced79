/** A call as a line of the story tells it: what happened, before any PBX has written it down. */
export interface Call {
  /** The line it was read from, for messages. */
  readonly line: string;
  /** When the first ring or the dialling began, UTC epoch seconds. */
  readonly at: number;
  readonly way: 'in' | 'out' | 'internal' | 'external';
  /** Who calls: the caller as the PBX stores it (may be '', 'anonymous'), or the extension that dials. */
  readonly caller: string;
  /** The caller's name as presented, '' when none. */
  readonly name: string;
  /** The number of the house that was called; '' = the house's main number. */
  readonly did: string;
  readonly steps: readonly Step[];
  readonly marks: Marks;
}

/** All lengths are seconds. */
export type Step =
  | { readonly what: 'ivr'; readonly ext: string; readonly seconds: number }
  | { readonly what: 'group' | 'queue'; readonly ext: string }
  | { readonly what: 'rang'; readonly exts: readonly string[]; readonly seconds: number }
  | { readonly what: 'busy'; readonly exts: readonly string[] }
  | { readonly what: 'answered'; readonly ext: string; readonly seconds: number; readonly after: number | undefined }
  | { readonly what: 'voicemail'; readonly ext: string; readonly seconds: number }
  | {
      readonly what: 'mobile';
      readonly ext: string;
      readonly number: string;
      readonly talked: boolean;
      readonly seconds: number;
    }
  | { readonly what: 'blind'; readonly ext: string; readonly seconds: number; readonly after: number }
  | { readonly what: 'attended'; readonly ext: string; readonly seconds: number; readonly consulting: number }
  | { readonly what: 'park'; readonly slot: string; readonly seconds: number }
  | { readonly what: 'retrieved'; readonly ext: string; readonly seconds: number }
  | { readonly what: 'conference'; readonly ext: string; readonly seconds: number }
  | { readonly what: 'fax'; readonly ext: string; readonly seconds: number }
  | { readonly what: 'failed'; readonly ext: string; readonly congestion: boolean }
  | { readonly what: 'abandoned'; readonly seconds: number | undefined }
  | { readonly what: 'hungUp' };

export interface Marks {
  /** Recordings on each stretch of talk; the first stretch has this many, the others one. 0 = recording is off. */
  readonly recordings: number;
  /** The recording is named by a ForkCDR leg alone (section 3.9, 9). */
  readonly recordingOnFork: boolean;
  /** The last leg is written this many seconds after its end. */
  readonly late: number;
  /** The follow-me leg has a session and a uniqueid of its own. */
  readonly ownSession: boolean;
  /** The trunk glues DID and extension into src. */
  readonly glued: boolean;
  /** The call comes over an analog line: no called number. */
  readonly analog: boolean;
}
