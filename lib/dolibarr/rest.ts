import * as z from 'zod/mini';
import { AppError } from '../errors';
import type { HandsFailure } from '../hands/hands';
import {
  type Asked,
  errorMessage,
  failureOf,
  isJson,
  isUnknownPath,
  isUntrustedCertificate,
  type RawAnswer,
} from './errors';

export interface DolibarrConnection {
  /** root address without a slash at the end, sub-folder included */
  root: string;
  key: string;
  /** of Multicompany, from 1; only where a person set one, since 23 and 24 refuse a wrong one (section 1) */
  entity?: number;
}

export interface DolibarrDeps {
  /** a HandsFailure it rejects with says why no answer came; any other error does not */
  fetch: typeof fetch;
  /** asked before every request; undefined when Dolibarr is not set up */
  connection(): Promise<DolibarrConnection | undefined>;
  /** the browser says it has no network */
  offline?(): boolean;
  /** ms until a request is given up; 30 s */
  timeout?: number;
}

export type Query = Record<string, string | number>;

export interface ListPage {
  rows: unknown[];
  /** false when the server says this was the last page, or there is nothing on it */
  more: boolean;
}

export interface DolibarrRest {
  /** Needs a valid key and nothing else: tests address, API and key. */
  status(signal?: AbortSignal): Promise<DolibarrStatus>;
  /** One page of a list, from 0. A page beyond the end has no rows. `right` names what Dolibarr wants for it. */
  list(
    path: string,
    query: Query & { page: number; limit: number },
    right: string,
    signal?: AbortSignal,
  ): Promise<ListPage>;
  /** One object; undefined when Dolibarr knows none such. */
  read(path: string, query: Query, right: string, signal?: AbortSignal): Promise<unknown>;
  /**
   * Writes: what Dolibarr answers, undefined when the object is not there (any more). Never sent twice by itself: whoever
   * gets no answer does not know whether it was done.
   */
  send(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: Record<string, unknown>,
    right: string,
    signal?: AbortSignal,
    /** ms until it is given up, where the usual time is too short */
    timeout?: number,
  ): Promise<unknown>;
}

export interface DolibarrStatus {
  /** `23.0.0-beta` */
  version: string;
  /** the number before the first dot; 0 when there is none */
  major: number;
  /** UTC epoch seconds by the server's clock; undefined when neither its answer (from 20 on) nor its web server says */
  time: number | undefined;
}

const statusAnswer = z.object({
  success: z.object({ dolibarr_version: z.string(), timestamp_now_utc: z.optional(z.unknown()) }),
});
const pagedAnswer = z.object({
  data: z.array(z.unknown()),
  pagination: z.optional(z.object({ page: z.coerce.number(), page_count: z.coerce.number() })),
});

/**
 * Reads Dolibarr's REST API (14 to 24). Every failure is an AppError with a code of its own; the key goes out in
 * its header only. Redirects are never followed (`manual` and not `error`: the browser then tells a redirect from
 * an unreachable host), cookies never sent.
 */
