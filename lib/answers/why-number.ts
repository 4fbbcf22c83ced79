import { matchNumber, type Reason } from '../calls/match';
import { type NumberPlan, readNumber } from '../calls/number';
import { whyNobody } from '../calls/why-nobody';
import type { MatchReason } from '../questions/questions';
import type { NumberWhy, WhyQuestions } from '../questions/why-number';
import type { CallStore } from '../store/call-store';
import { newestCalls } from '../store/find-calls';
import type { PartyStore } from '../store/parties';
import { matchRaw, nameOf, phonesEnding } from './card-numbers';
import { recentLine, shownNumber } from './lines';

/** Numbers that only end alike: a few show what is meant. */
const NEAR = 3;

/** How a number is read, and why it is whose it is; `raw` as the UCM or a person wrote it. */
export async function whyNumber(parties: PartyStore, plan: NumberPlan, raw: string): Promise<NumberWhy> {
  const read = readNumber(raw, plan);
  const near = await phonesEnding(parties, read);
  const match = matchNumber(read, near);
  const outside = read.kind === 'outside' || read.kind === 'own';
  const told = {
    kind: read.kind,
    number: shownNumber(raw, plan).slice(0, 100),
    e164: (outside && read.e164) || '',
  };
  if (match) return { ...told, reasons: match.reasons.map(reasonOf) };
  const alike = near.slice(0, NEAR).map((phone) => reasonOf({ ...phone, strength: 'probable' }));
  return { ...told, reasons: alike, nobody: whyNobody(read, near) };
}

/** The newest calls with whoever has their number, and why. */
export async function callsWithWhy(
  store: CallStore,
  parties: PartyStore,
  plan: NumberPlan,
  dolibarrRoot: string,
  limit: number,
): Promise<WhyQuestions['options.tenCalls']['answered']['lines']> {
  const memory = await store.memory();
  const hits = await newestCalls(store, limit);
  return Promise.all(
    hits.map(async (hit) => {
      const raw = memory.numbers.text(hit.columns.number[hit.row] ?? 0);
      const match = await matchRaw(parties, plan, raw);
      return { ...recentLine(memory, plan, hit, match, dolibarrRoot), why: await whyNumber(parties, plan, raw) };
    }),
  );
}

function reasonOf({ strength, party, field, stored }: Reason): MatchReason {
  return { strength, party: nameOf(party), field, stored };
}
