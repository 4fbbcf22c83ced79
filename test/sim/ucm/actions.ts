import { type Answer, json } from '../answer';
import type { Fault } from '../faults';
import type { Row } from '../story/leg';
import type { Zone } from '../story/zone';
import { type createCdrapi, readWish } from './cdrapi';
import { LISTINGS } from './listings';
import type { UcmCounters } from './log';
import { type RecapiRules, recapi } from './recapi';
import type { Recordings } from './recordings';
import type { Sessions, Verdict } from './sessions';
import type { Table } from './table';

export interface Desk {
  readonly sessions: Sessions;
  readonly table: Table;
  readonly recordings: Recordings;
  readonly cdrapi: ReturnType<typeof createCdrapi>;
  readonly zone: Zone;
  /** as its status tells */
  readonly statusZone: Zone;
  readonly counters: UcmCounters;
  readonly refused: ReadonlySet<string>;
  readonly recapiRules: RecapiRules;
}

/** What the UCM says, and how many legs it says. */
export interface Said {
  readonly answer: Answer;
  readonly status: number | undefined;
  readonly rows?: number;
}

type Request = Readonly<Record<string, unknown>>;

/** Answers one action (sections 1.1, 2, 3.1, 4.2). `now`: UTC epoch seconds on the UCM's clock. */
export function act(desk: Desk, request: Request, address: string, now: number, fault: Fault | undefined): Said {
  const action = typeof request['action'] === 'string' ? request['action'] : '';
  if (fault?.kind === 'status') return say({ status: fault.status, response: fault.response ?? {} });
  if (action === 'challenge' || action === 'login') return enter(desk, action, request, address, now);

  if (fault?.kind === 'expire') desk.sessions.endAll();
  const state = desk.sessions.check(request['cookie'], now);
  if (state !== 0) return say({ status: state, response: {} });
  if (action === 'logout') {
    desk.sessions.logout(String(request['cookie']));
    return say({ status: 0, response: {} });
  }
  const listing = LISTINGS[action];
  const known = listing !== undefined || ['cdrapi', 'recapi', 'getRecordInfosByCall'].includes(action);
  if (!known) return say({ status: -19, response: {} });
  if (desk.refused.has(action)) return say({ status: -47, response: {} });
  if (listing) return say({ status: 0, response: listing(now, desk.statusZone, request) });
  if (action === 'getRecordInfosByCall') return say(recordInfos(desk.table.byAcctId(String(request['id']))));
  if (action === 'recapi') {
    return { answer: recapi(request, desk.recordings, now, desk.recapiRules), status: undefined };
  }
  return { status: undefined, ...desk.cdrapi(readWish(request), now, fault) };
}

const say = (verdict: Verdict): Said => ({ answer: json(verdict), status: verdict.status });

function enter(desk: Desk, action: 'challenge' | 'login', request: Request, address: string, now: number): Said {
  const user = String(request['user'] ?? '');
  if (action === 'challenge') {
    desk.counters.challenges += 1;
    return say(desk.sessions.challenge(user, address, now));
  }
  const verdict = desk.sessions.login(user, String(request['token'] ?? ''), address, now);
  if (verdict.status === 0) desk.counters.logins += 1;
  else desk.counters.wrongLogins += 1;
  return say(verdict);
}

/** Commas here, not `@` (section 4.1); the AcctId must be the leg's, and an unknown one is an invalid value. */
function recordInfos(row: Row | undefined): Verdict {
  if (!row) return { status: -15, response: {} };
  const names = row.leg.recordfiles.split('@').filter((name) => name !== '');
  return { status: 0, response: { recordfiles: names.join(',') } };
}
