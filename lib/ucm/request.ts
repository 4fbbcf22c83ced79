import type { Hands, HandsAnswer, HandsRequest, HandsStream } from '../hands/hands';
import { isHandsFailure, networkError } from './network';
import type { Account } from './session-state';

export type Parameters = Record<string, string | number>;

/** ms: what a busy UCM may take (section 8) */
const usualTimeout = 10_000;
const timeouts: Record<string, number> = { cdrapi: 60_000, recapi: 60_000 };

export interface RequestOptions {
  signal?: AbortSignal | undefined;
  /** ms; by the action when left out */
  timeout?: number | undefined;
}

/** The same request for an answer that may be long, read piece by piece. Throws AppError; so does each piece. */
export async function openRequest(
  hands: Hands,
  account: Account,
  request: Parameters & { action: string },
  { signal, timeout }: RequestOptions = {},
): Promise<HandsStream> {
  const named = <T>(work: Promise<T>) =>
    work.catch((error: unknown) => {
      throw isHandsFailure(error) ? networkError(error, account.place) : error;
    });
  const stream = await named(hands.stream(message(account, request, timeout), signal));
  return { ...stream, next: () => named(stream.next()) };
}

function message(
  account: Account,
  request: Parameters & { action: string },
  timeout: number | undefined,
): HandsRequest {
  return {
    url: `${account.https ? 'https' : 'http'}://${account.place}/api`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json;charset=UTF-8' },
    body: JSON.stringify({ request }),
    timeout: timeout ?? timeouts[request.action] ?? usualTimeout,
  };
}

/** Sends one request of the HTTPS API: everything, the cookie too, is in the JSON body. Throws AppError. */
export async function sendRequest(
  hands: Hands,
  account: Account,
  request: Parameters & { action: string },
  { signal, timeout }: RequestOptions = {},
): Promise<HandsAnswer> {
  try {
    return await hands.fetch(message(account, request, timeout), signal);
  } catch (error) {
    throw isHandsFailure(error) ? networkError(error, account.place) : error;
  }
}