export function createDolibarrRest(deps: DolibarrDeps): DolibarrRest {
  async function connection(): Promise<DolibarrConnection> {
    const found = await deps.connection();
    if (!found || found.root === '' || found.key === '') throw new AppError('not-set-up');
    // what a header cannot hold cannot be a key
    if (!/^[\x21-\x7e]+$/.test(found.key)) throw new AppError('dolibarr-key', { host: new URL(found.root).host });
    return found;
  }

  async function get(at: DolibarrConnection, path: string, query: Query, signal?: AbortSignal): Promise<RawAnswer> {
    return fetchAnswer(at, path, query, {}, signal);
  }

  async function fetchAnswer(
    at: DolibarrConnection,
    path: string,
    query: Query,
    {
      method = 'GET',
      body,
      timeout,
    }: { method?: string; body?: Record<string, unknown>; timeout?: number | undefined },
    signal?: AbortSignal,
  ): Promise<RawAnswer> {
    const url = new URL(`${at.root}/api/index.php/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const late = AbortSignal.timeout(timeout ?? deps.timeout ?? 30_000);
    try {
      const response = await deps.fetch(url.href, {
        method,
        headers: {
          DOLAPIKEY: at.key,
          Accept: 'application/json',
          ...(at.entity === undefined ? {} : { DOLAPIENTITY: String(at.entity) }),
          ...(body ? { 'Content-Type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: signal ? AbortSignal.any([signal, late]) : late,
      });
      if (response.type === 'opaqueredirect') throw new AppError('dolibarr-redirect', { host: url.host });
      const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
      return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        text: await response.text(),
        date: Date.parse(response.headers.get('date') ?? ''),
        ...(Number.isNaN(retryAfter) ? {} : { retryAfter }),
      };
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (signal?.aborted) throw new AppError('aborted', {}, error);
      if (late.aborted) throw new AppError('dolibarr-timeout', { host: url.host }, error);
      throw noAnswer(url, error);
    }
  }

  function noAnswer(url: URL, error: unknown): AppError {
    if (deps.offline?.()) return new AppError('offline', {}, error);
    const reason = isHandsFailure(error) ? error.reason : '';
    if (reason === 'redirect') return new AppError('dolibarr-redirect', { host: url.host }, error);
    const detail = { host: url.host, ...(reason === '' ? {} : { reason }) };
    return new AppError(
      isUntrustedCertificate(reason) ? 'dolibarr-certificate' : 'dolibarr-unreachable',
      detail,
      error,
    );
  }

  async function status(at: DolibarrConnection, signal?: AbortSignal): Promise<DolibarrStatus> {
    const asked: Asked = { host: new URL(at.root).host, right: '' };
    const answer = await get(at, 'status', {}, signal);
    // every Dolibarr knows this path: without it, PATH_INFO does not reach the API, or it is something else
    if (isUnknownPath(answer))
      throw new AppError('dolibarr-address', { host: asked.host, reason: String(answer.status) });
    const found = statusAnswer.safeParse(parsed(answer, asked));
    if (!found.success) throw new AppError('dolibarr-address', { host: asked.host, reason: 'JSON' });
    const { dolibarr_version: version, timestamp_now_utc } = found.data.success;
    const told = Number(timestamp_now_utc) || Math.floor((answer.date ?? 0) / 1000);
    return { version, major: Number.parseInt(version, 10) || 0, time: told > 0 ? told : undefined };
  }

  return {
    async status(signal) {
      return status(await connection(), signal);
    },

    async list(path, query, right, signal) {
      const at = await connection();
      const asked: Asked = { host: new URL(at.root).host, right };
      const answer = await get(at, path, query, signal);
      if (isMissing(answer)) return { rows: [], more: false };
      await refuse(at, answer, asked, signal);
      return listPage(parsed(answer, asked), asked);
    },

    async read(path, query, right, signal) {
      const at = await connection();
      const asked: Asked = { host: new URL(at.root).host, right };
      const answer = await get(at, path, query, signal);
      if (isMissing(answer)) return undefined;
      await refuse(at, answer, asked, signal);
      return parsed(answer, asked);
    },

    async send(method, path, body, right, signal, timeout) {
      const at = await connection();
      const asked: Asked = { host: new URL(at.root).host, right };
      const answer = await fetchAnswer(
        at,
        path,
        {},
        method === 'DELETE' ? { method } : { method, body, timeout },
        signal,
      );
      if (isMissing(answer)) return undefined;
      await refuse(at, answer, asked, signal);
      return parsed(answer, asked);
    },
  };

  /** Up to 19 a missing right says 401 as a bad key does; /status needs a valid key and no right. */
  async function refuse(at: DolibarrConnection, answer: RawAnswer, asked: Asked, signal?: AbortSignal): Promise<void> {
    if (answer.status !== 401) return;
    const refusal = failureOf(answer, asked);
    if (refusal.code !== 'dolibarr-key') throw refusal;
    await status(at, signal);
    throw new AppError('dolibarr-right', { ...refusal.detail, subject: asked.right });
  }
}

/** By its name: the layers allow lib/hands' types here, and no code. */
function isHandsFailure(error: unknown): error is HandsFailure {
  return error instanceof Error && error.name === 'HandsFailure';
}

/** No rows, no such object, or none any more: a 404 in Dolibarr's own words. */
function isMissing(answer: RawAnswer): boolean {
  return answer.status === 404 && errorMessage(answer) !== undefined && !isUnknownPath(answer);
}

function parsed(answer: RawAnswer, asked: Asked): unknown {
  if (answer.status !== 200 || !isJson(answer)) throw failureOf(answer, asked);
  try {
    return JSON.parse(answer.text);
  } catch (error) {
    throw new AppError('dolibarr-answer', { host: asked.host, reason: 'JSON' }, error);
  }
}

function listPage(body: unknown, asked: Asked): ListPage {
  // a page may be short without being the last: Dolibarr leaves out rows that it cannot load
  if (Array.isArray(body)) return { rows: body, more: body.length > 0 };
  const paged = pagedAnswer.safeParse(body);
  if (!paged.success) throw new AppError('dolibarr-answer', { host: asked.host, reason: 'list' });
  const { data, pagination } = paged.data;
  return { rows: data, more: data.length > 0 && (!pagination || pagination.page + 1 < pagination.page_count) };
}
