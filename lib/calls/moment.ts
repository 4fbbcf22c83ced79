/** A place in one of a call's recordings, as it is written into a note: `01:12`, `1:02:03`, `2/01:12`. */
export interface Moment {
  /** from 0; the first one is not written */
  n: number;
  /** seconds from its beginning */
  at: number;
  /** as it was written */
  text: string;
}

/**
 * Minutes have two digits, hours stand before them, the recording's number (from 1) and a slash before all. Nothing that is
 * part of a longer word, date, address or figure: 2026-11-23T10:12:00, 12:30:00.5, 1/2/01:12.
 */
const written =
  /(?<![\p{L}\p{N}_:/.,+-])(?:([1-9]\d?)\/)?(?:([1-9]):(?=[0-5]\d:))?([0-9]\d):([0-5]\d)(?![\p{L}\p{N}_:/+-]|[.,]\d)/gu;

/** `play=<key>.<recording from 1>.<seconds>` in the fragment of a card's address: no sign that Dolibarr would write anew. */
const reference = /^(\d{1,10}-[0-9a-z]{1,7})\.([1-9]\d?)\.(\d{1,5})$/;

/**
 * A text cut at its moments, so that they can be shown as buttons. `length`: of the call, in seconds; a time beyond it
 * is the hour of an appointment and stays text.
 */
export function splitAtMoments(text: string, length: number): (string | Moment)[] {
  const parts: (string | Moment)[] = [];
  let end = 0;
  for (const found of text.matchAll(written)) {
    const [whole, number = '1', hours = '0', minutes, seconds] = found;
    const at = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (at > length) continue;
    if (found.index > end) parts.push(text.slice(end, found.index));
    parts.push({ n: Number(number) - 1, at, text: whole });
    end = found.index + whole.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

export function momentsIn(text: string, length: number): Moment[] {
  return splitAtMoments(text, length).filter((part) => typeof part !== 'string');
}

/** How a moment is written into a note; `n` from 0, `at` in seconds. */
export function writeMoment(n: number, at: number): string {
  const whole = Math.floor(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const clock = `${hours > 0 ? `${hours}:` : ''}${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return n > 0 ? `${n + 1}/${clock}` : clock;
}

/** A moment of the call with this key (that of its line) as a link names it. */
export function momentReference(key: string, { n, at }: Pick<Moment, 'n' | 'at'>): string {
  return `${key}.${n + 1}.${at}`;
}

/** Undefined for whatever else stands there. */
export function readMomentReference(text: string): { key: string; n: number; at: number } | undefined {
  const [, key, number, at] = reference.exec(text) ?? [];
  return key === undefined ? undefined : { key, n: Number(number) - 1, at: Number(at) };
}
