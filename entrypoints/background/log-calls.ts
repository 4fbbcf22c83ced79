import { callsToLog } from '../../lib/answers/calls-to-log';
import { browser } from '../../lib/browser';
import { logCall } from '../../lib/notes/log-call';
import { spokenLanguage } from '../../lib/text/texts';
import { labelOf } from './notes';
import type { Parts } from './parts';

const NAME = 'logged-calls';
/** Seconds after its start before a call is put into the agenda: its last legs may come late. */
const SETTLED = 15 * 60;
/** Seconds for which a call without a thirdparty is looked at again: somebody may enter the number. */
const PATIENCE = 7 * 86_400;
/** Calls of one run: a day with the browser closed is caught up with in a few. */
const AT_ONCE = 100;

/** Which calls are in the agenda already, and since when they are put there. Times: UTC epoch seconds. */
interface Logged {
  since: number;
  /** marks of calls that are there, of the last days */
  calls: { mark: number; start: number }[];
}

/** Puts matched calls into Dolibarr's agenda, when that is set; never those from before it was. Throws AppError. */
export async function logCalls(parts: Parts, signal?: AbortSignal): Promise<void> {
  const { settings, state, store, parties, numbers, connections, cardNotes } = parts;
  const { notes, language } = await settings.read();
  const now = Math.floor(Date.now() / 1000);
  const before = (await state.read(NAME)) as Logged | undefined; // written below alone
  if (notes.events !== 'matched') {
    if (before) await state.write(NAME, undefined);
    return;
  }
  const logged: Logged = before ?? { since: now, calls: [] };
  if (!before) return state.write(NAME, logged);
  await connections.dolibarrReady();
  const { agenda, madeEvents } = cardNotes;
  const from = Math.max(logged.since, now - PATIENCE);
  logged.calls = logged.calls.filter(({ start }) => start >= from);
  const known = new Set(logged.calls.map(({ mark }) => mark));
  const wanted = await callsToLog(store, parties, numbers.plan(), { from, until: now - SETTLED }, known);
  const spoken = spokenLanguage(language, [browser.i18n.getUILanguage()]);
  for (const { mark, ...call } of wanted.slice(0, AT_ONCE)) {
    const named = { ...call, label: labelOf(call, spoken), language: spoken };
    await logCall(agenda, named, (event) => madeEvents.add(event, call.keys), signal);
    logged.calls.push({ mark, start: call.start });
    // Kept after each: what is made must not be made again should the worker be stopped now.
    await state.write(NAME, logged);
  }
  await state.write(NAME, logged);
}
