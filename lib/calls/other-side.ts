import type { Direction } from './call';
import type { Leg } from './leg';
import { comesFromTrunk, goesToTrunk, groupOf, INTERNAL_DIGITS, isForward, isMenu, reachedExtension } from './leg-kind';
import { isHiddenNumber } from './number-clean';

/** Incoming: the caller as the first outside leg has it, never a forwarded leg, whose src may be our own number. */
export function numberOf(legs: readonly Leg[], direction: Direction): string {
  switch (direction) {
    case 'in':
      return shownNumber((legs.find((leg) => !isForward(leg) && comesFromTrunk(leg)) ?? firstOwn(legs))?.src ?? '');
    case 'out':
      return (legs.find((leg) => !isForward(leg) && goesToTrunk(leg)) ?? legs[0])?.dst ?? '';
    case 'internal':
      return legs[0]?.dst ?? '';
    case 'external':
      return shownNumber(legs[0]?.src ?? '');
  }
}

function shownNumber(src: string): string {
  return isHiddenNumber(src) ? '' : src;
}

function firstOwn(legs: readonly Leg[]): Leg | undefined {
  return legs.find((leg) => !isForward(leg));
}

/** A caller who hides the number is not called “Anonymous” either. */
export function nameOf(legs: readonly Leg[], number: string): string {
  const name = legs.find((leg) => !isForward(leg) && comesFromTrunk(leg) && leg.name !== '')?.name ?? '';
  return number === '' && isHiddenNumber(name) ? '' : name;
}

/**
 * The number of ours that was dialled: what the first leg from the trunk called, unless that is an extension already.
 * A short one (a trunk may deliver the last digits only) is told by the fork that the UCM writes before it rings anyone.
 */
export function didOf(legs: readonly Leg[]): string {
  const first = legs.find((leg) => !isForward(leg) && comesFromTrunk(leg));
  const dialled = first?.dst ?? '';
  if (!first || !/^\+?[0-9]+$/.test(dialled)) return '';
  if (first.app === 'ForkCDR') {
    const taken = groupOf(first) || isMenu(first) || legs.some((leg) => reachedExtension(leg) === dialled);
    return taken ? '' : dialled;
  }
  return dialled.length > INTERNAL_DIGITS && dialled !== first.to ? dialled : '';
}
