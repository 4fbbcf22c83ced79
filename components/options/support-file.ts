import { type LogEntry, masked } from '../../lib/log';
import type { OptionsState } from '../../lib/questions/questions';
import type { WaitingNote } from '../../lib/questions/why-number';
import { healthText } from './HealthLine';
import { healthOf } from './health';
import type { OptionsWords } from './options-words';

interface Told {
  /** of the extension */
  version: string;
  state: OptionsState;
  entries: readonly LogEntry[];
  notes: readonly WaitingNote[];
  /** for the one sentence in it */
  words: OptionsWords;
  /** UTC epoch seconds */
  now: number;
}

/**
 * What whoever helps needs to know, as one JSON file: settings, state and log. Secrets never come to this page, so none
 * can be in it; telephone numbers are masked.
 */
export function supportFile({ version, state, entries, notes, words, now }: Told): { name: string; text: string } {
  const saved = iso(now);
  const { settings, sync, hasUcmPassword, hasDolibarrKey, access } = state;
  const found = healthOf(state, now);
  const health = `${found.mark}: ${healthText(found, state, words, now)}`;
  const told = {
    version,
    browser: navigator.userAgent,
    saved,
    health,
    hasUcmPassword,
    hasDolibarrKey,
    access,
    settings,
    sync,
  };
  const text = JSON.stringify(
    { ...told, waitingNotes: notes.map(readableNote), log: entries.map(readable) },
    (_name, part) => mask(part),
    2,
  );
  return { name: `calls-for-dolibarr ${saved.slice(0, 16).replace(':', '.')}.json`, text };
}

function readable({ first, last, ...entry }: LogEntry) {
  return { first: new Date(first).toISOString(), last: new Date(last).toISOString(), ...entry };
}

function readableNote({ call, since, next, ...note }: WaitingNote) {
  return { call: iso(call), since: iso(since), ...(next === undefined ? {} : { next: iso(next) }), ...note };
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** Moments look like long numbers: they stay as they are. */
function mask(part: unknown): unknown {
  return typeof part === 'string' && !/^\d{4}-\d\d-\d\dT/.test(part) ? masked(part) : part;
}
