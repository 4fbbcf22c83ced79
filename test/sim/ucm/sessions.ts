import { createHash, randomInt } from 'node:crypto';

/** `{status, response}` of the UCM; status 0 is good. */
export interface Verdict {
  readonly status: number;
  readonly response: Readonly<Record<string, unknown>>;
}

export interface SessionRules {
  readonly user: string;
  readonly password: string;
  /** Seconds a cookie lives from its issue; use does not extend it (section 1.1: assume not). */
  readonly cookieLife: number;
  /** Seconds a challenge may be used. */
  readonly challengeLife: number;
  readonly loginAttempts: number;
  /** Seconds an address is banned for; 0 = for ever (section 2). */
  readonly banPeriod: number;
  readonly unknownUser: -47 | -71;
  /** A second login ends the first session. */
  readonly singleSession: boolean;
}

export interface Sessions {
  challenge(user: string, address: string, now: number): Verdict;
  login(user: string, token: string, address: string, now: number): Verdict;
  logout(cookie: string): void;
  /** 0 = good, -5 = missing, -6 = unknown or run out. */
  check(cookie: unknown, now: number): 0 | -5 | -6;
  /** Ends every session at once. */
  endAll(): void;
  setPassword(password: string): void;
  unban(): void;
}

/** Challenge, login and cookies by sections 1.1 and 2. Times are UTC epoch seconds of the UCM's clock. */
export function createSessions(rules: SessionRules): Sessions {
  let password = rules.password;
  let open: { readonly challenge: string; readonly until: number } | undefined;
  const cookies = new Map<string, number>();
  const wrong = new Map<string, number>();
  const banned = new Map<string, number>();

  const good = (response: Record<string, unknown>): Verdict => ({ status: 0, response });
  const bad = (status: number, response: Record<string, unknown> = {}): Verdict => ({ status, response });

  function ban(address: string, now: number): Verdict | undefined {
    const until = banned.get(address);
    if (until === undefined) return undefined;
    if (now < until) return bad(-68, { remain_time: until === Infinity ? 0 : Math.ceil(until - now) });
    banned.delete(address);
    wrong.delete(address);
    return undefined;
  }

  function refuse(address: string, now: number): Verdict {
    const count = (wrong.get(address) ?? 0) + 1;
    wrong.set(address, count);
    if (count >= rules.loginAttempts) {
      banned.set(address, rules.banPeriod === 0 ? Number.POSITIVE_INFINITY : now + rules.banPeriod);
    }
    return bad(-37, { remain_num: Math.max(0, rules.loginAttempts - count) });
  }

  return {
    challenge(user, address, now) {
      const stopped = ban(address, now);
      if (stopped) return stopped;
      if (user !== rules.user) return bad(rules.unknownUser);
      const challenge = String(randomInt(1e9, 1e10)).padStart(16, '0');
      open = { challenge, until: now + rules.challengeLife };
      return good({ challenge });
    },
    login(user, token, address, now) {
      const stopped = ban(address, now);
      if (stopped) return stopped;
      const asked = open;
      open = undefined;
      const expected = createHash('md5')
        .update(`${asked?.challenge ?? ''}${password}`, 'utf8')
        .digest('hex');
      // A challenge used twice or too late makes the right password look wrong: the device cannot tell them apart.
      if (user !== rules.user || !asked || now > asked.until || token !== expected) return refuse(address, now);
      wrong.delete(address);
      if (rules.singleSession) cookies.clear();
      const cookie = `sid${randomInt(1e8, 1e9)}-${Math.floor(now)}`;
      cookies.set(cookie, now);
      return good({ cookie });
    },
    logout: (cookie) => void cookies.delete(cookie),
    check(cookie, now) {
      if (typeof cookie !== 'string' || cookie === '') return -5;
      const issued = cookies.get(cookie);
      return issued !== undefined && now - issued < rules.cookieLife ? 0 : -6;
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
