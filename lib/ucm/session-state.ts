import { AppError, type ErrorShape } from '../errors';

/** Which UCM, and as whom. */
export interface UcmTarget {
  host: string;
  port: number;
  https: boolean;
  user: string;
}

export interface UcmSecret {
  password: string;
  /** opaque; another one whenever the credentials are saved */
  credential: string;
}

/** What a worker's restart may not forget, and the browser's restart may. Times are ms since 1970. */
export interface KeptSession {
  /** what it belongs to; of another account it is worth nothing */
  account: string;
  cookie?: string;
  issuedAt: number;
  /** the UCM asked everybody to wait until then */
  pausedUntil?: number;
  /** somebody else ended our session: how often in a row, and until when we keep still */
  taken?: { times: number; until: number };
}

/** Kept by the caller in storage.session: it holds the cookie. */
export interface SessionMemory {
  read(): Promise<KeptSession | undefined>;
  write(kept: KeptSession | undefined): Promise<void>;
}

/** What no restart may forget. Times are ms since 1970. No secrets in it. */
export interface GuardState {
  /** nothing is asked by itself with these credentials */
  stopped?: ErrorShape & { credential: string };
  /** this computer is banned there; hosts are host:port */
  ban?: { host: string; until: number };
  /**
   * `unanswered`: tokens sent in a row whose answer never came, so that they may have counted as wrong; `sent`: the
   * request with the last of them, by its name (HandsRequest.keep), and as whom
   */
  lastLogin?: { host: string; at: number; unanswered: number; sent?: { name: string; account: string } };
}

/** Kept by the caller in IndexedDB. */
export interface LoginGuard {
  read(): Promise<GuardState>;
  write(state: GuardState): Promise<void>;
}

/** Target and secret together. */
export interface Account extends UcmTarget, UcmSecret {
  /** host:port */
  place: string;
  /** changes with the address, the user and whenever credentials are saved */
  id: string;
}

/** Whom to ask and as whom, as it is set now. Throws AppError `not-set-up`. */
export async function readAccount(deps: {
  target(): Promise<UcmTarget | undefined>;
  secret(): Promise<UcmSecret | undefined>;
}): Promise<Account> {
  const [target, secret] = [await deps.target(), await deps.secret()];
  if (!target || !secret || target.host === '' || target.user === '') throw new AppError('not-set-up');
  return accountOf(target, secret);
}

export function accountOf(target: UcmTarget, secret: UcmSecret): Account {
  const place = `${target.host}:${target.port}`;
  const id = JSON.stringify([target.https, place, target.user, secret.credential]);
  return { ...target, ...secret, place, id };
}
