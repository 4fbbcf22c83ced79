import { afterEach, describe, expect, test, vi } from 'vitest';
import { serveHands } from '../../../lib/hands/document';
import {
  type Hands,
  type HandsAnswer,
  HandsFailure,
  type HandsRequest,
  type HandsStream,
} from '../../../lib/hands/hands';
import { createKeptAnswers, type KeptAnswers } from '../../../lib/hands/kept-answers';
import { createDocumentHands } from '../../../lib/hands/offscreen';
import type { OffscreenDocument } from '../../../lib/hands/offscreen-document';
import type { Stage } from '../../../lib/hands/stage';

// The polyfill refuses to load outside an extension.
vi.mock('../../../lib/browser', () => ({ browser: {} }));

const request: HandsRequest = { url: 'https://pbx:8089/api', method: 'POST', headers: {}, body: '{}', timeout: 10_000 };
const answer = (text: string): HandsAnswer => ({
  status: 200,
  contentType: 'application/json',
  bytes: new TextEncoder().encode(text),
});

const silentStage: Stage = { tell: async () => undefined, onChange: () => undefined };
const noAnswer = () => Promise.reject(new HandsFailure(''));

/** A browser's offscreen document: it can be opened, closed, and die; `hands` is what it fetches with. */
function chromium(able: Partial<Hands>) {
  const hands: Hands = { fetch: noAnswer, stream: noAnswer, ...able };
  let living: { id: string; stops: (() => void)[]; kept: KeptAnswers } | undefined;
  const watchers: (() => void)[] = [];
  const world = {
    opened: 0,
    /** the document exists but hears nothing */
    deaf: false,
    /** the document sees a new port, and drops the old one */
    stopWorker: () => {
      for (const stop of living?.stops.splice(0) ?? []) stop();
    },
    die: () => {
      for (const stop of living?.stops ?? []) stop();
      living = undefined;
      for (const gone of watchers.splice(0)) gone();
    },
  };
  function client() {
    const document = living;
    if (!document) return undefined;
    return {
      id: document.id,
      postMessage: (_: unknown, [port]: Transferable[]) => {
        if (world.deaf || !(port instanceof MessagePort)) return;
        document.stops.push(serveHands(port, silentStage, document.kept, hands));
      },
    };
  }
  const offscreen: OffscreenDocument = {
    find: async () => client(),
    open: async () => {
      world.opened += 1;
      living ??= { id: `document ${world.opened}`, stops: [], kept: createKeptAnswers() };
      return client();
    },
    close: async () => world.die(),
    watch: (gone) => watchers.push(gone),
  };
  ends.push(world.die);
  return Object.assign(world, { offscreen });
}

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Never answers; tells when it was asked and when it was given up. */
function silent() {
  let asked: () => void;
  let given: () => void;
  const began = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const aborted = new Promise<void>((resolve) => {
    given = resolve;
  });
  const hands: Pick<Hands, 'fetch'> = {
    fetch: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          given();
          reject(signal.reason);
        });
        asked();
      }),
  };
  return { hands, began, aborted };
}

