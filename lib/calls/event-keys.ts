import { keyOf } from './call-key';
import type { Leg } from './leg';

/** What cannot stand in a reference of Dolibarr's filter language becomes a hyphen (sections 2 and 4). */
const forbidden = /[^A-Za-z0-9:._-]/g;

/**
 * Every reference under which a call's agenda event may lie in Dolibarr, the call's own first: another browser may have
 * known fewer of its legs, and have taken another of them for the first. Nothing in them was typed in a browser, so two
 * browsers that reach the UCM by different names find each other's events.
 */
export function eventKeys(call: { key: string }, legs: readonly Leg[]): string[] {
  const keys = [call.key, ...legs.map(({ uniqueid }) => uniqueid)];
  if (legs.some(({ uniqueid }) => uniqueid === '')) keys.push(...legs.map((leg) => keyOf([leg])));
  return [...new Set(keys.filter((key) => key !== '').map((key) => `ucm:${key.replace(forbidden, '-')}`))];
}
