import { expect, test } from 'vitest';
import { HandsFailure } from '../../../lib/hands/hands';
import { networkError } from '../../../lib/ucm/network';

/** What the browsers say: Chromium's codes, Firefox's names and its sentences in English and French. */
test.each([
  ['timeout', 'ucm-timeout'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'ucm-timeout'],
  ['NS_ERROR_NET_TIMEOUT', 'ucm-timeout'],
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ['NS_ERROR_OFFLINE', 'offline'],
  ['net::ERR_CONNECTION_REFUSED', 'ucm-refused'],
  ['NS_ERROR_CONNECTION_REFUSED', 'ucm-refused'],
  ['net::ERR_NAME_NOT_RESOLVED', 'ucm-unknown-host'],
  ['NS_ERROR_UNKNOWN_HOST', 'ucm-unknown-host'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'ucm-certificate'],
  ['net::ERR_CERT_WEAK_KEY', 'ucm-certificate'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'ucm-certificate-name'],
  ['net::ERR_CERT_DATE_INVALID', 'ucm-certificate-expired'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'ucm-answer'],
  ['net::ERR_EMPTY_RESPONSE', 'ucm-answer'],
  ['redirect', 'ucm-answer'],
  ['closed', 'ucm-unreachable'],
  ['net::ERR_ADDRESS_UNREACHABLE', 'ucm-unreachable'],
  ['net::ERR_CONNECTION_RESET', 'ucm-unreachable'],
  ['net::ERR_FAILED', 'ucm-unreachable'],
  ['NS_ERROR_NET_RESET', 'ucm-unreachable'],
  ['The certificate is not trusted because it is self-signed.', 'ucm-certificate'],
  ['Peer’s Certificate issuer is not recognized.', 'ucm-certificate'],
  ['Peer’s Certificate has expired.', 'ucm-certificate-expired'],
  ['The server presented a certificate that is not yet valid.', 'ucm-certificate-expired'],
  [
    'Unable to communicate securely with peer: requested domain name does not match the server’s certificate.',
    'ucm-certificate-name',
  ],
  ['SSL received a record that exceeded the maximum permissible length.', 'ucm-answer'],
  ['Le certificat n’est pas sûr car il est auto-signé.', 'ucm-certificate'],
  ['Le certificat du pair a expiré.', 'ucm-certificate-expired'],
  ['Das Zertifikat des Ausstellers ist nicht bekannt.', 'ucm-certificate'],
  ['', 'ucm-unreachable'],
])('%s → %s', (reason, code) => {
  const error = networkError(new HandsFailure(reason), 'pbx:8089');
  expect(error.code).toBe(code);
  expect(error.detail).toEqual({ host: 'pbx:8089', reason: reason || 'no answer' });
});
