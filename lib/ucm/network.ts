import { AppError, type ErrorCode } from '../errors';
import type { HandsFailure } from '../hands/hands';

/**
 * Chromium's codes and Firefox's names, by what they contain; the first that fits counts.
 * Firefox gives a name (NS_ERROR_…) for the network and a sentence, in its own language, for everything about TLS.
 */
const words: [contained: RegExp, code: ErrorCode][] = [
  [/^timeout$|TIMED_OUT|NET_TIMEOUT/, 'ucm-timeout'],
  [/INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/, 'offline'],
  [/CONNECTION_REFUSED/, 'ucm-refused'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|UNKNOWN_HOST/, 'ucm-unknown-host'],
  [/ERR_CERT_COMMON_NAME_INVALID/, 'ucm-certificate-name'],
  [/ERR_CERT_DATE_INVALID/, 'ucm-certificate-expired'],
  [/ERR_CERT_/, 'ucm-certificate'],
  // Something listens, and it is no HTTPS API.
  [/^redirect$|ERR_SSL_PROTOCOL_ERROR|EMPTY_RESPONSE|INVALID_HTTP_RESPONSE/, 'ucm-answer'],
  [/^net::|^NS_/, 'ucm-unreachable'],
  // From here on Firefox's sentences (nsserrors.properties), by the words English and French share.
  [/maximum permissible length|longueur maximale|common encryption|security protocol/i, 'ucm-answer'],
  [/domain name|nom de domaine/i, 'ucm-certificate-name'],
  [/expir|not yet valid|pas encore valide/i, 'ucm-certificate-expired'],
  // Any other sentence is about the certificate: self-signed, unknown issuer, in whatever language.
  [/\S\s\S/, 'ucm-certificate'],
];

/** By its name: the layers allow lib/hands' types here, and no code. */
export function isHandsFailure(error: unknown): error is HandsFailure {
  return error instanceof Error && error.name === 'HandsFailure';
}

/** `host` is host:port. A failure without any words can only be called unreachable. */
export function networkError(failure: HandsFailure, host: string): AppError {
  const code = words.find(([contained]) => contained.test(failure.reason))?.[1] ?? 'ucm-unreachable';
  return new AppError(code, { host, reason: failure.reason || 'no answer' }, failure);
}
