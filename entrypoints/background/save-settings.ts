import { browser } from '../../lib/browser';
import { ucmOrigin } from '../../lib/settings/access';
import { checkSettings } from '../../lib/settings/check';
import { sameValue } from '../../lib/settings/paths';
import { readSettings } from '../../lib/settings/read-settings';
import type { Settings } from '../../lib/settings/settings';
import { rereadNumbers } from '../../lib/store/renew';
import { scheduleSync } from '../../lib/sync/alarms';
import { registerPageScript } from './content-scripts';
import type { Parts } from './parts';
import { keepGivenPassword } from './policy';
import { retain } from './retain';
import { startRun } from './runs';

/** Saves settings, all or none, and lets everything follow them. Throws AppError `invalid-setting`, `setting-locked`. */
export async function saveSettings(parts: Parts, value: unknown): Promise<void> {
  const before = await parts.settings.read();
  const wanted = checkSettings(value);
  const locked = await parts.settings.lockedAgainst(wanted);
  // Nothing follows settings that will not be saved: the session would end for nothing.
  if (!locked && isOtherUser(before, wanted)) await endUcmSession(parts);
  await follow(parts, before, await parts.settings.write(wanted));
}

/** The administrator gives other settings than before. */
export async function followPolicy(parts: Parts): Promise<void> {
  await endUcmSession(parts);
  parts.settings.reread();
  await keepGivenPassword(parts.policy, parts.secrets, parts.state);
  await followSettings(parts);
}

/** Name of the state that says by which settings everything stands. */
const FOLLOWED = 'followed-settings';

/** Lets everything follow settings that changed while the browser was closed: by policy, or an update's new default. */
export async function followSettings(parts: Parts): Promise<void> {
  const next = await parts.settings.read();
  const kept = await parts.state.read(FOLLOWED);
  if (kept === undefined) return parts.state.write(FOLLOWED, next);
  const before = readSettings(kept).settings;
  if (!sameValue(before, next)) await follow(parts, before, next);
}

/** While its address and password are still known: a UCM has few sessions, and ours would stay for ten minutes. */
export async function endUcmSession({ sync, connections }: Parts): Promise<void> {
  await sync.stop();
  await connections.ucm.logout();
}

function isOtherUser(before: Settings, next: Settings): boolean {
  return (
    ucmOrigin(before.ucm) !== ucmOrigin(next.ucm) ||
    before.ucm.user !== next.ucm.user ||
    before.ucm.dialect !== next.ucm.dialect
  );
}

/** By which missed calls are to be followed up. */
function followedUp({ missed, unknown: { days, from, until } }: Settings): unknown {
  return { missed, days, from, until };
}

async function follow(parts: Parts, before: Settings, next: Settings): Promise<void> {
  const { secrets, sync, numbers, store, recordings, changed } = parts;
  if (ucmOrigin(before.ucm) !== ucmOrigin(next.ucm)) await parts.forgetCoverage();
  if (!sameValue(before.dolibarr, next.dolibarr)) {
    await sync.stop();
    await parts.forgetDirectory();
    await parts.cardNotes.notes.forgetDolibarr();
    changed('directory');
  }
  if (before.secrets.keep !== next.secrets.keep) await secrets.move();
  if (numbers.use(next)) {
    await rereadNumbers(store);
    changed('calls');
    if (await parts.isSetUp()) startRun(parts, 'now');
  }
  if (!next.recordings.listen) await recordings.ownCommand({ do: 'stop' });
  await recordings.tidy();
  if (!sameValue(before.retention, next.retention)) await retain(parts, 'now');
  await registerPageScript(next);
  await scheduleSync(browser.alarms, next.sync.minutes);
  if (!sameValue(followedUp(before), followedUp(next))) await parts.showMissedCount().catch(() => undefined); // the next run shows it
  await parts.state.write(FOLLOWED, next);
  changed('settings');
}
