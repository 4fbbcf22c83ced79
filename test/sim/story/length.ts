/** What a length looks like in the story: `45s`, `3m`, `3m12`, `1h`, `1h02m10`. */
export const LENGTH = String.raw`(?:\d+h(?:\d+m(?:\d+)?)?|\d+m(?:\d+)?|\d+s)`;

/** Seconds of a length as the story writes it. */
export function seconds(text: string): number {
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text);
  if (!parts || text === '') throw new Error(`No length of time: "${text}"`);
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
}
