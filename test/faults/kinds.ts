import type { Call, Fault, Ucm, UcmOptions } from '../sim';

/** One way in which something goes wrong. */
export interface Run {
  telephones?: UcmOptions;
  /** the calls that are there from the start; the story where none are named */
  calls?(now: number): readonly Call[];
  /** all is read once before it goes wrong */
  readBefore?: boolean;
  /** it goes wrong */
  begin(ucm: Ucm): void | Promise<void>;
  /** and is over; what was put in wait for requests is taken away besides */
  end?(ucm: Ucm): void | Promise<void>;
}

export interface Kind {
  name: string;
  runs: readonly Run[];
}

/** Requests that meet a fault which lasts until it is taken away. */
const ALWAYS = 1000;

type Action = 'challenge' | 'login' | 'cdrapi';

/** Calls meet it after the first page came as it should, so that half of the work is done. */
function at(action: Action, fault: Fault, times = ALWAYS): Run {
  return {
    begin({ faults }) {
      if (action === 'cdrapi') faults.add('cdrapi', { kind: 'delay', ms: 0 });
      faults.add(action, fault, times);
    },
  };
}

const everywhere = (fault: Fault, times = ALWAYS): Run[] => [
  at('challenge', fault, times),
  at('login', fault, times),
  at('cdrapi', fault, times),
];

const status = (code: number, response: Record<string, unknown> = {}): Kind => ({
  name: `ucm status ${code}`,
  runs: everywhere({ kind: 'status', status: code, response }),
});

export const kinds: readonly Kind[] = [
  status(-1),
  status(-37, { remain_num: 3 }),
  { name: 'ucm garbage', runs: everywhere({ kind: 'garbage' }) },
];
