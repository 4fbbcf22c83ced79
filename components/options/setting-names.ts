import type { SettingPath } from '../../lib/settings/paths';
import { languages } from '../../lib/text/texts';
import { languageName } from './language-names';
import type { OptionsWords } from './options-words';

/** A setting as the page calls it, with its section: “Synchronisation: Every”; a name nobody knows as it is. */
export function settingName(words: OptionsWords, path: string | undefined): string | undefined {
  const found = Object.entries(names(words)).find(([known]) => known === path)?.[1];
  return found?.join(words.keeping.colon) ?? path;
}

/** A value for a person to read. */
export function settingValue(words: OptionsWords, path: SettingPath, value: unknown): string {
  const { keeping, options } = words;
  if (path === 'secrets.keep') return value === 'session' ? keeping.keepSession : keeping.keepAlways;
  if (path === 'language') {
    const language = languages.find((one) => one === value);
    return language ? languageName(language) : options.browserLanguage;
  }
  if (path === 'ucm.dialect') return Object.entries(options.ucm.dialects).find(([name]) => name === value)?.[1] ?? '';
  if (path === 'notes.events')
    return Object.entries(options.dolibarr.eventsFor).find(([name]) => name === value)?.[1] ?? '';
  if (path === 'notices.missed')
    return Object.entries(options.notices.missedWhen).find(([name]) => name === value)?.[1] ?? '';
  if (path === 'missed.hours') return value === 'working' ? keeping.yes : keeping.no;
  if (typeof value === 'boolean') return value ? keeping.yes : keeping.no;
  if (value === '' || (Array.isArray(value) && value.length === 0)) return keeping.empty;
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function names({ options, keeping, unknown }: OptionsWords): Record<SettingPath, string[]> {
  const { title, rules } = unknown;
  const { ucm, dolibarr, sync, recordings, missed, notices } = options;
  return {
    'ucm.host': [ucm.title, ucm.address],
    'ucm.port': [ucm.title, ucm.port],
    'ucm.https': [ucm.title, ucm.https],
    'ucm.user': [ucm.title, ucm.user],
    'ucm.dialect': [ucm.title, ucm.dialect],
    'dolibarr.root': [dolibarr.title, dolibarr.address],
    'dolibarr.entity': [dolibarr.title, dolibarr.entity],
    'sync.minutes': [sync.title, `${sync.minutes} … ${sync.minutesUnit}`],
    'sync.days': [sync.title, `${sync.days} (${sync.daysUnit})`],
    'numbers.country': [sync.title, sync.country],
    'numbers.outsidePrefix': [sync.title, sync.prefix],
    'numbers.own': [sync.title, sync.own],
    'recordings.listen': [recordings.title, recordings.listen],
    'recordings.keepDays': [recordings.title, `${recordings.keepDays} (${sync.daysUnit})`],
    'recordings.keepMegabytes': [recordings.title, `${recordings.keepMegabytes} (${recordings.megabytes})`],
    'notes.events': [dolibarr.title, dolibarr.events],
    'retention.callMonths': [keeping.title, `${keeping.callMonths} (${keeping.months})`],
    'retention.logDays': [keeping.title, `${keeping.logDays} (${sync.daysUnit})`],
    'retention.mayDelete': [keeping.title, keeping.mayDelete],
    'secrets.keep': [keeping.title, keeping.keep],
    'unknown.mode': [title, rules.mode],
    'unknown.creator': [title, rules.creator],
    'unknown.directions': [title, rules.directions],
    'unknown.answered': [title, rules.answered],
    'unknown.seconds': [title, rules.seconds],
    'unknown.calls': [title, rules.calls],
    'unknown.hours': [title, rules.hours],
    'unknown.days': [title, rules.days],
    'unknown.from': [title, rules.from],
    'unknown.until': [title, rules.until],
    'unknown.prefixes': [title, rules.prefixes],
    'unknown.never': [title, rules.never],
    'missed.hours': [missed.title, rules.hours],
    'missed.seconds': [missed.title, missed.seconds],
    'missed.menu': [missed.title, missed.menu],
    'notices.missed': [notices.title, notices.missed],
    'notices.trouble': [notices.title, notices.trouble],
    language: [options.language],
  };
}
