import { type NumberPlan, readNumber } from './number';
import { cleanNumber } from './number-clean';
import { countryOf, toE164 } from './number-e164';

/** A number as the UCM wrote it, once for each call. */
export interface NumberSeen {
  raw: string;
  /** somebody of ours dialled it, so that the prefix of an outside line may stand before it */
  dialled: boolean;
}

/** Two settings, and how many calls are read with them. */
export interface PlanReading {
  country: string;
  outsidePrefix: string;
  read: number;
}

export interface PlanProposal {
  /** calls that have a number to be read: longer than an extension, neither hidden nor ours */
  of: number;
  /** of these, read as it is set */
  read: number;
  /** other settings that read clearly more of them; undefined when there are none, or too few calls to say so */
  better: PlanReading | undefined;
}

/** Fewer calls than these make no case. */
const ENOUGH = 3;
/** More calls read by this part of all: a handful of foreign callers is no reason to move abroad. */
const CLEARLY = 0.1;
/** A prefix stands before this part of the numbers that were dialled. */
const SHARED = 0.3;

/**
 * Which country and which prefix of an outside line read most of these numbers, tried together since each hides the
 * other. `countries`: those that may be meant besides the one that is set and those that the numbers themselves name.
 * Nothing is concluded from one number: many a row of digits is a number in some country.
 */
export function proposePlan(seen: readonly NumberSeen[], set: NumberPlan, countries: readonly string[]): PlanProposal {
  const counted = countNumbers(seen, set);
  const of = sum(counted, () => true);
  const now: PlanReading = { country: set.country, outsidePrefix: set.outsidePrefix, read: 0 };
  now.read = readBy(counted, set, now);
  if (of < ENOUGH) return { of, read: now.read, better: undefined };
  let best = now;
  for (const country of countriesOf(counted, set.country, countries)) {
    for (const outsidePrefix of prefixesOf(counted, set.outsidePrefix)) {
      const read = readBy(counted, set, { country, outsidePrefix });
      // the first of those that read alike: what is set, then no prefix, then the shorter one
      if (read > best.read) best = { country, outsidePrefix, read };
    }
  }
  const more = best.read - now.read;
  return { of, read: now.read, better: more >= ENOUGH && more >= of * CLEARLY ? best : undefined };
}

interface Counted extends NumberSeen {
  /** digits, perhaps a + before them */
  digits: string;
  calls: number;
}

function countNumbers(seen: readonly NumberSeen[], set: NumberPlan): Counted[] {
  const found = new Map<string, Counted>();
  for (const { raw, dialled } of seen) {
    const key = `${dialled} ${raw}`;
    const known = found.get(key);
    if (known) {
      known.calls++;
      continue;
    }
    const clean = cleanNumber(raw);
    if (clean.hidden || clean.dialled.length <= 5 || readNumber(raw, set).kind !== 'outside') continue;
    found.set(key, { raw, dialled, digits: clean.dialled, calls: 1 });
  }
  return [...found.values()];
}

/** Callers' numbers bear no prefix of ours; what the program does with one it does here too. */
function readBy(counted: readonly Counted[], set: NumberPlan, by: Omit<PlanReading, 'read'>): number {
  const dialling: NumberPlan = { country: by.country, outsidePrefix: by.outsidePrefix, own: set.own };
  return sum(counted, ({ raw }) => {
    const number = readNumber(raw, dialling);
    return number.kind === 'own' || (number.kind === 'outside' && number.e164 !== undefined);
  });
}

/** Those that are named most come first. What we dialled names none without a +: a 00 may be our prefix before a 0. */
function countriesOf(counted: readonly Counted[], set: string, wished: readonly string[]): Set<string> {
  const named = new Map<string, number>();
  for (const { digits, dialled, calls } of counted) {
    const number = dialled && !digits.startsWith('+') ? undefined : toE164(digits, '');
    if (!number) continue;
    const country = countryOf(number.e164);
    named.set(country, (named.get(country) ?? 0) + calls);
  }
  const most = [...named].sort(([, one], [, other]) => other - one).map(([country]) => country);
  return new Set([set, ...wished, ...most].filter((country) => /^[A-Z]{2}$/.test(country)));
}

function prefixesOf(counted: readonly Counted[], set: string): Set<string> {
  const dialled = counted.filter((number) => number.dialled);
  const all = sum(dialled, () => true);
  const prefixes = new Set([set, '']);
  for (const length of [1, 2, 3]) {
    for (const { digits } of dialled) {
      const prefix = digits.slice(0, length);
      if (!/^\d+$/.test(prefix) || prefixes.has(prefix)) continue;
      if (sum(dialled, (one) => one.digits.startsWith(prefix)) >= all * SHARED) prefixes.add(prefix);
    }
  }
  return prefixes;
}

function sum(counted: readonly Counted[], counts: (number: Counted) => boolean): number {
  return counted.reduce((calls, number) => calls + (counts(number) ? number.calls : 0), 0);
}
