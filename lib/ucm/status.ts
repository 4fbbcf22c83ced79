import * as z from 'zod/mini';
import type { ErrorCode } from '../errors';

/** What is to be done about a status of the UCM. */
export type Verdict =
  | { act: 'ok' }
  /** the session is over: once more, and once only */
  | { act: 'login-again' }
  /** everybody waits so many seconds */
  | { act: 'wait'; seconds: number }
  /** nothing more with these credentials until a person acts: each further try may get this address banned */
  | { act: 'stop'; code: ErrorCode }
  /** this address is banned for the time that the answer states */
  | { act: 'ban' }
  /** the API user or the firmware lacks this action; others may work */
  | { act: 'disable' }
  /** this request failed and no rule of ours helps */
  | { act: 'fail' };

const again: Verdict = { act: 'login-again' };
const fail: Verdict = { act: 'fail' };

/** Section 2 of the API notes; what is not listed there counts as -9. */
const verdicts: Record<number, Verdict> = {
  0: { act: 'ok' },
  // invalid parameters
  [-1]: fail,
  // need authentication, cookie error, timeout of the session
  [-5]: again,
  [-6]: again,
  [-8]: again,
  // connection closed, abnormal system error
  [-7]: fail,
  [-9]: fail,
  // one home-made table only: no permission, wrong password, too many sessions
  [-10]: { act: 'disable' },
  [-11]: { act: 'stop', code: 'ucm-wrong-password' },
  [-30]: { act: 'wait', seconds: 60 },
  // invalid value, no such item
  [-15]: fail,
  [-16]: fail,
  // unknown action
  [-19]: { act: 'disable' },
  // failed to operate, update, get
  [-24]: fail,
  [-25]: fail,
  [-26]: fail,
  [-37]: { act: 'stop', code: 'ucm-wrong-password' },
  // modified meanwhile, already added
  [-43]: fail,
  [-44]: fail,
  [-45]: { act: 'wait', seconds: 15 },
  [-46]: { act: 'wait', seconds: 15 },
  [-47]: { act: 'disable' },
  // sensitive characters
  [-50]: fail,
  // another task is running
  [-51]: { act: 'wait', seconds: 15 },
  [-251]: { act: 'wait', seconds: 15 },
  [-57]: { act: 'wait', seconds: 60 },
  [-68]: { act: 'ban' },
  // conferences and digital calls going on
  [-69]: fail,
  [-90]: fail,
  [-98]: fail,
  [-70]: { act: 'stop', code: 'ucm-login-forbidden' },
  [-71]: { act: 'stop', code: 'ucm-unknown-user' },
};

/** Without a session nothing can be lost: a refused challenge or login is no matter of actions or cookies. */
const loginVerdicts: Record<number, Verdict> = {
  [-5]: fail,
  [-6]: fail,
  [-8]: fail,
  // API off, user unknown, or this address not permitted: the UCM says the same for all three
  [-47]: { act: 'stop', code: 'ucm-no-permission' },
  [-10]: { act: 'stop', code: 'ucm-no-permission' },
  [-19]: fail,
};

/** `status` undefined: an answer that bears none, as cdrapi gives on success. */
export function judge(status: number | undefined, during: 'login' | 'action'): Verdict {
  if (status === undefined) return { act: 'ok' };
  return (during === 'login' ? loginVerdicts[status] : undefined) ?? verdicts[status] ?? fail;
}

const number = z.union([z.number(), z.pipe(z.string().check(z.regex(/^-?\d+$/)), z.transform(Number))]);

const answerSchema = z.object({
  status: z.optional(z.catch(z.optional(number), undefined)),
  response: z.optional(
    z.catch(
      z.optional(
        z.object({
          challenge: z.optional(z.string()),
          cookie: z.optional(z.string()),
          remain_num: z.optional(z.catch(z.optional(number), undefined)),
          remain_time: z.optional(z.catch(z.optional(number), undefined)),
          captcha_filename: z.optional(z.unknown()),
        }),
      ),
      undefined,
    ),
  ),
});

export type UcmAnswer = z.infer<typeof answerSchema>;

/** What every answer may bear. Never throws: what is no object says nothing. */
export function readAnswer(body: unknown): UcmAnswer {
  const read = answerSchema.safeParse(body);
  return read.success ? read.data : {};
}
