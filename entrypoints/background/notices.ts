import { NEWS, newMissed, type Told } from '../../lib/answers/missed-notices';
import type { MissedCaller, RecentMissed } from '../../lib/answers/recent-missed';
import { withoutDirectionMarks } from '../../lib/calls/direction-marks';
import { zoneClock } from '../../lib/calls/zone-clock';
import type { ErrorCode, ErrorShape } from '../../lib/errors';
import type { Settings } from '../../lib/settings/settings';
import type { StateStore } from '../../lib/store/state';
import type { SyncRecord } from '../../lib/sync/sync';
import { errors as englishErrors, notice as englishNotice } from '../../lib/text/en';
import { errors as frenchErrors, notice as frenchNotice } from '../../lib/text/fr';
import { chooseLanguage, fill, type Language } from '../../lib/text/texts';
import type { Notice } from './show-notice';

export interface NoticeParts {
  state: StateStore;
  settings: { read(): Promise<Settings> };
  /** who waits to be called back since then (UTC epoch seconds), the newest so many named */
  missed(from: number, limit: number): Promise<RecentMissed>;
  record(): Promise<SyncRecord>;
  show(notice: Notice): Promise<void>;
  clear(id: string): Promise<void>;
  /** opens the extension's own page, at this place of it */
  open(page: 'options' | 'missed'): Promise<void>;
  /** UTC epoch ms */
  now(): number;
  /** time zone of this computer */
  zone(): string;
  /** the browser's languages, best first */
  languages(): readonly string[];
}

export interface Notices {
  afterRun(): Promise<void>;
  pressed(id: string): Promise<void>;
}

/** What was told, kept over restarts. Times: UTC epoch seconds. */
interface Kept {
  /** missed calls from here on are told of: those before it was switched on are none of its business */
  since?: number;
  told: Told;
  trouble?: { code: ErrorCode; at: number };
}

const NAME = 'notices';
const TROUBLE = 'trouble';
const MISSED = 'missed';
const DAY = 86_400;
/** How far back a line may have been put off from, s. */
const PUT_OFF = 30 * DAY;
/** More callers than these at once are told of together. */
const SINGLY = 3;

/** Nothing is read any more until a person does something that this browser asks for. */
const lost = new Set<ErrorCode>([
  'no-site-access',
  'ucm-certificate',
  'ucm-certificate-name',
  'ucm-certificate-expired',
  'dolibarr-certificate',
]);

const words = { en: englishNotice, fr: frenchNotice };
const errors = { en: englishErrors, fr: frenchErrors };

/** Notices of the computer, by what a run has brought or could not bring. */
export function createNotices(parts: NoticeParts): Notices {
  const { state, settings, show, clear } = parts;

  async function afterRun(): Promise<void> {
    const { notices, unknown, language } = await settings.read();
    const kept = ((await state.read(NAME)) ?? { told: {} }) as Kept; // written below and nowhere else
    const spoken = language === 'auto' ? chooseLanguage(parts.languages()) : language;
    const next: Kept = { told: {} };
    if (notices.missed !== 'off') {
      const now = Math.floor(parts.now() / 1000);
      next.since = kept.since ?? now;
      const hours = notices.missed === 'working' ? { of: unknown, clock: zoneClock(parts.zone()) } : undefined;
      const { callers } = await parts.missed(now - PUT_OFF, 500);
      const fresh = newMissed(callers, kept.told, hours, { since: Math.max(next.since, now - NEWS), now });
      next.told = fresh.told;
      await tellMissed(fresh.lines, spoken);
    }
    const trouble = notices.trouble ? await tellTrouble(kept.trouble, spoken) : undefined;
    if (trouble) next.trouble = trouble;
    else if (kept.trouble) await clear(TROUBLE);
    await state.write(NAME, next);
  }

  async function tellMissed(lines: readonly MissedCaller[], language: Language): Promise<void> {
    const notice = words[language];
    if (lines.length > SINGLY) {
      const title = fill(notice.many, { count: lines.length }, language);
      const names = lines.map((line) => nameOf(line, notice.hidden)).join(', ');
      await show({ id: MISSED, title, message: names, button: notice.show });
      return;
    }
    const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone: parts.zone() });
    for (const line of lines) {
      const { call, attempts } = line;
      const values = { time: clock.format(call.start * 1000), number: call.number, count: attempts };
      const message = fill(attempts > 1 ? notice.again : notice.at, values, language);
      await show({
        id: `${MISSED} ${call.key}`,
        title: fill(notice.missed, { who: nameOf(line, notice.hidden) }, language),
        message: message.replace(/, $/, ''),
        button: notice.show,
      });
    }
  }

  /** What is told now, or was told already and holds still. */
  async function tellTrouble(before: Kept['trouble'], language: Language): Promise<Kept['trouble']> {
    const record = await parts.record();
    const error = record.error ?? record.directory.error;
    if (!error || record.lastSuccess === 0) return undefined;
    const now = Math.floor(parts.now() / 1000);
    const days = Math.floor((now - record.lastSuccess) / DAY);
    const isLost = lost.has(error.code);
    if (!isLost && (!record.error || days < 1)) return undefined;
    if (before && before.code === error.code && now - before.at < DAY) return before;
    const notice = words[language];
    const title = isLost ? notice.lost : fill(notice.stopped, { count: days }, language);
    await show({ id: TROUBLE, title, message: textOf(error, language), button: notice.cure });
    return { code: error.code, at: now };
  }

  return {
    afterRun,
    async pressed(id) {
      await clear(id);
      await parts.open(id === TROUBLE ? 'options' : 'missed');
    },
  };
}

function textOf({ code, detail }: ErrorShape, language: Language): string {
  return fill(errors[language][code].what, { ...detail }, language);
}

function nameOf({ call }: MissedCaller, hidden: string): string {
  return withoutDirectionMarks(call.parties[0]?.name || call.number || call.name || hidden);
}
