import { wentThroughQueue } from '../calls/leg-kind';
import type { Match } from '../calls/match';
import type { NumberPlan } from '../calls/number';
import { callsAddress } from '../dolibarr/page';
import type { JournalAnswer, JournalCall, JournalFilter, JournalLine, OverviewAnswer } from '../questions/journal';
import type { CallMemory, CallStore } from '../store/call-store';
import { lineKey, markOf, readLineKey } from '../store/columns';
import type { Hit } from '../store/find-calls';
import type { NoteStore } from '../store/notes';
import { allCalls, filterJournal, newestOf, type Shown } from './all-calls';
import type { CardRecording } from './card';
import { nameOf } from './card-numbers';
import { readDirectory, type WhoHas } from './directory';
import { legLines } from './leg-lines';
import { baseLine, shownNumber } from './lines';
import { type NotedCalls, notedCalls } from './noted-calls';

export interface JournalDeps {
  store: CallStore;
  notes: NoteStore;
  plan(): NumberPlan;
  /** of Dolibarr, without a slash at the end; '' when there is none */
  root(): Promise<string>;
}

/** Answers about all calls, for the extension's own page. */
export interface JournalAnswers {
  journal(filter: JournalFilter, offset: number, limit: number): Promise<JournalAnswer>;
  call(key: string): Promise<JournalCall | undefined>;
  /** `stretches` in UTC epoch seconds, `until` exclusive: the page knows which days are meant */
  overview(stretches: readonly { from: number; until: number }[], limit: number): Promise<OverviewAnswer>;
  /** the file of the n-th recording (from 0) of a call, and whose it is */
  recording(key: string, n: number): Promise<OwnRecording | undefined>;
  /** forgets what was found, when calls, parties or settings changed */
  changed(): void;
}

/** A recording as the player needs it, with the card of whoever has the number, or none. */
export interface OwnRecording extends CardRecording {
  /** address of that card; '' when nobody has the number */
  card: string;
  /** `thirdparty:12`; '' when nobody has the number */
  owner: string;
}

interface Known {
  memory: CallMemory;
  who: WhoHas;
  segments: Awaited<ReturnType<typeof allCalls>>;
  plan: NumberPlan;
  root: string;
}

