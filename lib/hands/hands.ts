/**
 * "Fetch this": what the background needs done by a document, since a Chromium worker may not use a certificate
 * that the user has accepted. Two ways provide it: ./direct (Firefox, whose background is a document) and
 * ./offscreen (Chromium). Whoever holds the hands decides everything; the hands decide nothing.
 */
export interface HandsRequest {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers: Record<string, string>;
  body?: string;
  /** the browser's own cookies of that host go out with it, and those of the answer are kept; else neither */
  cookies?: true;
  /** ms until the request is given up */
  timeout: number;
  /**
   * Name of a request that must not be sent twice: it is carried to its end whatever becomes of whoever asked, and its
   * answer can be asked for by this name afterwards (`kept`), until the next such request.
   */
  keep?: string;
}

/** What an answer says before its body; of the headers those that somebody needs, where the machine sent them. */
export interface AnswerHead {
  status: number;
  contentType: string;
  /** `WWW-Authenticate` */
  authenticate?: string;
  /** `Date` */
  date?: string;
  /** `Retry-After` */
  retryAfter?: string;
}

export interface HandsAnswer extends AnswerHead {
  /** the body as it came */
  bytes: Uint8Array;
}

/** An answer whose body comes in pieces. */
export interface HandsStream extends AnswerHead {
  /** bytes of the whole body, as the machine says; 0 when it does not */
  length: number;
  /** The next piece, undefined at the end. Throws HandsFailure when the body breaks off or halts for `timeout` ms. */
  next(): Promise<Uint8Array | undefined>;
  /** nothing more of it is wanted; harmless at any time */
  cancel(): void;
}

export interface Hands {
  /**
   * Throws HandsFailure when no HTTP answer came; an HTTP error status is an answer.
   * Redirects are refused, and cookies that the request does not ask for: the UCM's API uses neither.
   */
  fetch(request: HandsRequest, signal?: AbortSignal): Promise<HandsAnswer>;
  /**
   * The same for a body that is long: it is read as fast as it is asked for, and `request.timeout` is the longest halt,
   * not the whole time.
   */
  stream(request: HandsRequest, signal?: AbortSignal): Promise<HandsStream>;
  /**
   * The answer to a request that a background sent before this one was started, waited for where it is still to come.
   * Undefined when nothing is known of it. Absent where a background and its requests end together.
   */
  kept?(name: string): Promise<HandsAnswer | undefined>;
}

/**
 * No answer came. `reason` is the browser's own words (`net::ERR_CERT_AUTHORITY_INVALID`, a Firefox sentence), or
 * `timeout`, `redirect` (one that was not followed), `closed` (the document that fetched is gone), or ''.
 */
export class HandsFailure extends Error {
  override readonly name = 'HandsFailure';
  constructor(readonly reason: string) {
    super(`no answer: ${reason}`);
  }
}
