import type { DolibarrOptions, Version } from '../options';
import type { State } from '../state';
import type { User } from '../user';

/** One REST call whose key was good. */
export interface RestCall {
  readonly method: string;
  /** `['thirdparties', '12']`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly user: User;
}

export interface Instance {
  readonly version: Version;
  readonly options: DolibarrOptions;
  readonly state: State;
  /** UTC epoch seconds. */
  now(): number;
}

/** 401 until 19, 403 from 20 on (section 1, the table). */
export const refusalCode = (version: Version): 401 | 403 => (version < 20 ? 401 : 403);
