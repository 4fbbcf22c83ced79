import { suffixKey } from './number';

/**
 * Whether two numbers, as a number plan reads them (`+33639981234`, or bare digits where no country is sure), are the same
 * subscriber's: alike, or with the same last eight digits where one of them names no country.
 */
export function isSameNumber(one: string, other: string): boolean {
  if (one === other) return one !== '';
  if (one.startsWith('+') && other.startsWith('+')) return false;
  const suffix = suffixKey(one.replace('+', ''));
  return suffix !== '' && suffix === suffixKey(other.replace('+', ''));
}
