import type { Fault } from '../sim';
import type { Kind, Run } from './run-of';

/** Requests that meet a fault which lasts until it is taken away. */
const ALWAYS = 1000;

type Action = 'challenge' | 'login' | 'cdrapi';

/** Pages of calls meet it after the first one came as it should, so that half of the work is done. */
export function at(action: Action, fault: Fault, times = ALWAYS): Pick<Run, 'begin'> {
  return {
    begin({ faults }) {
      if (action === 'cdrapi') faults.add('cdrapi', { kind: 'delay', ms: 0 });
      faults.add(action, fault, times);
      return undefined;
    },
  };
}

const everywhere = (fault: Fault, times?: number): Run[] => [
  at('challenge', fault, times),
  at('login', fault, times),
  at('cdrapi', fault, times),
];

/** Section 2 of the API notes; the last stands for those that nobody has listed. */
const codes = [
  ...[-1, -5, -6, -7, -8, -9, -10, -11, -15, -16, -19, -24, -25, -26, -30, -37, -43, -44, -45, -46, -47, -50, -51],
  ...[-57, -68, -69, -70, -71, -90, -98, -251, -99],
];

/** What the UCM says besides. */
const details: Record<number, Record<string, unknown>> = {
  [-1]: { error_msg: 'Invalid parameters!' },
  [-37]: { remain_num: 3 },
  [-68]: { remain_time: 280 },
};

const statuses: Kind[] = codes.map((status) => ({
  name: `ucm status ${status}`,
  runs: everywhere({ kind: 'status', status, response: details[status] ?? {} }),
}));

const captcha = { captcha_filename: 'captcha-4711.png' };

/** What an answer can be in the place of what it should be. */
export const kindsOfAnswers: readonly Kind[] = [
  ...statuses,
  {
    name: 'ucm slow answers',
    runs: [
      at('challenge', { kind: 'delay', ms: 8000 }, 1),
      at('login', { kind: 'delay', ms: 8000 }, 1),
      at('cdrapi', { kind: 'delay', ms: 8000 }, 2),
      at('cdrapi', { kind: 'delay', ms: 35_000 }, 1),
    ],
  },
  { name: 'ucm cut in the middle', runs: everywhere({ kind: 'cut' }) },
  { name: 'ucm garbage', runs: everywhere({ kind: 'garbage' }) },
  { name: 'ucm html', runs: everywhere({ kind: 'html' }) },
  { name: 'ucm enormous', runs: everywhere({ kind: 'enormous', bytes: 100_000_000 }, 1) },
  { name: 'ucm forbidden', runs: everywhere({ kind: 'forbidden' }) },
  { name: 'ucm http 500', runs: everywhere({ kind: 'http', code: 500 }) },
  { name: 'ucm drop', runs: everywhere({ kind: 'drop' }) },
  { name: 'ucm hang', runs: everywhere({ kind: 'hang' }, 1) },
  {
    name: 'ucm captcha',
    runs: [
      at('challenge', { kind: 'status', status: 0, response: { ...captcha, challenge: '0000001496038514' } }),
      at('challenge', { kind: 'status', status: -37, response: captcha }),
      at('login', { kind: 'status', status: -37, response: { ...captcha, remain_num: 2 } }),
    ],
  },
];
