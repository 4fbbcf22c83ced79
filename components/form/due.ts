import type { Language } from '../../lib/text/texts';

/** “in 12 minutes”; what is due already is “now”. UTC epoch seconds. */
export function due(at: number, now: number, language: Language): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const left = Math.max(0, at - now);
  if (left < 60) return relative.format(0, 'second');
  if (left < 3600) return relative.format(Math.round(left / 60), 'minute');
  if (left < 86_400) return relative.format(Math.round(left / 3600), 'hour');
  return relative.format(Math.round(left / 86_400), 'day');
}
