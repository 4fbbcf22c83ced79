import type { Match } from '../calls/match';
import type { NumberPlan } from '../calls/number';
import { callsAddress } from '../dolibarr/page';
import type { JournalAnswer, JournalCall, JournalFilter, JournalLine, OverviewAnswer } from '../questions/journal';
import type { Figures } from '../questions/questions';
import type { CallMemory, CallStore } from '../store/call-store';
import { lineKey, markOf, readLineKey } from '../store/columns';
import { figuresOf, type Hit } from '../store/find-calls';
import { allCalls, filterJournal } from './all-calls';
import { nameOf } from './card-numbers';
import { readDirectory, type WhoHas } from './directory';
import { legLines } from './leg-lines';
import { baseLine, shownNumber } from './lines';

export interface JournalDeps {
  store: CallStore;
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
  /** forgets what was found, when calls, parties or settings changed */
  changed(): void;
}

interface Known {
  memory: CallMemory;
  who: WhoHas;
  hits: Hit[];
  plan: NumberPlan;
  root: string;
}

export function createJournalAnswers({ store, plan, root }: JournalDeps): JournalAnswers {
  let known: Promise<Known> | undefined;
  // A list asks again for each page: what its filter lets through is found once.
  let last: { known: Known; filter: string; shown: Hit[]; figures: Figures } | undefined;

  async function read(): Promise<Known> {
    const numberPlan = plan();
    const [memory, who, hits, dolibarr] = await Promise.all([
      store.memory(),
      readDirectory(store, numberPlan),
      allCalls(store),
      root(),
    ]);
    return { memory, who, hits, plan: numberPlan, root: dolibarr };
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

  function filtered(all: Known, filter: JournalFilter): { shown: Hit[]; figures: Figures } {
    const name = JSON.stringify(filter);
    if (last?.known !== all || last.filter !== name) {
      const shown = filterJournal(all.memory, all.who, all.hits, filter);
      last = { known: all, filter: name, shown, figures: figuresOf(shown) };
    }
    return last;
  }

  return {
    changed() {
      known = undefined;
      last = undefined;
    },

    async journal(filter, offset, limit) {
      const all = await everything();
      const { shown, figures } = filtered(all, filter);
      return {
        all: all.hits.length,
        figures,
        lines: shown.slice(offset, offset + limit).map((hit) => journalLine(all, hit)),
      };
    },

    async overview(stretches, limit) {
      const all = await everything();
      const missed = all.hits.filter(({ open }) => open);
      return {
        all: all.hits.length,
        figures: stretches.map((stretch) => figuresOf(filterJournal(all.memory, all.who, all.hits, stretch))),
        recent: all.hits.slice(0, limit).map((hit) => journalLine(all, hit)),
        open: missed.slice(0, limit).map((hit) => journalLine(all, hit)),
        openCount: missed.length,
      };
    },

    async call(key) {
      const all = await everything();
      const wanted = readLineKey(key);
      const at = all.hits.findIndex(
        ({ columns, row }) => columns.start[row] === wanted?.start && columns.mark[row] === wanted?.mark,
      );
      const hit = all.hits[at];
      if (!hit) return undefined;
      const stored = (await store.rows(hit.columns.id))[hit.row];
      if (!stored || markOf(stored.call.key) !== wanted?.mark) return undefined;
      const { call, legs } = stored;
      return {
        line: journalLine(all, hit),
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
        newer: keyOf(all.hits[at - 1]),
        older: keyOf(all.hits[at + 1]),
      };
    },
  };
}

function matchOf({ who }: Known, { columns, row }: Hit): Match | undefined {
  return who.match(columns.number[row] ?? 0);
}

function journalLine(all: Known, hit: Hit): JournalLine {
  const match = matchOf(all, hit);
  return {
    ...baseLine(all.memory, all.plan, hit),
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
