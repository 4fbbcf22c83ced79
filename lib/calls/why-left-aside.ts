import type { NumberRead } from './number';
import { type CallFacts, fitsRules, hasPrefix, isNever, type UnknownRules } from './unknown-number';
import { zoneClock } from './zone-clock';

/** What kept the rules from taking a number, the first that did; `few`: fewer calls fit than are asked for. */
export const leftAside = [
  'off',
  'not-a-number',
  'never',
  'prefix',
  'direction',
  'answered',
  'seconds',
  'hours',
  'few',
] as const;
export type LeftAside = (typeof leftAside)[number];

/**
 * Why the rules leave a number to itself; undefined when they do not. Of a rule about calls it is named when no call
 * of the number fits it together with those named before it.
 */
export function whyLeftAside(
  number: NumberRead,
  calls: readonly CallFacts[],
  rules: UnknownRules,
  { country, zone }: { country: string; zone: string },
): LeftAside | undefined {
  if (rules.mode === 'off') return 'off';
  if (number.kind !== 'outside' || number.digits === '') return 'not-a-number';
  if (isNever(number, rules.never, country)) return 'never';
  if (!hasPrefix(number, rules.prefixes, country)) return 'prefix';
  const clock = zoneClock(zone);
  const open: UnknownRules = { ...rules, directions: 'both', answered: false, seconds: 0, hours: 'any' };
  const steps: [LeftAside, Partial<UnknownRules>][] = [
    ['direction', { directions: rules.directions }],
    ['answered', { answered: rules.answered }],
    ['seconds', { seconds: rules.seconds }],
    ['hours', { hours: rules.hours }],
  ];
  let asked = open;
  for (const [why, rule] of steps) {
    asked = { ...asked, ...rule };
    const all = asked;
    if (!calls.some((call) => fitsRules(call, all, clock))) return why;
  }
  return calls.filter((call) => fitsRules(call, rules, clock)).length < rules.calls ? 'few' : undefined;
}
