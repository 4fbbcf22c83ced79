import type { Colleague } from '../../lib/questions/missed';
import type { CallsWords } from './calls-words';

const DAY = 86_400;

/** A time to come: “tomorrow 09:00”, “Monday 09:00”, from a week on with its date. Both UTC epoch seconds. */
export function momentWords(time: number, now: number, { language, times }: CallsWords): string {
  const midnight = (value: number): number => new Date(value * 1000).setHours(0, 0, 0, 0) / 1000;
  const days = Math.round((midnight(time) - midnight(now)) / DAY);
  const day =
    days < 0 || days > 6
      ? times.date(time)
      : days < 2
        ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
        : new Intl.DateTimeFormat(language, { weekday: 'long' }).format(time * 1000);
  return `${day} ${times.time(time)}`;
}

/** Dolibarr does not always tell the name of its user. */
export function colleagueWords({ id, name, me }: Colleague & { me?: boolean }, { calls, say }: CallsWords): string {
  if (me) return calls.me;
  return name === '' ? say(calls.userNumber, { id }) : name;
}
