import type { Hands, HandsAnswer } from '../hands/hands';
import { isHandsFailure, networkError } from './network';
import type { Account } from './session-state';

export type Parameters = Record<string, string | number>;

/** ms: what a busy UCM may take (section 8) */
const usualTimeout = 10_000;
const timeouts: Record<string, number> = { cdrapi: 60_000 };

export interface RequestOptions {
  signal?: AbortSignal | undefined;
  /** ms; by the action when left out */
  timeout?: number | undefined;
}

/** Sends one request of the HTTPS API: everything, the cookie too, is in the JSON body. Throws AppError. */
export async function sendRequest(
  hands: Hands,
  account: Account,
  request: Parameters & { action: string },
  { signal, timeout }: RequestOptions = {},
): Promise<HandsAnswer> {
  try {
    return await hands.fetch(
      {
        url: `${account.https ? 'https' : 'http'}://${account.place}/api`,
        method: 'POST',
        headers: { 'Content-Type': 'application/json;charset=UTF-8' },
        body: JSON.stringify({ request }),
        timeout: timeout ?? timeouts[request.action] ?? usualTimeout,
      },
      signal,
    );
  } catch (error) {
    throw isHandsFailure(error) ? networkError(error, account.place) : error;
  }
}
