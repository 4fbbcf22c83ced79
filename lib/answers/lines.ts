import { callTypes, directions, outcomes } from '../calls/call';
import type { Match, matchNumber } from '../calls/match';
import { formatNumber, type NumberPlan, readNumber } from '../calls/number';
import { callsAddress } from '../dolibarr/page';
import type { CallLine, PartyRef, RecentLine } from '../questions/questions';
import type { CallMemory } from '../store/call-store';
import { lineKey } from '../store/columns';
import type { Hit } from '../store/find-calls';
import { isOnCard, nameOf } from './card-numbers';
import type { NotedCalls } from './noted-calls';

/** What every line of a list shows of a call. */
export function baseLine(
  memory: CallMemory,
  plan: NumberPlan,
  hit: Hit,
): Omit<CallLine, 'strength' | 'others' | 'noted'> {
  const { columns, row, open } = hit;
  const start = columns.start[row] ?? 0;
  const rawNumber = memory.numbers.text(columns.number[row] ?? 0);
  return {
    key: lineKey(start, columns.mark[row] ?? 0),
    start,
    direction: directions[columns.direction[row] ?? 0] ?? 'in',
    type: callTypes[columns.type[row] ?? 0] ?? 'direct',
    outcome: outcomes[columns.outcome[row] ?? 0] ?? 'answered',
    number: shownNumber(rawNumber, plan),
    rawNumber,
    name: memory.names.text(columns.name[row] ?? 0),
    extension: memory.extensions.text(columns.extension[row] ?? 0),
    through: memory.extensions.text(columns.through[row] ?? 0),
    ring: columns.ring[row] ?? 0,
    talk: columns.talk[row] ?? 0,
    recordings: columns.recordings[row] ?? 0,
    open,
  };
}

/** A line of a card: with how sure it is that the call is the card's, and who else has the number. */
export function cardLine(
  memory: CallMemory,
  plan: NumberPlan,
  hit: Hit,
  card: PartyRef,
  matches: ReadonlyMap<number, Match>,
  noted: NotedCalls,
): CallLine {
  const match = matches.get(hit.columns.number[hit.row] ?? 0);
  const others = match?.answers.filter(({ reasons }) => !reasons.some(({ party }) => isOnCard(party, card))) ?? [];
  return {
    ...baseLine(memory, plan, hit),
    noted: noted.isNoted(hit.columns, hit.row),
    strength: match?.strength ?? 'probable',
    others: others.map(({ party }) => nameOf(party)),
  };
}

/** A line that stands for itself: with whoever has the number, and the address of the first one's card. */
export function recentLine(
  memory: CallMemory,
  plan: NumberPlan,
  hit: Hit,
  match: ReturnType<typeof matchNumber>,
  dolibarrRoot: string,
): RecentLine {
  const { key, start, direction, outcome, number, name, extension, talk, open } = baseLine(memory, plan, hit);
  const parties = match?.answers.map(({ party }) => party) ?? [];
  const first = parties[0];
  return {
    key,
    start,
    direction,
    outcome,
    number,
    name,
    extension,
    talk,
    open,
    parties: parties.map(nameOf),
    card: first && dolibarrRoot !== '' ? callsAddress(dolibarrRoot, first) : '',
  };
}

/** As a person of the country writes it; '' when the caller hid it. What cannot be read is shown as it came. */
export function shownNumber(raw: string, plan: NumberPlan): string {
  const read = readNumber(raw, plan);
  if (read.kind === 'hidden') return '';
  if (read.kind === 'extension' || read.e164 === undefined) return raw;
  return formatNumber(read.e164, plan.country);
}
