import type { JournalAnswers } from '../../lib/answers/journal';
import type { Following } from '../../lib/answers/missed-callers';
import { recentMissed } from '../../lib/answers/recent-missed';
import { browser } from '../../lib/browser';
import type { FollowUpRules } from '../../lib/calls/missed';
import { zoneClock } from '../../lib/calls/zone-clock';
import type { MissedColleagues } from '../../lib/questions/missed';
import type { Settings } from '../../lib/settings/settings';
import type { SettingsStore } from '../../lib/settings/settings-store';
import type { CallStore } from '../../lib/store/call-store';
import type { PartyStore } from '../../lib/store/parties';
import type { StateStore } from '../../lib/store/state';
import type { Sync } from '../../lib/sync/sync';
import type { Connections } from './connections';
import { errorSentences } from './error-sentences';
import { createMissedColleagues } from './missed-colleagues';
import { showMissedCount } from './missed-count';
import { createMissedTasks, type MissedTasks } from './missed-tasks';
import type { CardNotes } from './notes';
import { createNotices, type Notices } from './notices';
import type { Numbers } from './numbers';
import { openPage } from './open-page';
import { clearNotice, showNotice } from './show-notice';
import type { Change } from './tell-changes';

export interface FollowUp {
  /** what people did with lines of missed calls, and whom these may be given to */
  missedTasks: MissedTasks;
  missedColleagues(): Promise<MissedColleagues>;
  notices: Notices;
  following(): Promise<Following>;
  /** how many callers wait for this person, or for nobody in particular */
  missedCount(): Promise<number>;
  /** the same on the toolbar button */
  showMissedCount(): Promise<void>;
}

interface FollowUpParts {
  state: StateStore;
  settings: SettingsStore;
  store: CallStore;
  parties: PartyStore;
  numbers: Numbers;
  connections: Connections;
  cardNotes: CardNotes;
  journal: JournalAnswers;
  sync: Sync;
  changed(what: Change): void;
  zone(): string;
}

/** Seconds that are looked back, as the view of missed calls does where it opens. */
const REACH = 30 * 86_400;

/** All that has people call back. */
export function createFollowUp(parts: FollowUpParts): FollowUp {
  const { state, settings, store, parties, numbers, sync, changed, zone } = parts;
  const missedTasks = createMissedTasks({ ...parts, changed: () => changed('sync') });
  const missedColleagues = createMissedColleagues(parts);
  const following = async (): Promise<Following> => ({
    byHand: await missedTasks.byHand(),
    rules: rulesOf(await settings.read()),
    clock: zoneClock(zone()),
    now: Math.floor(Date.now() / 1000),
  });
  const missed = async (from: number, limit: number) =>
    recentMissed({ store, parties, plan: numbers.plan }, await following(), { from, limit });
  const missedCount = async () => (await missed(Math.floor(Date.now() / 1000) - REACH, 0)).open;
  return {
    missedTasks,
    missedColleagues,
    notices: createNotices({
      ...{ state, settings, missed, record: sync.record, show: showNotice, clear: clearNotice, open: openPage },
      ...{ now: Date.now, zone, languages: () => [browser.i18n.getUILanguage()], errorSentences },
    }),
    following,
    missedCount,
    showMissedCount: showMissedCount(missedCount, settings),
  };
}

function rulesOf({ missed: { hours, seconds, menu }, unknown: { days, from, until } }: Settings): FollowUpRules {
  return { seconds, menu, ...(hours === 'working' && { hours: { days, from, until } }) };
}
