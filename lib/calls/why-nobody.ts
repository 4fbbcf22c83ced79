import type { Phone } from './match';
import { type NumberRead, suffixKey } from './number';

/**
 * Why a number is nobody's of Dolibarr. `short`: too few digits to compare; `otherwise`: somebody's number ends alike and
 * begins otherwise; `unread`: no number of the country as it is written, so that only its end was looked for.
 */
export const nobodys = ['hidden', 'extension', 'own', 'short', 'otherwise', 'unread', 'nobody'] as const;
export type Nobodys = (typeof nobodys)[number];

/** Of a number that `matchNumber` found nobody for; `near`: all phones with its last digits (`suffixKey`). */
export function whyNobody(number: NumberRead, near: readonly Phone[]): Nobodys {
  if (number.kind !== 'outside') return number.kind;
  if (suffixKey(number.e164?.slice(1) ?? number.digits) === '') return 'short';
  if (near.length > 0) return 'otherwise';
  return number.e164 === undefined ? 'unread' : 'nobody';
}
