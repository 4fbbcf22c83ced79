import { createElementStage } from './element-stage';
import { fetchOnce } from './fetch-once';
import { type Hands, HandsFailure, type HandsStream } from './hands';
import { createKeptAnswers, type KeptAnswers } from './kept-answers';
import { lifeLock, portOffer, type ToDocument, type ToWorker } from './port-messages';
import type { Stage } from './stage';
import { streamOnce } from './stream-once';

/**
 * What the offscreen document does: it takes a port from the service worker of its own origin, from nobody else, and
 * fetches what comes over it. A new port means a new worker: what the old one had under way is dropped, but for what is
 * to be kept.
 */
export function startHandsDocument(worker: ServiceWorkerContainer = navigator.serviceWorker): void {
  let stop: (() => void) | undefined;
  const locked = holdForLife();
  // The sound outlives the worker that asked for it.
  const stage = createElementStage(new Audio(), Date.now);
  const kept = createKeptAnswers();
  worker.addEventListener('message', (event) => {
    const port = event.ports[0];
    const fromOurWorker = event.origin === location.origin && event.source instanceof ServiceWorker;
    if (!fromOurWorker || event.data !== portOffer || !port) return;
    void locked.then(() => {
      stop?.();
      stop = serveHands(port, stage, kept);
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
export function serveHands(
  port: MessagePort,
  stage: Stage,
  kept: KeptAnswers = createKeptAnswers(),
  hands: Hands = { fetch: fetchOnce, stream: streamOnce },
): () => void {
  const underWay = new Map<number, AbortController>();
  const streams = new Map<number, HandsStream>();

  async function serve(message: ToDocument & { kind: 'fetch' | 'stream' }): Promise<void> {
    const controller = new AbortController();
    underWay.set(message.id, controller);
    try {
      if (message.kind === 'stream') {
        const stream = await hands.stream(message.request, controller.signal);
        streams.set(message.id, stream);
        const { next: _next, cancel: _cancel, ...head } = stream;
        send({ kind: 'head', id: message.id, ...head });
        return;
      }
      const { keep, ...request } = message.request;
      const answer = hands.fetch(request, keep === undefined ? controller.signal : undefined);
      if (keep !== undefined) kept.keep(keep, answer);
      const { bytes, ...head } = await answer;
      const own = owned(bytes);
      send({ kind: 'answer', id: message.id, ...head, bytes: own }, [own]);
    } catch (error) {
      fail(message.id, error);
    } finally {
      if (message.kind === 'fetch') underWay.delete(message.id);
    }
  }

  async function serveKept({ id, name }: ToDocument & { kind: 'kept' }): Promise<void> {
    const answer = await kept.read(name);
    if (!answer) return send({ kind: 'nothing', id });
    const { bytes, ...head } = answer;
    const own = owned(bytes);
    send({ kind: 'answer', id, ...head, bytes: own }, [own]);
  }

  async function serveMore(id: number): Promise<void> {
    try {
      const bytes = await streams.get(id)?.next();
      const own = bytes && owned(bytes);
      if (own) send({ kind: 'piece', id, bytes: own }, [own]);
      else send({ kind: 'piece', id });
      if (!own) forget(id);
    } catch (error) {
      fail(id, error);
    }
  }

  async function serveStage(message: ToDocument & { kind: 'stage' }): Promise<void> {
    const state = await stage.tell(message.command);
    send({ kind: 'stage', id: message.id, ...(state ? { state } : {}) });
  }

  function fail(id: number, error: unknown): void {
    const aborted = underWay.get(id)?.signal.aborted;
    forget(id);
    // Who aborted waits for nothing; anything but a HandsFailure is a fault of ours, told by its name.
    if (!aborted) send({ kind: 'failure', id, failure: error instanceof HandsFailure ? error.reason : String(error) });
  }

  function forget(id: number): void {
    underWay.delete(id);
    streams.delete(id);
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
    else if (message.kind === 'more') void serveMore(message.id);
    else if (message.kind === 'stage') void serveStage(message);
    else if (message.kind === 'kept') void serveKept(message);
    else void serve(message);
  };
  stage.onChange((state) => send({ kind: 'stage', id: 0, ...(state ? { state } : {}) }));
  send({ kind: 'ready' });
  return stop;
}

/** The buffer of these bytes alone: a body read whole owns its own, a view on a part of one is cut out before it goes. */
function owned(bytes: Uint8Array): ArrayBuffer {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength) return buffer;
  return new Uint8Array(bytes).buffer;
}
