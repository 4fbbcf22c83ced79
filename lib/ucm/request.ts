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
  /** HandsRequest's */
  keep?: string | undefined;
}

/** Sends one request of the HTTPS API: everything, the cookie too, is in the JSON body. Throws AppError. */
export function sendRequest(
  hands: Hands,
  account: Account,
  request: Parameters & { action: string },
  { signal, timeout, keep }: RequestOptions = {},
): Promise<HandsAnswer> {
  const named = { ...message(account, request, timeout), ...(keep === undefined ? {} : { keep }) };
  return sendNamed(hands, account, named, signal);
}

/** The same request for an answer that may be long, read piece by piece. Throws AppError; so does each piece. */
export function openRequest(
  hands: Hands,
  account: Account,
  request: Parameters & { action: string },
  { signal, timeout }: RequestOptions = {},
): Promise<HandsStream> {
  return openNamed(hands, account, message(account, request, timeout), signal);
}

/** Any request to the account's UCM. Throws AppError where no answer came. */
export async function sendNamed(
  hands: Hands,
  account: Account,
  request: HandsRequest,
  signal: AbortSignal | undefined,
): Promise<HandsAnswer> {
  return named(account, hands.fetch(request, signal));
}

/** The same for an answer that is read piece by piece. */
export async function openNamed(
  hands: Hands,
  account: Account,
  request: HandsRequest,
  signal: AbortSignal | undefined,
): Promise<HandsStream> {
  const stream = await named(account, hands.stream(request, signal));
  return { ...stream, next: () => named(account, stream.next()) };
}

/** ms that an action may take */
export function timeoutOf(action: string, timeout: number | undefined): number {
  return timeout ?? timeouts[action] ?? usualTimeout;
}

function message(
  account: Account,
  request: Parameters & { action: string },
  timeout: number | undefined,
): HandsRequest {
  return {
    url: `${addressOf(account)}/api`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json;charset=UTF-8' },
    body: JSON.stringify({ request }),
    timeout: timeoutOf(request.action, timeout),
  };
}

/** `https://pbx.example:8089` */
export function addressOf({ https, place }: Pick<Account, 'https' | 'place'>): string {
  return `${https ? 'https' : 'http'}://${place}`;
}

async function named<T>(account: Account, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isHandsFailure(error) ? networkError(error, account.place) : error;
  }
}
