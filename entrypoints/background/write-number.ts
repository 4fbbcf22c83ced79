import { type NumberPlan, readNumber } from '../../lib/calls/number';
import { isMobile } from '../../lib/calls/number-mobile';
import { type Attached, attachNumber } from '../../lib/dolibarr/attach-number';
import type { DolibarrRest } from '../../lib/dolibarr/rest';
import type { PartyRef } from '../../lib/questions/questions';
import type { LearnParty } from './learn-party';

/** A number of the UCM as it is to stand in Dolibarr: E.164 where the country is sure, else as it came. */
export function numberToWrite(
  raw: string,
  plan: NumberPlan,
): { stored: string; mobile: boolean; e164: string | undefined } {
  const read = readNumber(raw, plan);
  const e164 = read.kind === 'outside' ? read.e164 : undefined;
  return { stored: e164 ?? raw, mobile: e164 !== undefined && isMobile(e164), e164 };
}

/** Into a free phone field of the party, which has the number in this browser from then on; undefined when none is free. */
export async function writeNumber(
  rest: Pick<DolibarrRest, 'read' | 'send'>,
  learn: LearnParty,
  to: PartyRef,
  number: { stored: string; mobile: boolean },
): Promise<Attached | undefined> {
  const attached = await attachNumber(rest, to, number);
  if (attached) await learn(to);
  return attached;
}
