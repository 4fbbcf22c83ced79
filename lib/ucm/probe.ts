import { AppError } from '../errors';
import type { Hands } from '../hands/hands';
import { readJson } from './body';
import { cdrAddress } from './cdr-address';
import { readChallenge } from './digest';
import type { Asker } from './guard';
import { sendNamed, sendRequest } from './request';
import { restRoot } from './rest-address';
import type { Account } from './session-state';
import { readAnswer } from './status';

/**
 * https: the JSON API of all newer UCMs. cdr: the old CDR/REC API, GET and HTTP Digest. rest: the simple form of section 7, of
 * which no UCM is known; gateways may have it.
 */
export type Dialect = 'https' | 'cdr' | 'rest';

export interface FoundDialect {
  dialect: Dialect;
  port: number;
}

/** ms; many ports may be silent, and somebody waits */
const patience = 5000;

/** No other port will answer either. */
const hopeless = ['offline', 'ucm-unknown-host'];

/** Something is there that a person has to put right; more to the point than a port at which there is nothing. */
const telling = ['ucm-certificate', 'ucm-certificate-name', 'ucm-certificate-expired', 'ucm-no-permission'];

/** Something answered that is no API of ours, or nothing listens: that dialect is not spoken there, and will not be. */
const ruledOut = ['ucm-answer', 'ucm-refused'];

/**
 * How the UCM speaks, and at which port (section 1.3): the JSON API is looked for at the given port, 8089, 443 and 8443,
 * then the old one at the given port and 8443. No credentials are sent but the user's name in the challenge: nothing here
 * can be taken for a try to log in. `tried` is what failed just now, and is not asked again.
 * The simple REST form sends the password in clear: it is looked for only when a person asks, over HTTPS, and when every
 * other way was ruled out, not merely out of reach; by a question for calls, which it refuses in its own manner.
 * Throws the AppError that says most of what stands in the way.
 */
export async function findDialect(
  hands: Hands,
  account: Account,
  tried: FoundDialect & { error: AppError },
  asker: Asker,
  signal?: AbortSignal,
): Promise<FoundDialect> {
  const failures = [tried.error];
  // Plain http is a choice of a person for one port, and is tried nowhere else.
  const elsewhere = (...ports: number[]) => [...new Set([account.port, ...(account.https ? ports : [])])];
  const ways = [
    ...elsewhere(8089, 443, 8443).map((port) => ({ dialect: 'https' as const, port, speaks: speaksJson })),
    ...elsewhere(8443).map((port) => ({ dialect: 'cdr' as const, port, speaks: speaksDigest })),
    ...(asker === 'person' && account.https ? elsewhere(8089) : []).map((port) => ({
      dialect: 'rest' as const,
      port,
      speaks: speaksRest,
    })),
  ];
  for (const { dialect, port, speaks } of ways) {
    signal?.throwIfAborted();
    if (dialect === tried.dialect && port === tried.port) continue;
    if (dialect === 'rest' && !failures.every(({ code }) => ruledOut.includes(code))) break;
    try {
      if (await speaks(hands, { ...account, port, place: `${account.host}:${port}` }, signal)) return { dialect, port };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push(error);
      if (hopeless.includes(error.code)) break;
    }
  }
  throw failures.find(({ code }) => telling.includes(code)) ?? tried.error;
}

/** Whatever the status: only a UCM's API answers with one. */
async function speaksJson(hands: Hands, account: Account, signal: AbortSignal | undefined): Promise<boolean> {
  const request = { action: 'challenge', user: account.user, version: '1.0' };
  const answer = await sendRequest(hands, account, request, { signal, timeout: patience });
  return readAnswer(readJson(answer, account.place)).status !== undefined;
}

async function speaksDigest(hands: Hands, account: Account, signal: AbortSignal | undefined): Promise<boolean> {
  const url = cdrAddress(account, 'cdrapi', { format: 'json', numRecords: '1' });
  const answer = await sendNamed(hands, account, { url, method: 'GET', headers: {}, timeout: patience }, signal);
  if (answer.status === 403) throw new AppError('ucm-no-permission', { host: account.place, reason: 'HTTP 403' });
  return answer.status === 401 && readChallenge(answer.authenticate) !== undefined;
}

/** Without a session it says so in JSON, or gives the calls at once; no status as a number, which is a UCM's own API. */
async function speaksRest(hands: Hands, account: Account, signal: AbortSignal | undefined): Promise<boolean> {
  const url = `${restRoot(account)}cdr`;
  const answer = await sendNamed(hands, account, { url, method: 'GET', headers: {}, timeout: patience }, signal);
  if (answer.status >= 404) return false;
  const body = readJson(answer, account.place);
  return typeof body === 'object' && body !== null && readAnswer(body).status === undefined;
}
