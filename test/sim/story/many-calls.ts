import type { Call, Marks, Step } from './call';
import type { Row } from './leg';
import { legs } from './legs';
import { createPbx } from './pbx';
import { createRandom } from './random';
import { createZone, type Zone } from './zone';

export interface ManyCalls {
  readonly calls: number;
  readonly seed: number;
  /** UTC epoch seconds; calls start at or after `from` and before `to`, in order. */
  readonly from: number;
  readonly to: number;
  readonly zone?: Zone;
  /** How many different outside numbers call; default one for every twenty calls. */
  readonly numbers?: number;
  /** AcctId of the first leg. */
  readonly firstAcctId?: number;
}

export interface ToldCall {
  readonly call: Call;
  readonly rows: readonly Row[];
}

const PLAIN: Marks = {
  recordings: 0,
  recordingOnFork: false,
  late: 0,
  ownSession: false,
  glued: false,
  analog: false,
};
const RECORDED: Marks = { ...PLAIN, recordings: 1 };

/**
 * A great many calls, about three legs each, the same for the same seed. One at a time, so that nobody has to hold
 * them all. AcctIds go up call by call here: interleaving them would need all legs at once.
 */
export function* manyCalls(wish: ManyCalls): Generator<ToldCall, void, undefined> {
  const random = createRandom(wish.seed);
  const pbx = createPbx(wish.zone ?? createZone(), wish.seed);
  const numbers = wish.numbers ?? Math.max(20, Math.floor(wish.calls / 20));
  let acctId = wish.firstAcctId ?? 100_000;
  for (let place = 0; place < wish.calls; place++) {
    const at = Math.floor(wish.from + ((wish.to - wish.from) * (place + random() * 0.9)) / wish.calls);
    const call = oneCall(at, outsideNumber(random, numbers), random);
    const rows = legs(call, pbx);
    for (const row of rows) row.leg.AcctId = String(acctId++);
    yield { call, rows };
  }
}

/** A few numbers call often, most seldom: a square law over the fictitious mobile and fixed ranges. */
function outsideNumber(random: () => number, numbers: number): string {
  const which = Math.floor(random() ** 2 * numbers);
  const ranges = ['063998', '019900', '026191', '035301', '046571', '053649'];
  // Sixty thousand reserved numbers are not enough for a million calls; the rest borrow longer ones.
  const range = ranges[which % ranges.length] ?? '063998';
  const rest = Math.floor(which / ranges.length);
  return rest < 10_000 ? `${range}${String(rest).padStart(4, '0')}` : `+4498${String(which).padStart(8, '0')}`;
}

const DESKS = ['201', '202', '203', '204', '206'];

function oneCall(at: number, number: string, random: () => number): Call {
  const dice = random();
  const talk = 15 + Math.floor(random() ** 2 * 900);
  const ring = 4 + Math.floor(random() * 25);
  const place = Math.floor(random() * DESKS.length);
  const desk = DESKS[place] ?? '201';
  const others = DESKS.filter((extension) => extension !== desk).slice(0, 2 + Math.floor(random() * 2));
  const answered: Step = { what: 'answered', ext: desk, seconds: talk, after: undefined };
  const othersRang: Step = { what: 'rang', exts: others, seconds: ring };
  const marks = random() < 0.5 ? RECORDED : PLAIN;
  const from = { line: '', at, caller: number, name: '', did: '', marks } as const;

  if (dice < 0.3) {
    const lifted = random() < 0.8;
    const step: Step = lifted ? { ...answered, ext: number } : { what: 'rang', exts: [number], seconds: ring };
    return { ...from, way: 'out', caller: desk, steps: [step] };
  }
  if (dice < 0.5) return { ...from, way: 'in', steps: [answered] };
  if (dice < 0.56) return { ...from, way: 'in', steps: [{ what: 'rang', exts: [desk], seconds: ring }] };
  if (dice < 0.62) return { ...from, way: 'internal', caller: '205', steps: [answered] };
  if (dice < 0.8) return { ...from, way: 'in', steps: [{ what: 'group', ext: '6400' }, othersRang, answered] };
  if (dice < 0.84) return { ...from, way: 'in', steps: [{ what: 'group', ext: '6400' }, othersRang] };
  if (dice < 0.94) return { ...from, way: 'in', steps: [{ what: 'queue', ext: '6500' }, othersRang, answered] };
  if (dice < 0.97) {
    return {
      ...from,
      way: 'in',
      steps: [{ what: 'ivr', ext: '7000', seconds: 12 }, { what: 'group', ext: '6400' }, othersRang, answered],
    };
  }
  const park: Step[] = [
    answered,
    { what: 'park', slot: '71', seconds: ring },
    { what: 'retrieved', ext: '202', seconds: 40 },
  ];
  return { ...from, way: 'in', steps: park };
}
