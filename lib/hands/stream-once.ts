import { headOf, send } from './fetch-once';
import { HandsFailure, type HandsRequest, type HandsStream } from './hands';

/**
 * One HTTP exchange whose body is read piece by piece. `request.timeout` is the longest wait for the head and for each
 * piece. Used by a document, as ./fetch-once, whose failures it has; an abort throws the signal's own reason.
 */
export async function streamOnce(request: HandsRequest, signal?: AbortSignal): Promise<HandsStream> {
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) stop.abort();

  async function patiently<T>(work: Promise<T>): Promise<T> {
    let halted = false;
    const timer = setTimeout(() => {
      halted = true;
      stop.abort();
    }, request.timeout);
    try {
      return await work;
    } catch (error) {
      if (error instanceof HandsFailure) throw error;
      signal?.throwIfAborted();
      throw new HandsFailure(halted ? 'timeout' : '');
    } finally {
      clearTimeout(timer);
    }
  }

  const response = await patiently(send(request, stop.signal));
  const reader = response.body?.getReader();
  return {
    ...headOf(response),
    length: Number(response.headers.get('content-length') ?? 0) || 0,
    async next() {
      const piece = reader && (await patiently(reader.read()));
      if (!piece || piece.done) signal?.removeEventListener('abort', onAbort);
      return piece?.value;
    },
    cancel() {
      signal?.removeEventListener('abort', onAbort);
      stop.abort();
    },
  };
}
