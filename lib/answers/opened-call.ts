import type { Call } from '../calls/call';
import type { Leg } from '../calls/leg';
import { wentThroughQueue } from '../calls/leg-kind';
import { callsAddress } from '../dolibarr/page';
import type { Hit } from '../store/find-calls';
import { notedCall, theOne } from './calls-to-log';
import type { CardNoted, CardRecording } from './card';
import type { Known } from './journal';
import { shownNumber } from './lines';

/** A call of anybody with all that is kept of it. */
export interface OpenedCall {
  hit: Hit;
  call: Call;
  legs: readonly Leg[];
  /** those its rows name, or those that were found */
  recordings: readonly string[];
}

/** A recording as the player needs it, with the card of whoever has the number, or none. */
export interface OwnRecording extends CardRecording {
  /** address of that card; '' when nobody has the number */
  card: string;
  /** `thirdparty:12`; '' when nobody has the number */
  owner: string;
}

/** The thirdparty whose number it is; `whoever`: 0 when it is not exactly one's, undefined else. */
export function notedOf(
  all: Known,
  { hit, call, legs }: OpenedCall,
  whoever: 'whoever' | undefined,
): CardNoted | undefined {
  const match = all.who.match(hit.columns.number[hit.row] ?? 0);
  const owner = match?.strength === 'exact' ? theOne(match.reasons.map(({ party }) => party)) : undefined;
  if (!owner && !whoever) return undefined;
  return { ...notedCall(call, legs, all.plan), ...(owner ?? { thirdparty: 0, contact: 0 }) };
}

export function recordingOf(
  all: Known,
  { hit, call, legs, recordings }: OpenedCall,
  n: number,
): OwnRecording | undefined {
  const name = recordings[n];
  if (name === undefined) return undefined;
  const party = all.who.match(hit.columns.number[hit.row] ?? 0)?.answers[0]?.party;
  return {
    name,
    queue: wentThroughQueue(legs),
    of: recordings.length,
    label: party?.name ?? shownNumber(call.number, all.plan),
    number: call.number,
    startedAt: call.start,
    endedAt: call.start + call.duration,
    card: party && all.root !== '' ? callsAddress(all.root, party) : '',
    owner: party ? `${party.kind}:${party.id}` : '',
  };
}