export function createJournalAnswers({ store, notes, plan, root }: JournalDeps): JournalAnswers {
  let known: Promise<Known> | undefined;
  // A list asks again for each page: what its filter lets through is found once.
  let last: { known: Known; filter: string; noted: NotedCalls; shown: Shown } | undefined;

  async function read(): Promise<Known> {
    const numberPlan = plan();
    const [memory, who, segments, dolibarr] = await Promise.all([
      store.memory(),
      readDirectory(store, numberPlan),
      allCalls(store),
      root(),
    ]);
    return { memory, who, segments, plan: numberPlan, root: dolibarr };
  }

  function everything(): Promise<Known> {
    if (known) return known;
    const reading = read();
    known = reading;
    reading.catch(() => {
      if (known === reading) known = undefined;
    });
    return reading;
  }

  async function filtered(all: Known, filter: JournalFilter): Promise<{ noted: NotedCalls; shown: Shown }> {
    const name = JSON.stringify(filter);
    if (last?.known === all && last.filter === name) return last;
    const noted = await notedCalls(notes, Boolean(filter.text));
    last = { known: all, filter: name, noted, shown: filterJournal(all.memory, all.who, all.segments, filter, noted) };
    return last;
  }

  /** A call with its legs, and where it stands among the others. */
  async function open(all: Known, key: string) {
    const wanted = readLineKey(key);
    const at = wanted && placeOf(all, wanted);
    const stored = at && (await store.rows(at.hit.columns.id))[at.hit.row];
    return stored && markOf(stored.call.key) === wanted?.mark ? { ...stored, at } : undefined;
  }

  return {
    changed() {
      known = undefined;
      last = undefined;
    },

    async journal(filter, offset, limit) {
      const all = await everything();
      const { shown, noted } = await filtered(all, filter);
      return {
        all: all.memory.catalogue.count(),
        figures: shown.figures,
        lines: newestOf(shown, offset, limit).map((hit) => journalLine(all, hit, noted)),
      };
    },

    async overview(stretches, limit) {
      const all = await everything();
      const noted = await notedCalls(notes, false);
      const of = (filter: JournalFilter) => filterJournal(all.memory, all.who, all.segments, filter);
      const open = of({ open: true });
      return {
        all: all.memory.catalogue.count(),
        figures: stretches.map((stretch) => of(stretch).figures),
        recent: newestOf(of({}), 0, limit).map((hit) => journalLine(all, hit, noted)),
        open: newestOf(open, 0, limit).map((hit) => journalLine(all, hit, noted)),
        openCount: open.figures.calls,
      };
    },

    async recording(key, n) {
      const all = await everything();
      const opened = await open(all, key);
      const name = opened?.call.recordings[n];
      if (!opened || name === undefined) return undefined;
      const { call, legs, at } = opened;
      const party = matchOf(all, at.hit)?.answers[0]?.party;
      return {
        name,
        queue: wentThroughQueue(legs),
        of: call.recordings.length,
        label: party?.name ?? shownNumber(call.number, all.plan),
        number: call.number,
        startedAt: call.start,
        endedAt: call.start + call.duration,
        card: party && all.root !== '' ? callsAddress(all.root, party) : '',
        owner: party ? `${party.kind}:${party.id}` : '',
      };
    },

    async call(key) {
      const all = await everything();
      const opened = await open(all, key);
      if (!opened) return undefined;
      const { call, legs, at } = opened;
      const { hit } = at;
      const noted = await notedCalls(notes, false);
      return {
        line: journalLine(all, hit, noted),
        did: call.did === '' ? '' : shownNumber(call.did, all.plan),
        duration: call.duration,
        rung: call.rung,
        lastSpeaker: call.lastSpeaker,
        legs: legLines(legs, call.offset, (raw) => shownNumber(raw, all.plan)),
        recordings: call.recordings.map((name) => name.replace(/^.*\//, '')),
        reasons: (matchOf(all, hit)?.reasons ?? []).map(({ strength, party, field, stored: written }) => ({
          strength,
          party: nameOf(party),
          field,
          stored: written,
        })),
        raw: legs.map((leg) => Object.entries(leg).map(([name, value]) => [name, String(value)] as const)),
        newer: keyOf(at.newer),
        older: keyOf(at.older),
      };
    },
  };
}

/** Where a call is, and which are before and after it in time. */
function placeOf(
  { segments }: Known,
  wanted: { start: number; mark: number },
): { hit: Hit; newer: Hit | undefined; older: Hit | undefined } | undefined {
  for (let at = segments.length - 1; at >= 0; at--) {
    const { columns } = segments[at] ?? {};
    if (!columns || (columns.start[0] ?? 0) > wanted.start || (columns.start.at(-1) ?? 0) < wanted.start) continue;
    for (let row = columns.count - 1; row >= 0; row--) {
      if (columns.start[row] !== wanted.start || columns.mark[row] !== wanted.mark) continue;
      return {
        hit: hitAt(segments, at, row),
        newer: beside(segments, at, row, 1),
        older: beside(segments, at, row, -1),
      };
    }
  }
  return undefined;
}

function beside(segments: Known['segments'], at: number, row: number, step: 1 | -1): Hit | undefined {
  const count = segments[at]?.columns.count ?? 0;
  if (row + step >= 0 && row + step < count) return hitAt(segments, at, row + step);
  const next = segments[at + step];
  return next && hitAt(segments, at + step, step === 1 ? 0 : next.columns.count - 1);
}

function hitAt(segments: Known['segments'], at: number, row: number): Hit {
  const segment = segments[at];
  if (!segment) throw new RangeError(`no segment ${at}`);
  return { columns: segment.columns, row, open: segment.open[row] === 1 };
}

function matchOf({ who }: Known, { columns, row }: Hit): Match | undefined {
  return who.match(columns.number[row] ?? 0);
}

function journalLine(all: Known, hit: Hit, noted: NotedCalls): JournalLine {
  const match = matchOf(all, hit);
  return {
    ...baseLine(all.memory, all.plan, hit),
    noted: noted.isNoted(hit.columns, hit.row),
    strength: match?.strength,
    parties: (match?.answers ?? []).map(({ party }) => ({
      ...nameOf(party),
      card: all.root === '' ? '' : callsAddress(all.root, party),
    })),
  };
}

function keyOf(hit: Hit | undefined): string {
  return hit ? lineKey(hit.columns.start[hit.row] ?? 0, hit.columns.mark[hit.row] ?? 0) : '';
}
