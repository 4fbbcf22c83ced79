import { AppError } from '../errors';

/** What the failing request was, for the words of the error. */
export interface Asked {
  host: string;
  /** the right without which Dolibarr refuses: `societe/lire` */
  right: string;
}

/** An answer of the server as far as judging it needs. */
export interface RawAnswer {
  status: number;
  contentType: string;
  text: string;
  /** UTC epoch ms by the web server's clock; NaN when it does not say */
  date?: number;
  /** seconds, when the server says how long to wait */
  retryAfter?: number;
}

/** An error body of Dolibarr's API (Restler): its own words, without what it adds for debugging. */
export function errorMessage(answer: RawAnswer): string | undefined {
  if (!isJson(answer)) return undefined;
  try {
    const body: unknown = JSON.parse(answer.text);
    const error = typeof body === 'object' && body && 'error' in body ? body.error : undefined;
    const message = typeof error === 'object' && error && 'message' in error ? error.message : undefined;
    return typeof message === 'string' ? message.slice(0, 200) : undefined;
  } catch {
    return undefined; // no JSON after all, so not the API's own words
  }
}

export function isJson(answer: RawAnswer): boolean {
  return /\bjson\b/i.test(answer.contentType);
}

/** The API knows no such path: an object's module that is off, or a program that is not Dolibarr (`Not Found` alone). */
export function isUnknownPath(answer: RawAnswer): boolean {
  const message = errorMessage(answer);
  return (answer.status === 404 && /^not found$/i.test(message ?? '')) || /^API not found/.test(answer.text.trim());
}

/**
 * Whether the browser's words for a request without an answer are about a certificate that it does not trust: Chromium's
 * code, or Firefox's sentence, which has the word in it, in whatever language of ours.
 */
export function isUntrustedCertificate(reason: string): boolean {
  return /ERR_CERT_|SEC_ERROR|MOZILLA_PKIX|certifica|zertifikat/i.test(reason);
}

/**
 * What an answer that is no success means (section 1 of the Dolibarr notes). A 401 is taken for a refused key here:
 * up to Dolibarr 19 it may be a missing right, which only a second request tells (./rest).
 */
export function failureOf(answer: RawAnswer, asked: Asked): AppError {
  const { host } = asked;
  const message = errorMessage(answer);
  const { status, text } = answer;
  const reason = message ? `${status} ${message}`.slice(0, 200) : String(status);

  if (/APIs are not allowed from the IP/.test(text)) return new AppError('dolibarr-ip', { host });
  if (/forbidden by config API_ENDPOINT_RULES/.test(text)) {
    return new AppError('dolibarr-right', { host, subject: 'API_ENDPOINT_RULES' });
  }
  if (status >= 300 && status < 400) return new AppError('dolibarr-redirect', { host, reason });
  if (isUnknownPath(answer)) return new AppError('dolibarr-module-off', { host, subject: asked.right });
  if (status === 401 || status === 403) {
    // a page of a proxy or of the web server's own password, not of Dolibarr
    if (message === undefined) return new AppError('dolibarr-answer', { host, reason });
    if (status === 401) return new AppError('dolibarr-key', { host, reason });
    return new AppError('dolibarr-right', { host, subject: asked.right, reason });
  }
  if (status === 404 || status === 405 || status === 501) return new AppError('dolibarr-address', { host, reason });
  if (status >= 400) {
    const { retryAfter } = answer;
    return new AppError('dolibarr-server', {
      host,
      reason,
      ...(retryAfter === undefined ? {} : { seconds: retryAfter }),
    });
  }
  return notJson(answer, host);
}

/** A success without JSON: API module off, a login page before Dolibarr, another program, a cut or garbled answer. */
function notJson(answer: RawAnswer, host: string): AppError {
  const { text } = answer;
  // the sentence is in the server's language, the module's name is not
  if (/<b>\s*Api\s*<\/b>/.test(text)) return new AppError('dolibarr-api-off', { host });
  if (isJson(answer)) return new AppError('dolibarr-answer', { host, reason: 'JSON' });
  if (/type=["']?password|actionlogin|SAMLRequest/i.test(text))
    return new AppError('dolibarr-answer', { host, reason: 'login' });
  if (/<html|<!doctype/i.test(text)) return new AppError('dolibarr-address', { host, reason: 'HTML' });
  return new AppError('dolibarr-answer', { host, reason: answer.contentType.slice(0, 60) });
}
