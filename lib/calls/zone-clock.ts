/** A stretch of time in which a zone's clocks are one offset ahead of UTC. UTC epoch seconds, `until` exclusive. */
export interface ZoneStretch {
  from: number;
  until: number;
  /** seconds */
  offset: number;
}

export interface ZoneClock {
  /** a stretch around the moment, at most a day long */
  at(utc: number): ZoneStretch;
}

const DAY = 86_400;
const clocks = new Map<string, ZoneClock>();

/**
 * What the clocks of a time zone (`Europe/Paris`) show, changes of the clocks at their very second. Remembers what it
 * asked Intl, which takes some microseconds a question. Throws RangeError for a zone that the browser does not know.
 */
export function zoneClock(zone: string): ZoneClock {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = createZoneClock(zone);
    clocks.set(zone, clock);
  }
  return clock;
}

function createZoneClock(zone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const midnights = new Map<number, number>();

  function midnight(utc: number): number {
    let offset = midnights.get(utc);
    if (offset === undefined) {
      offset = offsetIn(format.format(utc * 1000));
      midnights.set(utc, offset);
    }
    return offset;
  }

  return {
    at(utc) {
      const from = Math.floor(utc / DAY) * DAY;
      const until = from + DAY;
      const before = midnight(from);
      const after = midnight(until);
      // No zone changes its clocks twice within a day of Greenwich.
      if (before === after) return { from, until, offset: before };
      let low = from;
      let high = until;
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if (offsetIn(format.format(middle * 1000)) === before) low = middle;
        else high = middle;
      }
      return utc < high ? { from, until: high, offset: before } : { from: high, until, offset: after };
    },
  };
}

/** `11/23/2026, GMT+05:45`; at Greenwich's own time the offset is left out. */
function offsetIn(text: string): number {
  const found = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (!found) return 0;
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0);
  return found[1] === '-' ? -seconds : seconds;
}
