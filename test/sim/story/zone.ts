/** Local time of one IANA zone, as a PBX writes it into its rows. */
export interface Zone {
  readonly name: string;
  /** Seconds to add to UTC at that moment (UTC epoch seconds). */
  offsetAt(epoch: number): number;
  /** `2026-10-25 02:30:00`, without any offset: the repeated hour of autumn reads the same twice (section 3.5). */
  text(epoch: number): string;
  /** UTC epoch seconds of a local text; of the two moments of the repeated hour the first. */
  epochOf(text: string): number;
}

// An offset changes on a quarter of an hour at the finest, so one question to Intl per quarter is enough.
const QUARTER = 900;

export function createZone(name = 'Europe/Paris'): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, number>();

  function ask(epoch: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(epoch * 1000)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - epoch;
  }

  function offsetAt(epoch: number): number {
    const quarter = Math.floor(epoch / QUARTER);
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = ask(quarter * QUARTER);
      known.set(quarter, offset);
    }
    return offset;
  }

  return {
    name,
    offsetAt,
    text: (epoch) => utcText(epoch + offsetAt(epoch)),
    epochOf(text) {
      const asUtc = Math.floor(Date.parse(`${text.replace(' ', 'T')}Z`) / 1000);
      const before = asUtc - offsetAt(asUtc - 86_400);
      const after = asUtc - offsetAt(asUtc + 86_400);
      const fits = [before, after].filter((epoch) => epoch + offsetAt(epoch) === asUtc);
      // A local time that does not exist (the hour skipped in spring) is read with the offset before the change.
      return fits.length > 0 ? Math.min(...fits) : before;
    },
  };
}

/** `YYYY-MM-DD HH:MM:SS` of a UTC epoch. */
export function utcText(epoch: number): string {
  return new Date(epoch * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** `UTC+02:00`, as getSystemStatus ends its system-time. */
export function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
