import { callTypes, directions } from '../../lib/calls/call';
import { type Sort, sortColumns } from '../../lib/calls/sort';
import type { JournalFilter, JournalWish } from '../../lib/questions/journal';
import { endings, noFilter as noPanelFilter, type PanelFilter, toCallFilter } from '../panel/filter';
import { readColumns } from './journal-columns';

export const journalPeriods = ['all', 'today', 'yesterday', '7d', '30d', 'range'] as const;

type SortColumn = Sort['by'];

/** How a call ended: `nobody` is missed in any way, `back` of these what is not to be called back any more. */
export const journalEndings = [...endings, 'nobody', 'back'] as const;

/** What statistics lead to, and what can be taken away again one by one. */
export const narrowings = ['extension', 'through', 'did', 'trunk', 'party', 'card', 'hour'] as const;

/** What the journal's filters hold; '' means any. Days are of the calendar, in the browser's zone. */
export interface JournalView extends Omit<PanelFilter, 'period' | 'outcome'> {
  period: (typeof journalPeriods)[number];
  outcome: (typeof journalEndings)[number] | '';
  /** its number belongs to a party */
  matched: '' | 'yes' | 'no';
  recorded: '' | 'yes';
  noted: '' | 'yes';
  /** seconds of talk, both included: `30-299`, `900-` */
  talk: string;
  /** the whole text; `none` for calls without one */
  extension: string;
  through: string;
  did: string;
  trunk: string;
  /** `thirdparty:12`, `contact:5`, `several`, `none` */
  party: string;
  /** `thirdparty:12`, `contact:5`: on whose card the number is, where the card's figures lead */
  card: string;
  /** hour of the week, Monday 0 h is 0 */
  hour: string;
  /** of a saved view: `number,who`; '' for those that the person has chosen */
  columns: string;
  /** by which column; largest, newest or Z first, or the other way */
  sort: SortColumn | `${SortColumn}-up`;
}

const sorts = sortColumns.flatMap((column) => [column, `${column}-up`] as const);

export const noFilter: JournalView = {
  ...noPanelFilter,
  outcome: '',
  period: 'all',
  matched: '',
  recorded: '',
  noted: '',
  talk: '',
  extension: '',
  through: '',
  did: '',
  trunk: '',
  party: '',
  card: '',
  hour: '',
  columns: '',
  sort: 'when',
};

export function toSort({ sort }: JournalView): Sort {
  const by = sortColumns.find((column) => column === sort.replace(/-up$/, '')) ?? 'when';
  return { by, up: sort.endsWith('-up') };
}

/** What a press on a column's title leads to: its usual way first, then the other. */
export function pressedSort(column: SortColumn, before: JournalView['sort']): JournalView['sort'] {
  const usual = column === 'when' || column === 'talk' ? column : (`${column}-up` as const);
  const other = usual === column ? (`${column}-up` as const) : column;
  return before === usual ? other : usual;
}

/** Which calls are asked for, in which order. */
export function toWish(view: JournalView, now: number): JournalWish {
  return { filter: toJournalFilter(view, now), sort: toSort(view) };
}

export function isFiltered(view: JournalView): boolean {
  return Object.keys(toJournalFilter(view, 0)).length > 0;
}

