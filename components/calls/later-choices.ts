/** A time until which a line may be put off: UTC epoch seconds, and its day and hour as words. */
export interface LaterChoice {
  until: number;
  /** days of the calendar from today; undefined: an hour from now */
  days?: number;
}

const MORNING = 9;
const AFTERNOON = 14;

/** An hour from now, this afternoon, tomorrow morning, Monday morning: by the clocks of this computer. `now`: UTC epoch seconds. */
export function laterChoices(now: number): LaterChoice[] {
  const today = new Date(now * 1000);
  const at = (days: number, hour: number): LaterChoice => ({
    until: new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, hour).getTime() / 1000,
    days,
  });
  // Sunday is 0
  const toMonday = (8 - today.getDay()) % 7 || 7;
  return [
    { until: now + 3600 },
    ...(today.getHours() < AFTERNOON - 1 ? [at(0, AFTERNOON)] : []),
    at(1, MORNING),
    ...(toMonday > 1 ? [at(toMonday, MORNING)] : []),
  ];
}
