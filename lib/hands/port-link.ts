import { type HandsAnswer, HandsFailure, type HandsRequest, type HandsStream } from './hands';
import type { ToDocument, ToWorker } from './port-messages';
import type { StageCommand, StageState } from './stage';

/** ms on top of a request's own timeout, after which the document is taken for dead */
const grace = 2_000;
/** ms; the stage answers at once */
const stageTimeout = 3_000;
/** ms; as long as the longest request that is kept */
const keptTimeout = 10_000;

export interface PortLink {
  /** false when the other end has not answered within `ms` */
  ready(ms: number): Promise<boolean>;
  fetch(request: HandsRequest, signal?: AbortSignal): Promise<HandsAnswer>;
  stream(request: HandsRequest, signal?: AbortSignal): Promise<HandsStream>;
  /** what another worker's request was answered; waited for no longer than such a request lasts */
  kept(name: string): Promise<HandsAnswer | undefined>;
  tellStage(command: StageCommand): Promise<StageState | undefined>;
  /** what is under way fails; harmless twice */
  close(): void;
  readonly closed: boolean;
}

type Heard = Exclude<ToWorker, { kind: 'ready' | 'failure' }>;
type Pending = (settle: { heard: Heard } | { failure: string }) => void;

/** The worker's end of the port. No request hangs: it is answered, aborted, cut off with the port, or times out. */
export function createPortLink(
  port: MessagePort,
  onStage: (state: StageState | undefined) => void = () => undefined,
): PortLink {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closed = false;
  let greet: () => void;
  const greeted = new Promise<void>((resolve) => {
    greet = resolve;
  });

  function close(): void {
    if (closed) return;
    closed = true;
    port.close();
    for (const settle of [...pending.values()]) settle({ failure: 'closed' });
  }

  port.onmessage = (event: MessageEvent<ToWorker>) => {
    const message = event.data;
    if (message.kind === 'ready') greet();
    else if (message.kind === 'stage' && message.id === 0) onStage(message.state);
    else if (message.kind === 'failure') pending.get(message.id)?.({ failure: message.failure });
    else pending.get(message.id)?.({ heard: message });
  };

  /** Sends a message, and waits for the one that answers it. */
  function exchange(message: ToDocument, timeout: number, signal?: AbortSignal): Promise<Heard> {
    const { id } = message;
    return new Promise((resolve, reject) => {
      if (closed) return reject(new HandsFailure('closed'));
      if (signal?.aborted) return reject(signal.reason);
      const end = () => {
        pending.delete(id);
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      const onAbort = () => {
        end();
        abort(id);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        end();
        close();
        reject(new HandsFailure('timeout'));
      }, timeout + grace);
      signal?.addEventListener('abort', onAbort, { once: true });
      pending.set(id, (settle) => {
        end();
        if ('heard' in settle) resolve(settle.heard);
        else reject(new HandsFailure(settle.failure));
      });
      port.postMessage(message);
    });
  }

  function abort(id: number): void {
    const message: ToDocument = { kind: 'abort', id };
    port.postMessage(message);
  }

  return {
    close,
    get closed() {
      return closed;
    },
    ready: (ms) =>
      Promise.race([greeted.then(() => true), new Promise<boolean>((resolve) => setTimeout(resolve, ms, false))]),

    async fetch(request, signal) {
      const heard = await exchange({ kind: 'fetch', id: ++lastId, request }, request.timeout, signal);
      if (heard.kind !== 'answer') throw new HandsFailure('closed');
      return answerOf(heard);
    },

    async kept(name) {
      const heard = await exchange({ kind: 'kept', id: ++lastId, name }, keptTimeout);
      return heard.kind === 'answer' ? answerOf(heard) : undefined;
    },

    async tellStage(command) {
      const heard = await exchange({ kind: 'stage', id: ++lastId, command }, stageTimeout);
      return heard.kind === 'stage' ? heard.state : undefined;
    },

    async stream(request, signal) {
      const id = ++lastId;
      const head = await exchange({ kind: 'stream', id, request }, request.timeout, signal);
      if (head.kind !== 'head') throw new HandsFailure('closed');
      const { kind: _kind, id: _id, ...rest } = head;
      return {
        ...rest,
        async next() {
          const heard = await exchange({ kind: 'more', id }, request.timeout, signal);
          return heard.kind === 'piece' && heard.bytes ? new Uint8Array(heard.bytes) : undefined;
        },
        cancel: () => abort(id),
      };
    },
  };
}

function answerOf({ kind: _kind, id: _id, bytes, ...rest }: Heard & { kind: 'answer' }): HandsAnswer {
  return { ...rest, bytes: new Uint8Array(bytes) };
}
