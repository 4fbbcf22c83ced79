import { AppError } from '../errors';
import type { HandsAnswer } from '../hands/hands';
import { readJson } from './body';
import { cdrAddress } from './cdr-address';
import { createDigestExchange } from './digest-exchange';
import { fileOrError, type UcmFile } from './file';
import { type Asker, refusal } from './guard';
import { createLine } from './line';
import { openNamed, type Parameters, type RequestOptions, sendNamed, timeoutOf } from './request';
import type { UcmSession, UcmSessionDeps } from './session';
import { type Account, readAccount } from './session-state';
import { proveWindow } from './window-proof';

/** All that the old CDR/REC API can do (section 1.2). */
const paths = ['cdrapi', 'recapi'];

/**
 * The old CDR/REC API: GET, the parameters in the query, HTTP Digest in the place of a session. It has the names and the
 * parameters of the HTTPS API, so whoever reads calls and recordings need not know which of the two answers. What it
 * cannot do fails as `ucm-not-this-action`.
 */
export function createCdrSession(deps: UcmSessionDeps): UcmSession {
  const { hands, guard, now } = deps;
  const inLine = createLine();
  const exchange = createDigestExchange(deps);

  async function whoMay(asker: Asker): Promise<Account> {
    const who = await readAccount(deps);
    const refused = refusal(await guard.read(), who, asker, now());
    if (refused) throw refused;
    return who;
  }

  function messageTo(who: Account, action: string, parameters: Parameters, options: RequestOptions) {
    if (!paths.includes(action)) {
      throw new AppError('ucm-not-this-action', { host: who.place, subject: action, reason: 'CDR API' });
    }
    const url = cdrAddress(who, action, parameters);
    return { url, method: 'GET' as const, timeout: timeoutOf(action, options.timeout) };
  }

  async function get(asker: Asker, action: string, parameters: Parameters, options: RequestOptions): Promise<unknown> {
    const who = await whoMay(asker);
    const message = messageTo(who, action, parameters, options);
    const send = (headers: Record<string, string>) => sendNamed(hands, who, { ...message, headers }, options.signal);
    return bodyOf(await exchange(who, asker, { url: message.url, send }), who.place);
  }

  async function open(action: string, parameters: Parameters, options: RequestOptions): Promise<UcmFile> {
    const who = await whoMay('job');
    const message = messageTo(who, action, parameters, options);
    const stream = await exchange(who, 'job', {
      url: message.url,
      send: (headers) => openNamed(hands, who, { ...message, headers }, options.signal),
      drop: (answer) => answer.cancel(),
    });
    if (stream.status >= 400) {
      stream.cancel();
      throw failure(stream.status, who.place);
    }
    const came = await fileOrError(stream, who.place);
    if (came.file) return came.file;
    throw new AppError('ucm-answer', { host: who.place, subject: action, reason: 'JSON instead of a file' });
  }

  return {
    ask: (action, parameters, options = {}) => inLine(options.signal, () => get('job', action, parameters, options)),

    askFile: (action, parameters, options = {}) => inLine(options.signal, () => open(action, parameters, options)),

    test: (signal) =>
      inLine(signal, () => proveWindow((parameters) => get('person', 'cdrapi', parameters, { signal }))),

    // Nothing is open at the UCM; what is forgotten is that it took the password.
    logout: () => inLine(undefined, () => deps.memory.write(undefined)),
  };
}

/** No row at all is told by the empty container of the format, or by no body (section 3.2). */
function bodyOf(answer: HandsAnswer, host: string): unknown {
  if (answer.status >= 400) throw failure(answer.status, host);
  if (answer.bytes.every((byte) => byte <= 0x20)) return { cdr_root: [] };
  return readJson(answer, host);
}

/** The list of permitted addresses is empty at first, and then refuses everybody (section 1.2). */
function failure(status: number, host: string): AppError {
  const code = status === 403 ? 'ucm-no-permission' : 'ucm-answer';
  return new AppError(code, { host, reason: `HTTP ${status}` });
}
