import { directions, outcomes } from '../calls/call';
import { type NumberPlan, readNumber } from '../calls/number';
import { type CallFacts, type Ground, judgeUnknown, type UnknownRules, type Verdict } from '../calls/unknown-number';
import { whyLeftAside } from '../calls/why-left-aside';
import { callsAddress, mergeAddress } from '../dolibarr/page';
import type { Handled, UnknownAnswer, UnknownLine } from '../questions/unknown-numbers';
import type { CallMemory, CallStore } from '../store/call-store';
import { lineKey } from '../store/columns';
import type { Decision, UnknownRecord } from '../store/unknown-numbers';
import { readDirectory } from './directory';
import { shownNumber } from './lines';

/** A number of the kept calls that nobody in the directory has, in whatever notations it came. */
export interface UnknownNumber {
  /** digits of its E.164 form, else those written */
  digits: string;
  /** as the UCM wrote it */
  raw: string;
  /** as the caller sent it last; '' when none did */
  name: string;
  calls: CallFacts[];
  /** of the newest calls, newest first */
  keys: string[];
}

/** Calls of a number that are named on screen. */
const KEYS = 5;

/** Every number from outside that nobody has, last call first. One pass over the columns of all calls. */
export async function findUnknown(store: CallStore, plan: NumberPlan): Promise<UnknownNumber[]> {
  const [memory, who] = await Promise.all([store.memory(), readDirectory(store, plan)]);
  const alike = memory.numbers.alike();
  const matched = who.matched();
  const found = new Map<number, UnknownNumber | undefined>();
  const segments = await store.columns(memory.catalogue.segments().map(({ id }) => id));
  for (const columns of segments.toReversed()) {
    for (let row = columns.count - 1; row >= 0; row--) {
      const direction = directions[columns.direction[row] ?? 0] ?? 'in';
      const number = alike[columns.number[row] ?? 0] ?? 0;
      if (number === 0 || (direction !== 'in' && direction !== 'out')) continue;
      if (!found.has(number)) found.set(number, matched[number] === 1 ? undefined : unknown(memory, number));
      const one = found.get(number);
      if (!one) continue;
      const start = columns.start[row] ?? 0;
      const outcome = outcomes[columns.outcome[row] ?? 0] ?? 'answered';
      one.calls.push({ start, direction, outcome, talk: columns.talk[row] ?? 0 });
      if (one.keys.length < KEYS) one.keys.push(lineKey(start, columns.mark[row] ?? 0));
      if (one.name === '') one.name = memory.names.text(columns.name[row] ?? 0);
    }
  }
  return [...found.values()]
    .filter((one) => one !== undefined)
    .sort((one, other) => (other.calls[0]?.start ?? 0) - (one.calls[0]?.start ?? 0));
}

function unknown({ numbers }: CallMemory, entry: number): UnknownNumber {
  return { digits: numbers.digits(entry).replace('+', ''), raw: numbers.text(entry), name: '', calls: [], keys: [] };
}

export function verdictOf(number: UnknownNumber, plan: NumberPlan, rules: UnknownRules, ground: Ground): Verdict {
  return judgeUnknown(readNumber(number.raw, plan), number.calls, rules, ground);
}

export interface Shown {
  show: keyof UnknownAnswer['counts'];
  offset: number;
  limit: number;
}

/**
 * What the screen shows. Numbers that were made or attached are known as soon as the directory has them, and are then told
 * of by the decisions alone: their calls stand on the card.
 */
export function unknownAnswer(
  numbers: readonly UnknownNumber[],
  { decisions }: UnknownRecord,
  plan: NumberPlan,
  rules: UnknownRules,
  ground: Ground,
  root: string,
  { show, offset, limit }: Shown,
): UnknownAnswer {
  const groups: Record<Shown['show'], UnknownLine[]> = { open: [], other: [], ignored: [], done: [] };
  const seen = new Set<string>();
  for (const number of numbers) {
    seen.add(number.digits);
    const decision = decisions[number.digits];
    const line = judgedLine(number, decision, plan, rules, ground, root);
    groups[decision ? groupOf(decision) : line.verdict === 'nothing' ? 'other' : 'open'].push(line);
  }
  for (const [digits, decision] of Object.entries(decisions)) {
    if (seen.has(digits) || decision.what === 'ignored') continue;
    const gone: UnknownNumber = { digits, raw: `+${digits}`, name: '', calls: [], keys: [] };
    groups.done.push(lineOf(gone, decision, 'nothing', plan, root));
  }
  const { open, other, ignored, done } = groups;
  // whoever calls most is worth a look first; of equals the last to call, as they come
  for (const group of [open, other, ignored]) group.sort((one, next) => next.calls - one.calls);
  done.sort((one, next) => (next.handled?.at ?? 0) - (one.handled?.at ?? 0));
  return {
    mode: rules.mode,
    counts: { open: open.length, other: other.length, ignored: ignored.length, done: done.length },
    lines: groups[show].slice(offset, offset + limit),
  };
}

/** A number with what the rules say of it, and why they leave it aside. */
export function judgedLine(
  number: UnknownNumber,
  decision: Decision | undefined,
  plan: NumberPlan,
  rules: UnknownRules,
  ground: Ground,
  root: string,
): UnknownLine {
  const verdict = verdictOf(number, plan, rules, ground);
  const why =
    verdict === 'nothing' ? whyLeftAside(readNumber(number.raw, plan), number.calls, rules, ground) : undefined;
  return {
    ...lineOf(number, decision, verdict, plan, root),
    ...(why ? { why } : {}),
    ...(rules.never.length > 0 && rules.never.includes(neverPattern(number.digits)) ? { blocked: true } : {}),
  };
}

/** What stands for one number alone among those that the rules never take. */
export function neverPattern(digits: string): string {
  const read = readNumber(`+${digits}`, { country: '', outsidePrefix: '', own: [] });
  // without an E.164 form it is known by the digits that were written
  return (read.kind === 'outside' && read.e164) || digits;
}

function groupOf(decision: Decision): 'ignored' | 'done' {
  return decision.what === 'ignored' ? 'ignored' : 'done';
}

function lineOf(
  number: UnknownNumber,
  decision: Decision | undefined,
  verdict: Verdict,
  plan: NumberPlan,
  root: string,
): UnknownLine {
  const { digits, raw, name, calls, keys } = number;
  return {
    digits,
    number: shownNumber(raw, plan),
    rawNumber: raw,
    name,
    calls: calls.length,
    talk: calls.reduce((sum, call) => sum + call.talk, 0),
    last: calls[0]?.start ?? 0,
    keys,
    verdict,
    ...(decision ? { handled: handledOf(decision, root) } : {}),
  };
}

/** A decision as a screen is told of it. */
export function handledOf(decision: Decision, root: string): Handled {
  const { at } = decision;
  if (decision.what === 'ignored') return { what: 'ignored', at };
  const { id, name } = decision;
  if (decision.what === 'created') {
    const party = { kind: 'thirdparty' as const, id, name, company: '' };
    const { own, checks, doubles } = decision;
    const card = id > 0 && root !== '' ? callsAddress(root, party) : '';
    const merge = card === '' || doubles.length === 0 ? '' : mergeAddress(root, id);
    return { what: 'created', at, party, card, own, sure: checks > 0, doubles, merge };
  }
  const party = { kind: decision.kind, id, name, company: decision.company };
  const card = root === '' ? '' : callsAddress(root, party);
  return { what: 'attached', at, party, card, field: decision.field };
}
