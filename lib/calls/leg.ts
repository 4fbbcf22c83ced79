/**
 * One CDR row of the UCM, with the fields that the product uses and no others (no `lastdata`: it holds
 * internal addresses and is cut at 255 characters).
 * Field names follow the UCM's own where they mean the same; reference: section 3.3 of the CDR API notes.
 */
export interface Leg {
  /** row id in the UCM's database; starts again after a factory reset, so never an identity alone */
  acctId: string;
  /** `<UTC epoch>.<sequence>` of the caller's channel; '' when the row names none */
  uniqueid: string;
  /** `<UTC epoch><microseconds>-<src>`; '' on machines that have none (UCM6100) */
  session: string;
  src: string;
  dst: string;
  /** name part of the presented caller id, or `caller_name`; '' when it is empty or only the number again */
  name: string;
  /** PBX wall clock as seconds since 1970 *as if it were UTC*; the offset belongs to the call, not to the leg */
  start: number;
  /** same clock; 0 when the UCM left it out. Filled for unanswered legs too: says nothing by itself */
  answer: number;
  /** whole seconds from start to end */
  duration: number;
  /** whole seconds of talk as the UCM counts them (`billsec`) */
  talk: number;
  /** ANSWERED, NO ANSWER, BUSY, FAILED, CONGESTION, or '' */
  disposition: string;
  /** `lastapp`: Dial, Queue, ForkCDR, Park, ParkedCall, VoiceMail, ReadExten, … */
  app: string;
  /** `action_type`: DIAL, RINGGROUP[6400], QUEUE[6500], IVR[7000], VM, FOLLOWME[2001], … */
  action: string;
  /** Inbound, Outbound, Internal, External; EXT or '' on old machines */
  userfield: string;
  channel: string;
  dstChannel: string;
  /** extension or trunk_N of the calling channel */
  from: string;
  /** extension, group, slot or trunk_N of the called channel */
  to: string;
  /** who really answered (`dstanswer`) */
  answeredBy: string;
  srcTrunk: string;
  dstTrunk: string;
  /** file names as the UCM gives them, month folder included, already split */
  recordings: string[];
  /** seconds of sound the UCM states for the first file (`recordfiles_desc`); 0 when it does not */
  recorded: number;
}

/** The same row read twice has the same key; two rows never share one (section 3.9, rule 8). */
export function legKey(leg: Leg): string {
  return `${leg.acctId}|${leg.uniqueid}|${leg.session}|${leg.dst}|${leg.start}`;
}
