import { type HandsAnswer, HandsFailure, type HandsRequest } from './hands';
import type { ToDocument, ToWorker } from './port-messages';

/** ms on top of a request's own timeout, after which the document is taken for dead */
const grace = 2_000;

export interface PortLink {
  /** false when the other end has not answered within `ms` */
  ready(ms: number): Promise<boolean>;
  fetch(request: HandsRequest, signal?: AbortSignal): Promise<HandsAnswer>;
  /** what is under way fails; harmless twice */
  close(): void;
  readonly closed: boolean;
}

type Pending = (settle: { answer: HandsAnswer } | { failure: string }) => void;

/** The worker's end of the port. No request hangs: it is answered, aborted, cut off with the port, or times out. */
export function createPortLink(port: MessagePort): PortLink {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closed = false;
  let greet: () => void;
  const greeted = new Promise<void>((resolve) => {
    greet = resolve;
  });

  function send(message: ToDocument): void {
    port.postMessage(message);
  }

  function close(): void {
    if (closed) return;
    closed = true;
    port.close();
    for (const settle of [...pending.values()]) settle({ failure: 'closed' });
  }

  port.onmessage = (event: MessageEvent<ToWorker>) => {
    const message = event.data;
    if (message.kind === 'ready') greet();
    else if (message.kind === 'failure') pending.get(message.id)?.({ failure: message.failure });
    else {
      const { id, status, contentType, bytes } = message;
      pending.get(id)?.({ answer: { status, contentType, bytes: new Uint8Array(bytes) } });
    }
  };

  return {
    close,
    get closed() {
      return closed;
    },
    ready: (ms) =>
      Promise.race([greeted.then(() => true), new Promise<boolean>((resolve) => setTimeout(resolve, ms, false))]),
    fetch: (request, signal) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new HandsFailure('closed'));
        if (signal?.aborted) return reject(signal.reason);
        const id = ++lastId;
        const end = () => {
          pending.delete(id);
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
        };
        const onAbort = () => {
          end();
          send({ kind: 'abort', id });
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          end();
          close();
          reject(new HandsFailure('timeout'));
        }, request.timeout + grace);
        signal?.addEventListener('abort', onAbort, { once: true });
        pending.set(id, (settle) => {
          end();
          if ('answer' in settle) resolve(settle.answer);
          else reject(new HandsFailure(settle.failure));
        });
        send({ kind: 'fetch', id, request });
      }),
  };
}
