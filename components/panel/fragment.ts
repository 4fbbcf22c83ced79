import { callTypes, directions } from '../../lib/calls/call';
import { endings, noFilter, type PanelFilter, periods } from './filter';

/** The filters of a link: `#calls?direction=in&period=30d&text=lefevre`. What is not understood is left out. */
export function readFragment(hash: string): PanelFilter {
  const values = new URLSearchParams(hash.split('?').slice(1).join('?'));
  const day = (name: string): string => {
    const value = values.get(name) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '';
  };
  return {
    direction: oneOf(directions, values.get('direction')) ?? '',
    type: oneOf(callTypes, values.get('type')) ?? '',
    outcome: oneOf(endings, values.get('outcome')) ?? '',
    period: oneOf(periods, values.get('period')) ?? 'all',
    from: day('from'),
    to: day('to'),
    text: (values.get('text') ?? '').slice(0, 100),
  };
}

/** The fragment that opens the panel with these filters. */
export function writeFragment(filter: PanelFilter): string {
  const values = new URLSearchParams();
  for (const name of ['direction', 'type', 'outcome', 'period', 'from', 'to', 'text'] as const) {
    const isDay = name === 'from' || name === 'to';
    if (isDay && filter.period !== 'range') continue;
    if (filter[name] !== noFilter[name]) values.set(name, filter[name]);
  }
  const query = values.toString();
  return query ? `#calls?${query}` : '#calls';
}

function oneOf<T extends string>(allowed: readonly T[], value: string | null): T | undefined {
  return allowed.find((one) => one === value);
}