describe('requests over the port to the offscreen document', () => {
  test('are answered with status, type and bytes; the document is opened once for many at once', async () => {
    const world = chromium({ fetch: async (asked) => answer(asked.body ?? '') });
    const { hands } = createDocumentHands(world.offscreen);
    const answers = await Promise.all(['a', 'b', 'c'].map((body) => hands.fetch({ ...request, body })));
    expect(answers.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['a', 'b', 'c']);
    expect(answers[0]).toMatchObject({ status: 200, contentType: 'application/json' });
    expect(world.opened).toBe(1);
  });

  test('an existing document is used, also by a worker that has just started', async () => {
    const world = chromium({ fetch: async () => answer('{}') });
    await createDocumentHands(world.offscreen).hands.fetch(request);
    await createDocumentHands(world.offscreen).hands.fetch(request);
    expect(world.opened).toBe(1);
  });

  describe('one that must not be sent twice', () => {
    const login = { ...request, body: 'token', keep: 'login 1' };
    const text = (came: HandsAnswer | undefined) => came && new TextDecoder().decode(came.bytes);

    test('is carried to its end when its worker is stopped, and the next ones hear the answer', async () => {
      let say: (came: HandsAnswer) => void = () => undefined;
      const began = new Promise<void>((resolve) => {
        world = chromium({
          fetch: () =>
            new Promise((answered) => {
              say = answered;
              resolve();
            }),
        });
      });
      const stopped = createDocumentHands(world.offscreen).hands.fetch(login);
      stopped.catch(() => undefined); // nobody hears it any more
      await began;
      world.stopWorker();
      const { hands } = createDocumentHands(world.offscreen);
      const heard = hands.kept?.('login 1');
      say(answer('-37'));
      expect(text(await heard)).toBe('-37');
      expect(text(await createDocumentHands(world.offscreen).hands.kept?.('login 1'))).toBe('-37');
    });

    test('is answered like any other, and its answer is kept besides', async () => {
      world = chromium({ fetch: async (asked) => answer(asked.body ?? '') });
      const { hands } = createDocumentHands(world.offscreen);
      expect(text(await hands.fetch(login))).toBe('token');
      expect(await hands.kept?.('login 2')).toBeUndefined();
      expect(text(await createDocumentHands(world.offscreen).hands.kept?.('login 1'))).toBe('token');
    });

    test('and never got an answer has none, and neither has a document that was opened since', async () => {
      world = chromium({});
      const { hands } = createDocumentHands(world.offscreen);
      await hands.fetch(login).catch(() => undefined);
      expect(await hands.kept?.('login 1')).toBeUndefined();
      world.die();
      expect(await hands.kept?.('login 1')).toBeUndefined();
      expect(world.opened).toBe(1);
    });

    let world: ReturnType<typeof chromium>;
  });

  test('a failure keeps its reason', async () => {
    const world = chromium({ fetch: () => Promise.reject(new HandsFailure('timeout')) });
    await expect(createDocumentHands(world.offscreen).hands.fetch(request)).rejects.toEqual(
      new HandsFailure('timeout'),
    );
  });

  test('bytes that are a part of a larger buffer arrive as that part', async () => {
    const bytes = new TextEncoder().encode('..part..').subarray(2, 6);
    const world = chromium({ fetch: async () => ({ status: 200, contentType: '', bytes }) });
    const got = await createDocumentHands(world.offscreen).hands.fetch(request);
    expect(new TextDecoder().decode(got.bytes)).toBe('part');
  });

  test('a document that was closed is opened again for the next request', async () => {
    const world = chromium({ fetch: async () => answer('{}') });
    const { hands } = createDocumentHands(world.offscreen);
    await hands.fetch(request);
    world.die();
    expect((await hands.fetch(request)).status).toBe(200);
    expect(world.opened).toBe(2);
  });

  test('a document that dies during a request fails it, and the next one is served', async () => {
    const { hands: never, began } = silent();
    let first = true;
    const world = chromium({
      fetch: (asked, signal) => {
        if (!first) return Promise.resolve(answer('{}'));
        first = false;
        return never.fetch(asked, signal);
      },
    });
    const { hands } = createDocumentHands(world.offscreen);
    const lost = hands.fetch(request).catch((error: unknown) => error);
    await began;
    world.die();
    expect(await lost).toEqual(new HandsFailure('closed'));
    expect((await hands.fetch(request)).status).toBe(200);
  });

  test('a document that never answers the offer is closed, and the request fails', async () => {
    const world = chromium({ fetch: async () => answer('{}') });
    world.deaf = true;
    const { hands } = createDocumentHands(world.offscreen, 20);
    await expect(hands.fetch(request)).rejects.toEqual(new HandsFailure('closed'));
    world.deaf = false;
    expect((await hands.fetch(request)).status).toBe(200);
    expect(world.opened).toBe(2);
  });

  test('an abort is passed on, and frees the asker at once', async () => {
    const { hands: never, began, aborted } = silent();
    const { hands } = createDocumentHands(chromium(never).offscreen);
    const controller = new AbortController();
    const asked = hands.fetch(request, controller.signal);
    await began;
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await aborted;
  });

  test('what was aborted before is not sent', async () => {
    const world = chromium({ fetch: async () => answer('{}') });
    await expect(createDocumentHands(world.offscreen).hands.fetch(request, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(world.opened).toBe(0);
  });
});

/** A body in pieces; after the last one it ends, or breaks off. */
function bodyOf(pieces: string[], broken?: string) {
  const cancelled: string[] = [];
  const stream: Hands['stream'] = async (_, signal) => {
    signal?.addEventListener('abort', () => cancelled.push('aborted'));
    const left = [...pieces];
    return {
      status: 200,
      contentType: 'audio/x-wav',
      length: 12,
      async next() {
        const piece = left.shift();
        if (piece === undefined && broken !== undefined) throw new HandsFailure(broken);
        return piece === undefined ? undefined : new TextEncoder().encode(piece);
      },
      cancel: () => undefined,
    };
  };
  return { stream, cancelled, left: pieces };
}

async function read(stream: HandsStream): Promise<string[]> {
  const pieces: string[] = [];
  for (let piece = await stream.next(); piece; piece = await stream.next())
    pieces.push(new TextDecoder().decode(piece));
  return pieces;
}

describe('a long body', () => {
  test('comes piece by piece, in order, with what its head says, and ends', async () => {
    const { hands } = createDocumentHands(chromium(bodyOf(['RIFF', 'WAVE', 'fmt '])).offscreen);
    const stream = await hands.stream(request);
    expect(stream).toMatchObject({ status: 200, contentType: 'audio/x-wav', length: 12 });
    expect(await read(stream)).toEqual(['RIFF', 'WAVE', 'fmt ']);
  });

  test('that breaks off says why, after what had come', async () => {
    const { hands } = createDocumentHands(chromium(bodyOf(['RIFF'], 'net::ERR_CONNECTION_RESET')).offscreen);
    const stream = await hands.stream(request);
    expect(new TextDecoder().decode(await stream.next())).toBe('RIFF');
    await expect(stream.next()).rejects.toEqual(new HandsFailure('net::ERR_CONNECTION_RESET'));
  });

  test('is cut off with the document, and goes on in no silence', async () => {
    const world = chromium(bodyOf(['RIFF', 'WAVE']));
    const { hands } = createDocumentHands(world.offscreen);
    const stream = await hands.stream(request);
    await stream.next();
    world.die();
    await expect(stream.next()).rejects.toEqual(new HandsFailure('closed'));
  });

  test('that nobody wants any more is given up in the document too', async () => {
    const body = bodyOf(['RIFF', 'WAVE']);
    const { hands } = createDocumentHands(chromium(body).offscreen);
    (await hands.stream(request)).cancel();
    await vi.waitFor(() => expect(body.cancelled).toEqual(['aborted']));
  });
});
