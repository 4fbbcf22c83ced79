import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Said } from './actions';

/** One request as it arrived and was answered. There is no password, token or cookie in it. */
export interface UcmRequest {
  /** True time, milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly action: string;
  /** Legs in the answer of cdrapi; undefined for other actions. */
  readonly rows: number | undefined;
  /** The UCM's status; undefined where it sent none. */
  readonly status: number | undefined;
  readonly fault: string | undefined;
  readonly offset: number | undefined;
  readonly numRecords: number | undefined;
  readonly startTime: string | undefined;
  readonly endTime: string | undefined;
  readonly timeFilterType: string | undefined;
  /** Of recapi. */
  readonly filename: string | undefined;
  readonly filedir: string | undefined;
  readonly remotePort: number;
  readonly origin: string | undefined;
  readonly userAgent: string | undefined;
  readonly secFetchSite: string | undefined;
  readonly secFetchMode: string | undefined;
  readonly secFetchDest: string | undefined;
}

export interface UcmCounters {
  logins: number;
  wrongLogins: number;
  challenges: number;
  /** TCP connections that completed TLS. */
  connections: number;
}

/** Who asked: what a browser says about it by itself. */
function askedBy(headers: IncomingHttpHeaders) {
  const text = (name: string) => headers[name]?.toString();
  return {
    origin: text('origin'),
    userAgent: text('user-agent'),
    secFetchSite: text('sec-fetch-site'),
    secFetchMode: text('sec-fetch-mode'),
    secFetchDest: text('sec-fetch-dest'),
  };
}

/** The line for one request and its answer. */
export function logged(
  req: IncomingMessage,
  request: Record<string, unknown>,
  action: string,
  said: Said,
  fault: string | undefined,
): UcmRequest {
  const text = (name: string) => (request[name] === undefined ? undefined : String(request[name]));
  const whole = (name: string) => (request[name] === undefined ? undefined : Number(request[name]));
  return {
    at: Date.now(),
    method: req.method ?? '',
    path: req.url ?? '',
    action,
    rows: said.rows,
    status: said.status,
    fault,
    offset: whole('offset'),
    numRecords: whole('numRecords'),
    startTime: text('startTime'),
    endTime: text('endTime'),
    timeFilterType: text('timeFilterType'),
    filename: text('filename'),
    filedir: text('filedir'),
    remotePort: req.socket.remotePort ?? 0,
    ...askedBy(req.headers),
  };
}