/** The filter as it is asked; `now` (epoch seconds) says which days are meant. */
export function toJournalFilter(view: JournalView, now: number): JournalFilter {
  const { matched, recorded, noted, talk, period, outcome, hour, sort: _, columns: __, ...rest } = view;
  const ending = outcome === 'nobody' || outcome === 'back' ? '' : outcome;
  const panel = { ...rest, outcome: ending } as const;
  const [, kind, id] = cardPattern.exec(view.card) ?? [];
  const named = narrowings.flatMap((name) =>
    name === 'hour' || name === 'card' || view[name] === '' ? [] : [[name, view[name]] as const],
  );
  return {
    ...(period === 'yesterday'
      ? { ...toCallFilter({ ...panel, period: 'all' }, now), ...stretchOfDays(now, 1, 1) }
      : toCallFilter({ ...panel, period }, now)),
    ...(matched && { matched: matched === 'yes' }),
    ...(recorded && { recorded: true }),
    ...(noted && { noted: true }),
    ...(talk && { talk: readTalk(talk) }),
    ...(outcome === 'nobody' && { missed: true }),
    ...(outcome === 'back' && { calledBack: true }),
    ...Object.fromEntries(named.map(([name, text]) => [name, text === 'none' ? '' : text])),
    ...(kind && { card: { kind: kind === 'contact' ? 'contact' : 'thirdparty', id: Number(id) } as const }),
    ...(hour && { week: { hour: Number(hour), zone: Intl.DateTimeFormat().resolvedOptions().timeZone } }),
  };
}

/** Lengths of talk to choose from; an address may hold any other. */
export const talkLengths = ['0-0', '1-29', '30-299', '300-899', '900-'] as const;

function readTalk(talk: string): { from: number; until: number } {
  const [from, until] = talk.split('-');
  return { from: Number(from), until: until ? Number(until) : Number.MAX_SAFE_INTEGER };
}

/** `count` whole days of the calendar, the last of them `back` days before today. */
export function stretchOfDays(now: number, back: number, count: number): { from: number; until: number } {
  const today = new Date(now * 1000);
  const midnight = (days: number): number =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - days).getTime() / 1000;
  return { from: midnight(back + count - 1), until: midnight(back - 1) };
}

const cardPattern = /^(thirdparty|contact):([1-9]\d{0,14})$/;

/** The filters of an address: `direction=in&period=30d&text=lefevre`. What is not understood is left out. */
export function readQuery(query: string): JournalView {
  const values = new URLSearchParams(query);
  const day = (name: string): string => /^\d{4}-\d{2}-\d{2}$/.exec(values.get(name) ?? '')?.[0] ?? '';
  const one = <T extends string>(name: string, allowed: readonly T[], usual: T): T =>
    allowed.find((known) => known === values.get(name)) ?? usual;
  const text = (name: string): string => (values.get(name) ?? '').slice(0, 100);
  return {
    direction: one('direction', ['', ...directions], ''),
    type: one('type', ['', ...callTypes], ''),
    outcome: one('outcome', ['', ...journalEndings], ''),
    period: one('period', journalPeriods, 'all'),
    from: day('from'),
    to: day('to'),
    text: text('text'),
    matched: one('matched', ['', 'yes', 'no'], ''),
    recorded: one('recorded', ['', 'yes'], ''),
    noted: one('noted', ['', 'yes'], ''),
    talk: /^\d{1,5}-\d{0,5}$/.exec(text('talk'))?.[0] ?? '',
    extension: text('extension'),
    through: text('through'),
    did: text('did'),
    trunk: text('trunk'),
    party: /^(?:(?:thirdparty|contact):\d{1,15}|several|none)$/.exec(text('party'))?.[0] ?? '',
    card: cardPattern.exec(text('card'))?.[0] ?? '',
    hour: Number(text('hour')) < 168 ? (/^\d{1,3}$/.exec(text('hour'))?.[0] ?? '') : '',
    columns: readColumns(text('columns'))?.join(',') ?? '',
    sort: one('sort', sorts, 'when'),
  };
}

export function writeQuery(view: JournalView): string {
  const values = new URLSearchParams();
  const names = [
    'period',
    'from',
    'to',
    'direction',
    'type',
    'outcome',
    'matched',
    'recorded',
    'noted',
    'talk',
    ...narrowings,
    'text',
    'sort',
    'columns',
  ] as const;
  for (const name of names) {
    const isDay = name === 'from' || name === 'to';
    if (view[name] !== noFilter[name] && !(isDay && view.period !== 'range')) values.set(name, view[name]);
  }
  return values.toString();
}
