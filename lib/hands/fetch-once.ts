import { type AnswerHead, type HandsAnswer, HandsFailure, type HandsRequest } from './hands';

/**
 * One HTTP exchange, body included, within `request.timeout`. Used by a document: Firefox's background page, or the
 * offscreen document of Chromium. Throws HandsFailure with `timeout`, `redirect`, or '' when fetch does not say why;
 * an abort throws the signal's own reason.
 */
export async function fetchOnce(request: HandsRequest, signal?: AbortSignal): Promise<HandsAnswer> {
  const timeout = AbortSignal.timeout(request.timeout);
  try {
    const response = await send(request, signal ? AbortSignal.any([signal, timeout]) : timeout);
    return {
      ...headOf(response),
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (error) {
    if (error instanceof HandsFailure) throw error;
    // Whatever went wrong, fetch says no more than TypeError: ./naming asks the browser for its words.
    signal?.throwIfAborted();
    throw new HandsFailure(timeout.aborted ? 'timeout' : '');
  }
}

export function headOf({ status, headers }: Response): AnswerHead {
  const [authenticate, date, retryAfter] = ['www-authenticate', 'date', 'retry-after'].map((name) => headers.get(name));
  return {
    status,
    contentType: headers.get('content-type') ?? '',
    ...(authenticate && { authenticate }),
    ...(date && { date }),
    ...(retryAfter && { retryAfter }),
  };
}

/** The request as it goes out. Throws what fetch throws, and HandsFailure `redirect`. */
export async function send(request: HandsRequest, signal: AbortSignal): Promise<Response> {
  const response = await fetch(request.url, {
    method: request.method,
    headers: request.headers,
    body: request.body ?? null,
    // The UCM's own APIs use neither cookies nor redirects; both would only let another machine in.
    // `manual` follows none either, and unlike `error` it tells one from a machine that is away.
    credentials: request.cookies ? 'include' : 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  });
  if (response.type === 'opaqueredirect') throw new HandsFailure('redirect');
  return response;
}
