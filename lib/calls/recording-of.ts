interface Recorded {
  /** UTC epoch seconds */
  start: number;
  /** s */
  duration: number;
  /** as the UCM wrote it */
  number: string;
}

/** s by which a recording may begin before its call's first row or after its last */
const slack = 60;

/**
 * Whether a file of this name can be a recording of the call: an epoch in it lies within the call (section 4.1: auto-<UTC
 * epoch>…). A name without one must hold the end of the number. An AcctId alone proves nothing, since it starts again
 * after a reset (section 3.9, rule 8).
 */
export function isRecordingOf(name: string, { start, duration, number }: Recorded): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  const epochs = [...base.matchAll(/(?<!\d)1\d{9}(?!\d)/g)].map(([digits]) => Number(digits));
  if (epochs.some((epoch) => epoch >= start - slack && epoch <= start + duration + slack)) return true;
  const end = number.replace(/\D/g, '').slice(-6);
  return epochs.length === 0 && end.length === 6 && base.includes(end);
}
