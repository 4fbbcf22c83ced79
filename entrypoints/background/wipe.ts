import { browser } from '../../lib/browser';
import { cookieRulePermission } from '../../lib/settings/access';
import { deleteDatabase } from '../../lib/store/database';
import { forgetPageScript } from './content-scripts';
import type { Parts } from './parts';
import { endUcmSession } from './save-settings';

/** ms that a UCM out of reach may put off the wiping */
const PATIENCE = 5000;

/**
 * Leaves nothing of this extension in this browser: database, secrets, what is in the browser's storage, alarms, scripts and
 * the access to the two hosts. The parts are of no use afterwards. Throws AppError `store-broken`.
 */
export async function wipe(parts: Parts): Promise<void> {
  await parts.recordings.ownCommand({ do: 'stop' });
  // A machine that is away keeps its session for ten minutes more; that is no reason to keep anything here.
  const ended = endUcmSession(parts).catch(() => undefined);
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  await browser.alarms.clearAll();
  await forgetPageScript();
  parts.close();
  await deleteDatabase();
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  // Asked for where a machine wants it; a browser that gave it without asking keeps it.
  await browser.permissions.remove({ permissions: [cookieRulePermission as never] }).catch(() => undefined); // as in the options page
  await browser.permissions.remove({ permissions: ['notifications'] });
  const { origins = [] } = await browser.permissions.getAll();
  // What was given to all sites in the browser's own settings is taken back there.
  await Promise.all(origins.map((origin) => browser.permissions.remove({ origins: [origin] }).catch(() => undefined)));
}
