import { randomInt } from 'node:crypto';
import type { SessionRules } from './sessions';

export interface RestSessions {
  /** The cookie of a new session; undefined: refused, whatever the reason, and the caller is not told which. */
  login(user: unknown, password: unknown, address: string, now: number): string | undefined;
  /** Whether a `Cookie` header names a living session. */
  knows(header: string | undefined, now: number): boolean;
  endAll(): void;
  setPassword(password: string): void;
  unban(): void;
}

/**
 * Sessions of the simple REST form. A banned address (section 2) is refused like a wrong password, with the right one too.
 * Times are UTC epoch seconds of the UCM's clock.
 */
export function createRestSessions(rules: SessionRules): RestSessions {
  let password = rules.password;
  const cookies = new Map<string, number>();
  const wrong = new Map<string, number>();
  const banned = new Map<string, number>();
  return {
    login(user, given, address, now) {
      const until = banned.get(address);
      if (until !== undefined && now < until) return undefined;
      if (until !== undefined) {
        banned.delete(address);
        wrong.delete(address);
      }
      if (user !== rules.user || given !== password) {
        const count = (wrong.get(address) ?? 0) + 1;
        wrong.set(address, count);
        const end = rules.banPeriod === 0 ? Number.POSITIVE_INFINITY : now + rules.banPeriod;
        if (count >= rules.loginAttempts) banned.set(address, end);
        return undefined;
      }
      wrong.delete(address);
      if (rules.singleSession) cookies.clear();
      const cookie = `session=${randomInt(1e9, 1e10)}`;
      cookies.set(cookie, now);
      return cookie;
    },
    knows(header, now) {
      return (header ?? '').split('; ').some((part) => {
        const issued = cookies.get(part);
        return issued !== undefined && now - issued < rules.cookieLife;
      });
    },
    endAll: () => cookies.clear(),
    setPassword(next) {
      password = next;
    },
    unban() {
      banned.clear();
      wrong.clear();
    },
  };
}
