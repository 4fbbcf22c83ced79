import type { NumberPlan } from '../calls/number';
import type { UnnamedCall } from '../calls/unnamed-call';
import type {
  ChoicesAnswer,
  ChoicesAsked,
  JournalAnswer,
  JournalCall,
  JournalPage,
  JournalWish,
  OverviewAnswer,
} from '../questions/journal';
import type { MissedAnswer, MissedWish } from '../questions/missed';
import type { StatisticsAnswer, StatisticsAsked } from '../questions/statistics';
import type { CallMemory, CallStore } from '../store/call-store';
import { markOf, readLineKey } from '../store/columns';
import type { Hit } from '../store/find-calls';
import type { NoteStore } from '../store/notes';
import type { StaffNames } from '../store/staff';
import { type AllCalls, allCallsOf, hitAt, hitsAt, placeOf, readAllCalls } from './all-calls';
import type { CardNoted } from './card';
import { createChoices } from './choices';
import { readDirectory, type WhoHas } from './directory';
import { journalCall, journalLine, keyOf } from './journal-lines';
import { createKeptLists } from './kept-lists';
import { type Following, missedCallers } from './missed-callers';
import { type NotedCalls, notedCalls } from './noted-calls';
import { notedOf, type OwnRecording, recordingOf } from './opened-call';
import { type OverCall, overCalls } from './over-calls';
import { periodStatistics } from './statistics';
import { unnamedRecordings } from './unnamed';

export interface JournalDeps {
  store: CallStore;
  notes: NoteStore;
  plan(): NumberPlan;
  /** of Dolibarr, without a slash at the end; '' when there is none */
  root(): Promise<string>;
  /** recordings of a call that its rows do not name and that were found otherwise */
  foundRecordings(key: string): Promise<string[]>;
  /** names of extensions; absent: none is known */
  staff?(): Promise<StaffNames>;
}

/** Answers about all calls, for the extension's own page. */
export interface JournalAnswers {
  journal(page: JournalPage): Promise<JournalAnswer>;
  /** a call, and those beside it in the list that is wished for */
  call(key: string, wish: JournalWish): Promise<JournalCall | undefined>;
  /** the file of the n-th recording (from 0) of a call, and whose it is */
  recording(key: string, n: number): Promise<OwnRecording | undefined>;
  /** what to ask the UCM by for recordings that the rows of the call do not name; undefined when there is nothing to ask */
  unnamed(key: string): Promise<UnnamedCall | undefined>;
  /** a call as an event of it needs it; undefined when its number is not exactly one thirdparty's, with `whoever` under 0 then */
  noted(key: string, whoever?: 'whoever'): Promise<CardNoted | undefined>;
  overview(limit: number): Promise<OverviewAnswer>;
  statistics(asked: StatisticsAsked): Promise<StatisticsAnswer>;
  choices(asked: ChoicesAsked): Promise<ChoicesAnswer>;
  missed(wish: MissedWish, following: Following): Promise<MissedAnswer>;
  /** of the calls that began at these seconds (UTC epoch) and got nobody, those after which somebody got through */
  over(starts: ReadonlySet<number>): Promise<OverCall[]>;
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
  noted: NotedCalls;
  staff: StaffNames;
}

