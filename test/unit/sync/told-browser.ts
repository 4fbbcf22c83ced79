import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { type Database, openDatabase } from '../../../lib/store/database';
import { emptyPullState, type PullState, pullCalls } from '../../../lib/sync/pull-calls';
import { readCdrPage } from '../../../lib/ucm/read-cdr-page';
import type { Row } from '../../sim/story/leg';
import type { Zone } from '../../sim/story/zone';
import { createCdrapi, readWish } from '../../sim/ucm/cdrapi';
import type { Shape } from '../../sim/ucm/grouping';
import { createTable } from '../../sim/ucm/table';

export interface Machine {
  zone: Zone;
  order: 'ascending' | 'descending';
  container: 'bare' | 'status' | 'response' | 'cdr';
  shape: Shape;
  /** rows of a page, whatever is asked for */
  cap: number;
  /** what it makes of `timeFilterType`; understood where nothing is said */
  ends?: 'ignored' | 'nothing';
}

/** A simulated UCM without a network: the parameters we send, the answers it makes of them. */
export function machine({ zone, order, container, shape, cap, ends }: Machine, rows: readonly Row[]) {
  const table = createTable(zone, order);
  table.add(rows);
  const answer = createCdrapi(table, shape, container);
  let asked = 0;
  return {
    zone,
    asked: () => asked,
    add: table.add,
    /** The session of a UCM whose clock stands at `now`. */
    at: (now: number) => ({
      async ask(_action: string, parameters: object = {}) {
        asked++;
        const wish = readWish({ ...parameters, ...(ends === 'ignored' ? { timeFilterType: '' } : {}) });
        if (ends === 'nothing' && wish.timeFilterType !== '') return { cdr_root: [] };
        const page = answer({ ...wish, numRecords: Math.min(cap, wish.numRecords) }, now, undefined);
        return JSON.parse(String(page.answer.body));
      },
      askFile: () => Promise.reject(new Error('no file was asked for')),
    }),
  };
}

const opened: Database[] = [];
let name = 0;

export function closeBrowsers(): void {
  for (const db of opened.splice(0)) db.close();
}

/** A browser with nothing kept yet. `guessedOffset`: its own zone, seconds east of Greenwich. */
export async function browser(guessedOffset: number) {
  const db = await openDatabase(`told-${name++}`);
  opened.push(db);
  const store = createCallStore(db, (raw) => raw);
  let state: PullState = emptyPullState;
  return {
    state: () => state,
    async calls() {
      const { catalogue } = await store.memory();
      const kept = [];
      for (const { id } of catalogue.segments()) kept.push(...(await store.rows(id)));
      return kept.map(({ call }) => call);
    },
    /** `ahead`: seconds by which the UCM's clock is ahead of the true time */
    pull(ucm: ReturnType<typeof machine>, now: number, days: number, ahead = 0) {
      return this.pullBy(ucm, { now: () => now, answered: () => undefined }, days, { ahead });
    },
    /** The same while time goes on: the clock is told of every question that was answered, and `signal` may end it. */
    pullBy(
      ucm: ReturnType<typeof machine>,
      clock: { now(): number; answered(): void },
      days: number,
      { ahead = 0, signal = new AbortController().signal }: { ahead?: number; signal?: AbortSignal } = {},
    ) {
      return pullCalls(
        {
          async readPage(page, stop) {
            const { setAside, ...rest } = await readCdrPage(ucm.at(clock.now() + ahead), page, stop);
            clock.answered();
            return { ...rest, setAside: Object.fromEntries(Object.entries(setAside).map(([why, n]) => [why, n ?? 0])) };
          },
          hasEnds: async () => true,
          async readClock() {
            const said = clock.now() + ahead;
            clock.answered();
            return { zoneOffset: ucm.zone.offsetAt(said), clock: said };
          },
          addLegs(legs, offset, next) {
            state = next ?? state;
            return addLegs(store, legs, offset, next ? { pull: next } : {});
          },
          now: clock.now,
          guessedOffset,
          onProgress: () => undefined,
        },
        state,
        days,
        signal,
      );
    },
  };
}
