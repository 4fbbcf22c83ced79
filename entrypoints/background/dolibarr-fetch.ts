import { type Hands, HandsFailure, type HandsRequest } from '../../lib/hands/hands';

/**
 * fetch for Dolibarr: the background's own while that can reach it, whose failures say why. Where the certificate is not
 * trusted the hands are asked: Chromium's worker may not use one that a person has accepted, a document may. What failed
 * for its certificate was never sent, so nothing is sent twice. Firefox's background is a document, and what fails there fails.
 */
export function createDolibarrFetch(own: typeof fetch, hands: Pick<Hands, 'fetch'>): typeof fetch {
  /** origins that the worker does not reach: one failure is enough to know */
  const byHands = new Set<string>();
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const { origin } = new URL(address);
    if (!byHands.has(origin)) {
      try {
        return await own(input, init);
      } catch (error) {
        if (!(error instanceof HandsFailure) || !/ERR_CERT_/.test(error.reason)) throw error;
      }
    }
    const response = await fetchByHands(hands, address, init);
    byHands.add(origin);
    return response;
  };
}

/** ms; whoever asks for less ends it by the signal */
const LONGEST = 900_000;

async function fetchByHands(hands: Pick<Hands, 'fetch'>, url: string, init: RequestInit = {}): Promise<Response> {
  const { status, contentType, date, retryAfter, bytes } = await hands.fetch(
    {
      url,
      method: (init.method ?? 'GET') as HandsRequest['method'], // of those that lib/dolibarr asks with
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(typeof init.body === 'string' ? { body: init.body } : {}),
      timeout: LONGEST,
    },
    init.signal ?? undefined,
  );
  const body = bytes.length > 0 ? new Blob([bytes.slice()]) : null;
  const headers = {
    'content-type': contentType,
    ...(date && { date }),
    ...(retryAfter && { 'retry-after': retryAfter }),
  };
  return new Response(body, { status, headers });
}