export function createJournalAnswers({
  store,
  notes,
  plan,
  root,
  foundRecordings,
  staff,
}: JournalDeps): JournalAnswers {
  let known: Promise<Known> | undefined;
  let directory: { memory: CallMemory; who: Promise<WhoHas> } | undefined;
  const lists = createKeptLists(notes);
  const tried = new Map<string, string[]>();
  const choices = createChoices();

  async function read(): Promise<Known> {
    const numberPlan = plan();
    const memory = await store.memory();
    // a memory that was forgotten and read again may have other entries
    if (directory?.memory !== memory) directory = { memory, who: readDirectory(store, numberPlan) };
    const [who, calls, dolibarr, noted, names] = await Promise.all([
      directory.who,
      readAllCalls(store),
      root(),
      notedCalls(notes, false),
      staff?.() ?? new Map<string, string>(),
    ]);
    return { memory, who, calls, plan: numberPlan, root: dolibarr, noted, staff: names };
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

  /** Whom a call rang. Remembered, since it stands in the rows alone, of which a segment is read at once. */
  async function triedIn(all: Known, hit: Hit): Promise<string[]> {
    const key = keyOf(hit);
    let found = tried.get(key);
    if (!found) {
      const through = all.memory.extensions.text(hit.columns.through[hit.row] ?? 0);
      const rung = (await store.rows(hit.columns.id))[hit.row]?.call.rung ?? [];
      found = rung.length > 0 ? rung : through === '' ? [] : [through];
      tried.set(key, found);
    }
    return found;
  }

  /** The call with its legs. */
  async function open(all: Known, key: string) {
    const wanted = readLineKey(key);
    const place = wanted ? placeOf(all.calls, wanted) : -1;
    const hit = hitAt(all.calls, place);
    const stored = hit && (await store.rows(hit.columns.id))[hit.row];
    if (!hit || !stored || markOf(stored.call.key) !== wanted?.mark) return undefined;
    const { recordings: named } = stored.call;
    const recordings = named.length > 0 ? named : await foundRecordings(stored.call.key);
    return { ...stored, recordings, hit, place };
  }

  return {
    changed(what) {
      known = undefined;
      tried.clear();
      if (what === 'directory') directory = undefined;
    },

    async journal({ list: wanted, offset, limit, ...wish }) {
      const [list, { known: all, places, figures }] =
        wanted === undefined ? await lists.of(await everything(), wish) : lists.named(wanted);
      const lines = hitsAt(all.calls, places.subarray(offset, offset + limit)).map((hit) => journalLine(all, hit));
      const { party: owner, card } = wish.filter;
      const party = owner ? nameOfOwner(all.who, owner) : card ? all.who.onCard(card).name : '';
      return { list, all: all.calls.count, figures, lines, ...(party !== '' && { party }) };
    },

    async statistics(asked) {
      return periodStatistics(await everything(), asked);
    },

    choices: async (asked) => choices(await everything(), asked),

    async overview(limit) {
      const all = await everything();
      const { calls } = all;
      const newest = Uint32Array.from({ length: Math.min(limit, calls.count) }, (_, i) => calls.count - 1 - i);
      return {
        all: calls.count,
        recent: hitsAt(calls, newest).map((hit) => journalLine(all, hit)),
      };
    },

    async call(key, wish) {
      const all = await everything();
      const opened = await open(all, key);
      if (!opened) return undefined;
      const { place } = opened;
      const [, { places }] = await lists.of(all, wish);
      const at = places.indexOf(place);
      const beside = (step: number) => (at < 0 ? '' : keyOf(hitAt(all.calls, places[at + step] ?? -1)));
      return { ...journalCall(all, opened), before: beside(-1), after: beside(1) };
    },

    async missed(wish, following) {
      const all = await everything();
      return missedCallers(all, following, wish, (hit) => triedIn(all, hit));
    },

    async over(starts) {
      const memory = await store.memory();
      const ids = memory.catalogue.overlapping(Math.min(...starts), Number.MAX_SAFE_INTEGER).map(({ id }) => id);
      return overCalls({ calls: allCallsOf(await store.columns(ids), memory.numbers.alike()), memory }, starts);
    },

    async unnamed(key) {
      const opened = await open(await everything(), key);
      return opened && unnamedRecordings(opened.call, opened.legs);
    },

    async noted(key, whoever) {
      const all = await everything();
      const opened = await open(all, key);
      return opened && notedOf(all, opened, whoever);
    },

    async recording(key, n) {
      const all = await everything();
      const opened = await open(all, key);
      return opened && recordingOf(all, opened, n);
    },
  };
}

function nameOfOwner(who: WhoHas, wanted: string): string {
  return who.owners().list.find(({ key }) => key === wanted)?.name ?? '';
}
