import type { ErrorShape } from '../../lib/errors';
import type { SyncState } from '../../lib/questions/questions';
import type { Words } from './words';

type GapPart = SyncState['gaps'][number];

/**
 * Why a stretch of the history is not known; a failure with what it was and how long ago. `now`: UTC epoch seconds;
 * `beside`: the error that the same screen explains already, which is not said twice.
 */
export function gapReason({ failed }: GapPart, words: Words, now: number, beside?: ErrorShape): string {
  const { gap } = words.common;
  if (!failed) return gap.notAsked;
  if (failed.error.code === 'aborted') return words.say(gap.stopped, { age: words.times.ago(failed.at, now) });
  if (failed.error.code === beside?.code) return words.say(gap.failedBeside, { age: words.times.ago(failed.at, now) });
  const what = words.say(words.errors[failed.error.code].what, { ...failed.error.detail });
  // A detail that is not known leaves its brackets behind, and two stops would follow one another.
  const plain = what.replace(/\s*\(\s*\)/g, '').replace(/\s*\.$/, '');
  return words.say(gap.failed, { age: words.times.ago(failed.at, now), what: plain });
}

/** A stretch that ends less than so many seconds ago goes on. */
const goingOn = 300;

/** From when until when, with the day named once where both ends have the same; “since” what goes on to this moment. */
export function gapTimes({ from, until }: GapPart, { common, say, times }: Words, now: number): string {
  if (until > now - goingOn) return say(common.gap.since, { from: moment(from, times) });
  const end = times.date(from) === times.date(until) ? times.time(until) : moment(until, times);
  return say(common.gap.between, { from: moment(from, times), until: end });
}

/** 23/11/2026 14:05 */
export function moment(seconds: number, times: Words['times']): string {
  return `${times.date(seconds)} ${times.time(seconds)}`;
}
