/** Seconds of history asked for at once, unless the UCM teaches otherwise: a day seldom fills a page. */
export const USUAL_WINDOW = 24 * 3600;
const shortest = 3600;
const longest = 32 * 24 * 3600;

/** Seconds of an answer that came near to the minute after which it is given up. */
const slow = 40;
/** A UCM that is slow whatever it is asked is not made faster by many short questions. */
const shortestForSlow = 6 * 3600;

/** After a window that was never answered in time, or not whole; undefined when it was as short as they get. */
export function afterTimeout(length: number): number | undefined {
  return length > shortest ? Math.max(shortest, Math.floor(length / 4)) : undefined;
}

/**
 * After a window that was answered: shorter for a UCM that nearly took too long, back to a day for one that did not,
 * and ever longer where there is nothing, so that years without a call are few questions. A window that was shorter
 * than allowed (`usual`), as that of a poll, teaches nothing. `slowest`: seconds of its slowest page; `unanswered`: the
 * length that was given up lately, which is not tried again.
 */
export function afterAnswer(
  usual: number,
  length: number,
  legs: number,
  slowest: number,
  unanswered = Number.POSITIVE_INFINITY,
): number {
  if (length < usual) return usual;
  if (slowest > slow) return Math.max(Math.min(shortestForSlow, length), Math.floor(length / 2));
  const longer = slowest * 2 > slow ? length : length * 2;
  const wanted = legs === 0 ? Math.min(longest, longer) : Math.min(USUAL_WINDOW, longer);
  return wanted < unanswered ? wanted : Math.min(length, USUAL_WINDOW);
}
