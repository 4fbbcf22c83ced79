import { type Call, manyCalls } from '../sim';

/** Five hundred calls, of more legs than two pages of an answer hold, all over before `to`. UTC epoch seconds. */
export function crowd(from: number, to: number): Call[] {
  return [...manyCalls({ calls: 500, seed: 7, from, to })].map(({ call }) => call);
}
