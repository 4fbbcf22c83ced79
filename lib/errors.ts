/**
 * Every way in which something can fail and be shown to a person.
 * Each code has, in every language, what happened, what to do next and a button: lib/text/<language>.ts, `errors`.
 */
export const errorCodes = [
  'not-set-up',
  'no-site-access',
  'offline',
  // the UCM
  'ucm-refused',
  'ucm-unreachable',
  'ucm-unknown-host',
  'ucm-timeout',
  'ucm-certificate',
  'ucm-certificate-name',
  'ucm-certificate-expired',
  'ucm-wrong-password',
  'ucm-unknown-user',
  'ucm-banned',
  'ucm-ban-over',
  'ucm-login-forbidden',
  'ucm-captcha',
  'ucm-no-permission',
  'ucm-not-this-action',
  'ucm-session-taken',
  'ucm-login-paused',
  'ucm-busy',
  'ucm-status',
  'ucm-answer',
  'ucm-needs-https',
  'ucm-cookie-header',
  'call-gone',
  // a recording
  'recording-not-ready',
  'recording-gone',
  'recording-not-allowed',
  'recording-format',
  'recording-broken',
  'recording-too-long',
  // Dolibarr
  'dolibarr-unreachable',
  'dolibarr-certificate',
  'dolibarr-timeout',
  'dolibarr-key',
  'dolibarr-right',
  'dolibarr-api-off',
  'dolibarr-address',
  'dolibarr-redirect',
  'dolibarr-ip',
  'dolibarr-module-off',
  'dolibarr-server',
  'dolibarr-answer',
  'note-other-user',
  'secrets-gone',
  'notes-off',
  // this browser
  'store-full',
  'store-broken',
  'forbidden',
  'invalid-question',
  'list-gone',
  'invalid-setting',
  'setting-locked',
  'aborted',
  'unexpected',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a text about the error may need to name; never a secret, never a whole answer. */
export interface ErrorDetail {
  /** host:port of the machine that failed */
  host?: string;
  /** the machine's own code or the browser's own words (`net::ERR_…`) */
  reason?: string;
  /** seconds to wait, as the machine said */
  seconds?: number;
  /** tries left, as the UCM said */
  remaining?: number;
  /** the right, action or setting that is missing or wrong */
  subject?: string;
}

/** The only error that reaches a person: a code with texts, what it was about, and the cause for the log. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    readonly detail: ErrorDetail = {},
    cause?: unknown,
  ) {
    super(code, cause === undefined ? undefined : { cause });
  }
}

/** An error as it crosses from one context to another: no stack, no cause. */
export interface ErrorShape {
  code: ErrorCode;
  detail: ErrorDetail;
}

/** Anything thrown, as something that can be shown; what is not ours is `unexpected` with its own words. */
export function shapeOf(error: unknown): ErrorShape {
  if (error instanceof AppError) return { code: error.code, detail: error.detail };
  if (error instanceof DOMException && error.name === 'AbortError') return { code: 'aborted', detail: {} };
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return { code: 'store-full', detail: {} };
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'unexpected', detail: { reason: reason.slice(0, 300) } };
}
