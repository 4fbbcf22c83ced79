import { AppError } from '../errors';
import { afterBan, afterStop, banSeconds } from './guard';
import type { Account, LoginGuard } from './session-state';
import type { UcmAnswer, Verdict } from './status';

export interface ConsequenceDeps {
  guard: LoginGuard;
  /** nobody asks this account's UCM anything for so long */
  pause(account: Account, seconds: number): Promise<void>;
  now(): number;
}

/** Does what a verdict demands of the future (stop, ban, pause) and gives the error to throw. */
export async function consequence(
  deps: ConsequenceDeps,
  account: Account,
  action: string,
  verdict: Verdict,
  answer: UcmAnswer,
): Promise<AppError> {
  const host = account.place;
  switch (verdict.act) {
    case 'stop': {
      const remaining = answer.response?.remain_num;
      const error = new AppError(verdict.code, { host, ...(remaining === undefined ? {} : { remaining }) });
      await deps.guard.write(afterStop(await deps.guard.read(), account, error));
      return error;
    }
    case 'ban': {
      const seconds = banSeconds(answer.response?.remain_time);
      await deps.guard.write(afterBan(await deps.guard.read(), account, seconds, deps.now()));
      return new AppError('ucm-banned', { host, seconds });
    }
    case 'wait':
      await deps.pause(account, verdict.seconds);
      return new AppError('ucm-busy', { host, seconds: verdict.seconds });
    case 'disable':
      return new AppError('ucm-not-this-action', { host, subject: action, reason: String(answer.status) });
    default:
      return new AppError('ucm-status', { host, subject: action, reason: String(answer.status) });
  }
}
