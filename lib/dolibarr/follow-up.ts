/** A user of Dolibarr; `name` '' where nobody tells it. */
export interface Colleague {
  id: number;
  name: string;
}

/** Who sees to a missed call, and not before when. */
export interface FollowUp {
  assigned?: Colleague | undefined;
  /** UTC epoch seconds before which nobody needs to call back; 0 for none */
  until: number;
}

/** What Dolibarr keeps of an event's location. */
const LONGEST = 128;
const BETWEEN = ' · ';
const assignedPart = /^→ (.*?)\s?\((\d{1,10})\)$/;
const untilPart = /^⏰ (\d{4}-\d\d-\d\d) (\d\d:\d\d) ([+-]\d\d:\d\d)$/;

/**
 * Reads an event's location. An event has no field for the day from which a task is to be done, nor one for who was asked
 * to do it: its owner is whoever wrote it, too. So both stand in the location, where people read them in Dolibarr
 * as well and in no language: `→ Sophie Vente (2) · ⏰ 2026-11-25 09:00 +01:00`. `rest`: what others wrote there.
 */
export function readFollowUp(location: string): FollowUp & { rest: string } {
  const found: FollowUp & { rest: string } = { until: 0, rest: '' };
  const rest: string[] = [];
  for (const part of location.split(BETWEEN)) {
    const [, name = '', id] = assignedPart.exec(part) ?? [];
    const [, date, time, offset] = untilPart.exec(part) ?? [];
    const until = date === undefined ? 0 : Date.parse(`${date}T${time}:00${offset}`) / 1000;
    if (id !== undefined) found.assigned = { id: Number(id), name };
    else if (until > 0) found.until = until;
    else rest.push(part);
  }
  return { ...found, rest: rest.join(BETWEEN) };
}

/**
 * The location that says so; undefined when it would not fit beside what others wrote there. `east`: minutes that the
 * person's clocks are ahead of UTC at that moment.
 */
export function writeFollowUp({ assigned, until }: FollowUp, rest: string, east: number): string | undefined {
  const parts = rest === '' ? [] : [rest];
  const moment = until > 0 ? `⏰ ${wallClock(until, east)}` : '';
  const room = LONGEST - [...parts, '→  (2147483647)', moment].join(BETWEEN).length;
  if (room < 0) return undefined;
  if (assigned) parts.push(`→ ${plainName(assigned.name).slice(0, room)} (${assigned.id})`);
  if (moment !== '') parts.push(moment);
  return parts.join(BETWEEN);
}

/** Without what the location is read by, and what Dolibarr takes out: markup and double quotes (tried on 14 to 24). */
function plainName(name: string): string {
  return name.replace(/[→⏰·<>()"\s]+/g, ' ').trim();
}

function wallClock(time: number, east: number): string {
  const text = new Date((time + east * 60) * 1000).toISOString();
  const ahead = Math.abs(east);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${text.slice(0, 10)} ${text.slice(11, 16)} ${east < 0 ? '-' : '+'}${two(ahead / 60)}:${two(ahead % 60)}`;
}
