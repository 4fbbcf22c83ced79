import { type MissedState, missedOwners, missedStates } from '../../lib/calls/missed';
import type { UnknownAnswer } from '../../lib/questions/unknown-numbers';
import { type JournalView, noFilter, readQuery, writeQuery } from './journal-filter';
import { readStatistics, type StatisticsView } from './statistics-view';

/** Which view of the calls page an address means. */
export type Route =
  | { view: 'overview' }
  | { view: 'missed'; missed: MissedView }
  | { view: 'unknown'; show: UnknownShow | undefined }
  | { view: 'statistics'; statistics: StatisticsView }
  | { view: 'journal'; filter: JournalView }
  | { view: 'call'; key: string; filter: JournalView };

/** `#/journal?direction=in`, `#/call/1795435200-1a2b3c?direction=in` (of which list); all else is the overview. */
export function readRoute(hash: string): Route {
  const [path = '', ...query] = hash.replace(/^#/, '').split('?');
  if (path === '/journal') return { view: 'journal', filter: readQuery(query.join('?')) };
  if (path === '/missed') return { view: 'missed', missed: readMissed(query.join('?')) };
  if (path === '/statistics') return { view: 'statistics', statistics: readStatistics(query.join('?')) };
  if (path === '/unknown') return { view: 'unknown', show: readUnknown(query.join('?')) };
  const key = /^\/call\/(\d{1,10}-[0-9a-z]{1,7})$/.exec(path)?.[1];
  return key ? { view: 'call', key, filter: readQuery(query.join('?')) } : { view: 'overview' };
}

export function journalAddress(part: Partial<JournalView> = {}): string {
  const query = writeQuery({ ...noFilter, ...part });
  return query ? `#/journal?${query}` : '#/journal';
}

export const overviewAddress = '#/';

/** Of the numbers nobody has: what the rules propose, what they leave aside, what was decided. */
export const unknownShows = ['open', 'other', 'done', 'ignored'] as const satisfies readonly UnknownShow[];

type UnknownShow = keyof UnknownAnswer['counts'];

/** `#/unknown?show=other`; without one the page says which. */
export function unknownAddress(show?: UnknownShow): string {
  return show ? `#/unknown?show=${show}` : '#/unknown';
}

function readUnknown(query: string): UnknownShow | undefined {
  const wanted = new URLSearchParams(query).get('show');
  return unknownShows.find((one) => one === wanted);
}

/** `part`: of which list the calls before and after it are */
export function callAddress(key: string, part: Partial<JournalView> = {}): string {
  const query = writeQuery({ ...noFilter, ...part });
  return query ? `#/call/${key}?${query}` : `#/call/${key}`;
}

/** How far back the view of missed calls goes, in days of the calendar. */
export const missedDays = [7, 30, 90, 365] as const;

export interface MissedView {
  state: MissedState;
  whose: (typeof missedOwners)[number];
  days: (typeof missedDays)[number];
}

/** Where the view of missed calls opens. */
export const missedFirst: MissedView = { state: 'open', whose: 'all', days: 30 };

/** `#/missed?state=closed&days=90` */
export function missedAddress({ state, whose, days }: MissedView = missedFirst): string {
  const query = [
    ...(state === missedFirst.state ? [] : [`state=${state}`]),
    ...(whose === missedFirst.whose ? [] : [`whose=${whose}`]),
    ...(days === missedFirst.days ? [] : [`days=${days}`]),
  ].join('&');
  return query ? `#/missed?${query}` : '#/missed';
}

function readMissed(query: string): MissedView {
  const values = new URLSearchParams(query);
  return {
    state: missedStates.find((one) => one === values.get('state')) ?? missedFirst.state,
    whose: missedOwners.find((one) => one === values.get('whose')) ?? missedFirst.whose,
    days: missedDays.find((one) => String(one) === values.get('days')) ?? missedFirst.days,
  };
}
