import { fetchOnce } from './fetch-once';
import { type Hands, HandsFailure } from './hands';
import { lifeLock, portOffer, type ToDocument, type ToWorker } from './port-messages';

/**
 * What the offscreen document does: it takes a port from the service worker of its own origin, from nobody else, and
 * fetches what comes over it. A new port means a new worker: what the old one had under way is dropped.
 */
export function startHandsDocument(worker: ServiceWorkerContainer = navigator.serviceWorker): void {
  let stop: (() => void) | undefined;
  const locked = holdForLife();
  worker.addEventListener('message', (event) => {
    const port = event.ports[0];
    const fromOurWorker = event.origin === location.origin && event.source instanceof ServiceWorker;
    if (!fromOurWorker || event.data !== portOffer || !port) return;
    void locked.then(() => {
      stop?.();
      stop = serveHands(port);
    });
  });
  // Messages are held back until somebody says that they are listened to.
  worker.startMessages();
}

/** Resolves when the lock is ours; it is given back by the end of this document alone. */
function holdForLife(): Promise<void> {
  return new Promise((resolve) => {
    void navigator.locks.request(lifeLock, () => {
      resolve();
      return new Promise<never>(() => undefined);
    });
  });
}

/** Serves one port; the function given back ends it and everything under way. */
export function serveHands(port: MessagePort, hands: Hands = { fetch: fetchOnce }): () => void {
  const underWay = new Map<number, AbortController>();

  async function serve(message: ToDocument & { kind: 'fetch' }): Promise<void> {
    const controller = new AbortController();
    underWay.set(message.id, controller);
    try {
      const { status, contentType, bytes } = await hands.fetch(message.request, controller.signal);
      // A body read whole owns its buffer; a view on a part of one is cut out before it goes.
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
      if (own instanceof ArrayBuffer) send({ kind: 'answer', id: message.id, status, contentType, bytes: own }, [own]);
    } catch (error) {
      // Who aborted waits for nothing; anything but a HandsFailure is a fault of ours, told by its name.
      if (controller.signal.aborted) return;
      send({ kind: 'failure', id: message.id, failure: error instanceof HandsFailure ? error.reason : String(error) });
    } finally {
      underWay.delete(message.id);
    }
  }

  function send(message: ToWorker, transfer: Transferable[] = []): void {
    port.postMessage(message, transfer);
  }

  function stop(): void {
    port.close();
    for (const controller of underWay.values()) controller.abort();
  }

  port.onmessage = (event: MessageEvent<ToDocument>) => {
    const message = event.data;
    if (message.kind === 'abort') underWay.get(message.id)?.abort();
    else void serve(message);
  };
  send({ kind: 'ready' });
  return stop;
}
