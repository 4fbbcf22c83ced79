import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';

/** Chromium's DevTools protocol over its third and fourth file: JSON texts, each ended by a zero. */
export interface Pipe {
  send<T = unknown>(method: string, params?: object, session?: string): Promise<T>;
  /** events of the session, or of the browser; returns what stops listening */
  on<T = unknown>(method: string, listener: (params: T) => void, session?: string): () => void;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
}

export function createPipe(child: ChildProcess): Pipe {
  const [, , , to, from] = child.stdio;
  if (!(to instanceof Writable) || !(from instanceof Readable)) throw new Error('Chromium was started without a pipe.');
  const waiting = new Map<number, { done(result: unknown): void; failed(error: Error): void }>();
  const listeners = new Set<{ method: string; session: string | undefined; hear(params: unknown): void }>();
  let last = 0;
  let parts: Buffer[] = [];

  function take(text: string): void {
    const message: Message = JSON.parse(text);
    if (message.id === undefined) {
      for (const { method, session, hear } of [...listeners]) {
        if (method === message.method && session === message.sessionId) hear(message.params);
      }
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.failed(new Error(message.error.message));
    else asked?.done(message.result);
  }

  from.on('data', (chunk: Buffer) => {
    let begin = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, begin)) {
      take(Buffer.concat([...parts, chunk.subarray(begin, end)]).toString('utf8'));
      parts = [];
      begin = end + 1;
    }
    if (begin < chunk.length) parts.push(chunk.subarray(begin));
  });
  child.once('exit', () => {
    for (const { failed } of waiting.values()) failed(new Error('Chromium has ended.'));
    waiting.clear();
  });

  return {
    send<T>(method: string, params: object = {}, session?: string): Promise<T> {
      const id = ++last;
      return new Promise<T>((resolve, reject) => {
        const done = (result: unknown) => resolve(result as T); // the protocol's answer to this method
        waiting.set(id, { done, failed: (error) => reject(new Error(`${method}: ${error.message}`)) });
        to.write(`${JSON.stringify({ id, method, params, ...(session ? { sessionId: session } : {}) })}\0`);
      });
    },
    on<T>(method: string, listener: (params: T) => void, session?: string) {
      const hear = (params: unknown) => listener(params as T); // the protocol's parameters of this event
      const entry = { method, session, hear };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
}
