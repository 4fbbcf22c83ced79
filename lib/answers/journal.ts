import type { NumberPlan } from '../calls/number';
import { AppError } from '../errors';
import type { JournalAnswer, JournalCall, JournalPage, JournalWish, OverviewAnswer } from '../questions/journal';
import type { Figures } from '../questions/questions';
import type { CallMemory, CallStore } from '../store/call-store';
import { markOf, readLineKey } from '../store/columns';
import type { Hit } from '../store/find-calls';
import { type AllCalls, hitAt, placeOf, readAllCalls } from './all-calls';
import { type CardRecording, recordingOf } from './card-recording';
import { readDirectory, type WhoHas } from './directory';
import { journalCall, journalLine, keyOf } from './journal-lines';
import { selectCalls } from './select-calls';
import { sortCalls } from './sort-calls';

export interface JournalDeps {
  store: CallStore;
  plan(): NumberPlan;
  /** of Dolibarr, without a slash at the end; '' when there is none */
  root(): Promise<string>;
}

/** Answers about all calls, for the extension's own page. */
export interface JournalAnswers {
  journal(page: JournalPage): Promise<JournalAnswer>;
  /** a call, and those beside it in the list that is wished for */
  call(key: string, wish: JournalWish): Promise<JournalCall | undefined>;
  /** the file of the n-th recording (from 0) of a call, and the address of the card of who has its number */
  recording(key: string, n: number): Promise<(CardRecording & { card: string }) | undefined>;
  /** `stretches` in UTC epoch seconds, `until` exclusive: the page knows which days are meant */
  overview(stretches: readonly { from: number; until: number }[], limit: number): Promise<OverviewAnswer>;
  /** forgets what was found; the directory is read again only when it, or the way to read numbers, changed */
  changed(what: 'calls' | 'directory'): void;
}

/** What is known of all calls at a moment. */
export interface Known {
  memory: CallMemory;
  who: WhoHas;
  calls: AllCalls;
  plan: NumberPlan;
  root: string;
}

interface List {
  known: Known;
  wish: string;
  places: Uint32Array;
  figures: Figures;
}

/** Lists that are kept, the one asked for last being the last: a screen, an export and another tab. */
const KEPT = 4;

export function createJournalAnswers({ store, plan, root }: JournalDeps): JournalAnswers {
  let known: Promise<Known> | undefined;
  let directory: { memory: CallMemory; who: Promise<WhoHas> } | undefined;
  const lists = new Map<number, List>();
  let made = 0;

  async function read(): Promise<Known> {
    const numberPlan = plan();
    const memory = await store.memory();
    // a memory that was forgotten and read again may have other entries
    if (directory?.memory !== memory) directory = { memory, who: readDirectory(store, numberPlan) };
    const [who, calls, dolibarr] = await Promise.all([directory.who, readAllCalls(store), root()]);
    return { memory, who, calls, plan: numberPlan, root: dolibarr };
  }

  function everything(): Promise<Known> {
    if (known) return known;
    const reading = read();
    known = reading;
    reading.catch(() => {
      if (known === reading) known = undefined;
      directory = undefined;
    });
    return reading;
  }

  function listOf(all: Known, { filter, sort }: JournalWish): [number, List] {
    const wish = JSON.stringify([filter, sort]);
    for (const [name, list] of lists) if (list.known === all && list.wish === wish) return touch(name, list);
    const { places, figures } = selectCalls(all.memory, all.who, all.calls, filter);
    made++;
    return touch(made, { known: all, wish, figures, places: sortCalls(all.memory, all.who, all.calls, places, sort) });
  }

  function touch(name: number, list: List): [number, List] {
    lists.delete(name);
    lists.set(name, list);
    for (const oldest of lists.keys()) {
      if (lists.size <= KEPT) break;
      lists.delete(oldest);
    }
    return [name, list];
  }

  async function kept(name: number): Promise<[number, List]> {
    const list = lists.get(name);
    if (!list) throw new AppError('list-gone');
    return touch(name, list);
  }

  /** The call with its legs. */
  async function open(all: Known, key: string) {
    const wanted = readLineKey(key);
    const place = wanted ? placeOf(all.calls, wanted) : -1;
    const hit = hitAt(all.calls, place);
    const stored = hit && (await store.rows(hit.columns.id))[hit.row];
    return hit && stored && markOf(stored.call.key) === wanted?.mark ? { ...stored, hit, place } : undefined;
  }

  return {
    changed(what) {
      known = undefined;
      if (what === 'directory') directory = undefined;
    },

    async journal({ list: wanted, offset, limit, ...wish }) {
      const [list, { known: all, places, figures }] =
        wanted === undefined ? listOf(await everything(), wish) : await kept(wanted);
      const lines = hitsAt(all.calls, places.subarray(offset, offset + limit)).map((hit) => journalLine(all, hit));
      return { list, all: all.calls.count, figures, lines };
    },

    async overview(stretches, limit) {
      const all = await everything();
      const { memory, who, calls } = all;
      const missed = newestOpen(calls, limit);
      const newest = Uint32Array.from({ length: Math.min(limit, calls.count) }, (_, i) => calls.count - 1 - i);
      return {
        all: calls.count,
        figures: stretches.map((stretch) => selectCalls(memory, who, calls, stretch).figures),
        recent: hitsAt(calls, newest).map((hit) => journalLine(all, hit)),
        open: hitsAt(calls, missed.places).map((hit) => journalLine(all, hit)),
        openCount: missed.count,
      };
    },

    async call(key, wish) {
      const all = await everything();
      const opened = await open(all, key);
      if (!opened) return undefined;
      const { call, legs, hit, place } = opened;
      const [, { places }] = listOf(all, wish);
      const at = places.indexOf(place);
      const beside = (step: number) => (at < 0 ? '' : keyOf(hitAt(all.calls, places[at + step] ?? -1)));
      return { ...journalCall(all, hit, call, legs), before: beside(-1), after: beside(1) };
    },

    async recording(key, n) {
      const all = await everything();
      const opened = await open(all, key);
      const line = opened && journalLine(all, opened.hit);
      const file = opened && recordingOf(opened, n, line?.parties[0]?.name || line?.number || '');
      return file && { ...file, card: line?.parties[0]?.card ?? '' };
    },
  };
}

function hitsAt(calls: AllCalls, places: Uint32Array): Hit[] {
  return [...places].map((place) => hitAt(calls, place)).filter((hit) => hit !== undefined);
}

function newestOpen({ open, count }: AllCalls, limit: number): { places: Uint32Array; count: number } {
  const places: number[] = [];
  let found = 0;
  for (let place = count - 1; place >= 0; place--) {
    if (open[place] !== 1) continue;
    found++;
    if (places.length < limit) places.push(place);
  }
  return { places: Uint32Array.from(places), count: found };
}
