import { keptDays } from '../../lib/settings/history';
import { dropCallsBefore, dropNotesBefore } from '../../lib/store/retention';
import type { Parts } from './parts';
import { coverageSince } from './synchronisation';

const RETAINED = 'retained';
/** seconds between two looks at what is too old */
const EVERY = 20 * 3600;

/**
 * Drops what is kept no longer: calls and notes on them, copies of recordings, the log. Once a day, and at once when
 * `now` is asked for. A note that Dolibarr does not have yet stays until it does.
 */
export async function retain(parts: Parts, when: 'due' | 'now' = 'due'): Promise<void> {
  const { settings, state, store, notes, log, recordings, changed } = parts;
  const seconds = Math.floor(Date.now() / 1000);
  const last = Number((await state.read(RETAINED)) ?? 0);
  // a clock that was set back must not put it off
  if (when === 'due' && last <= seconds && seconds - last < EVERY) return;
  const now = await settings.read();
  const before = seconds - keptDays(now) * 86_400;
  const dropped = await dropCallsBefore(store, before, await coverageSince(state, before));
  await dropNotesBefore(notes, before);
  await log.prune();
  await recordings.tidy();
  await state.write(RETAINED, seconds);
  if (dropped > 0) changed('calls');
}
