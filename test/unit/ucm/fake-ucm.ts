import { createHash } from 'node:crypto';
import { type Hands, type HandsAnswer, HandsFailure, type HandsRequest } from '../../../lib/hands/hands';
import { createUcmSession } from '../../../lib/ucm/session';
import type { GuardState, KeptSession, UcmSecret, UcmTarget } from '../../../lib/ucm/session-state';

type Reply = Record<string, unknown> | string | Uint8Array | { http: number; html: string };

/** A UCM as far as a session sees one: who may log in, which sessions live, and what it says next. */
export function createFakeUcm(password = 'Sésame-8089') {
  const heard: { action: string; request: Record<string, unknown>; url: string }[] = [];
  /** what it says instead of the right thing, first come first served, by action */
  const instead: { action: string; reply: Reply | 'no answer' | 'timeout' }[] = [];
  const living = new Set<string>();
  let challenge = '';
  let logins = 0;
  let atOnce = 0;
  const ucm = {
    password,
    heard,
    living,
    most: 0,
    count: (action: string) => heard.filter((one) => one.action === action).length,
    says: (action: string, reply: Reply | 'no answer' | 'timeout') => instead.push({ action, reply }),
    endAllSessions: () => living.clear(),
    /** held back until resolved */
    gate: undefined as Promise<void> | undefined, // set later by the test
    /** answers that wait in the document for the next worker, by the request's name */
    kept: new Map<string, Promise<HandsAnswer>>(),
  };

  function answer(request: Record<string, unknown>): Reply {
    const action = String(request['action']);
    if (action === 'challenge') {
      challenge = `00000010000000${10 + heard.length}`;
      return { response: { challenge }, status: 0 };
    }
    if (action === 'login') {
      const right = createHash('md5').update(`${challenge}${ucm.password}`, 'utf8').digest('hex');
      if (request['token'] !== right) return { response: { remain_num: 4 }, status: -37 };
      logins += 1;
      const cookie = `sid${logins}-1771597757`;
      living.add(cookie);
      return { response: { cookie }, status: 0 };
    }
    if (!living.has(String(request['cookie']))) return { status: -6 };
    if (action === 'logout') {
      living.delete(String(request['cookie']));
      return { status: 0 };
    }
    if (action === 'cdrapi') return { cdr_root: [] };
    return { response: {}, status: 0 };
  }

  const hands: Hands = {
    fetch(asked, signal) {
      const answered = say(asked, signal);
      if (asked.keep) ucm.kept.set(asked.keep, answered);
      return answered;
    },
    kept: async (name) => ucm.kept.get(name),
    /** the same answer in pieces of ten bytes */
    async stream(request, signal) {
      const { bytes, ...head } = await hands.fetch(request, signal);
      let at = 0;
      return {
        ...head,
        length: bytes.length,
        async next() {
          const piece = bytes.subarray(at, at + 10);
          at += 10;
          return piece.length > 0 ? piece : undefined;
        },
        cancel() {
          at = bytes.length;
        },
      };
    },
  };

  async function say({ url, body }: HandsRequest, signal: AbortSignal | undefined): Promise<HandsAnswer> {
    const { request } = JSON.parse(body ?? '{}');
    heard.push({ action: request.action, request, url });
    atOnce += 1;
    ucm.most = Math.max(ucm.most, atOnce);
    try {
      await ucm.gate;
      signal?.throwIfAborted();
      const at = instead.findIndex((one) => one.action === request.action);
      const reply = at >= 0 ? instead.splice(at, 1)[0]?.reply : answer(request);
      if (reply === 'no answer') throw new HandsFailure('net::ERR_CONNECTION_REFUSED');
      if (reply === 'timeout') throw new HandsFailure('timeout');
      if (reply instanceof Uint8Array) return { status: 200, contentType: 'audio/x-wav', bytes: reply };
      const page =
        typeof reply === 'object' && 'html' in reply
          ? { status: Number(reply['http']), text: reply['html'] }
          : undefined;
      const text = String(page?.text ?? (typeof reply === 'string' ? reply : JSON.stringify(reply)));
      return { status: page?.status ?? 200, contentType: '', bytes: new TextEncoder().encode(text) };
    } finally {
      atOnce -= 1;
    }
  }
  return Object.assign(ucm, { hands });
}

export type FakeUcm = ReturnType<typeof createFakeUcm>;

/** A browser with the extension in it: settings, what it keeps, a clock. The worker can be started again. */
export function createBrowser(ucm: FakeUcm) {
  const browser = {
    target: { host: 'pbx.example', port: 8089, https: true, user: 'cdrapi' } as UcmTarget | undefined, // set later by the test
    secret: { password: ucm.password, credential: 'saved-1' } as UcmSecret | undefined, // set later by the test
    memory: undefined as KeptSession | undefined, // set later by the test
    guard: {} as GuardState, // set later by the test
    clock: Date.UTC(2026, 7, 22, 8),
    pass: (seconds: number) => {
      browser.clock += seconds * 1000;
    },
    /** the worker was stopped, and starts again: only what is kept is left */
    startWorker: () =>
      createUcmSession({
        hands: ucm.hands,
        target: async () => browser.target,
        secret: async () => browser.secret,
        memory: {
          read: async () => structuredClone(browser.memory),
          write: async (kept) => {
            browser.memory = structuredClone(kept);
          },
        },
        guard: {
          read: async () => structuredClone(browser.guard),
          write: async (state) => {
            browser.guard = structuredClone(state);
          },
        },
        now: () => browser.clock,
        random: () => 0.5,
      }),
    /** the whole browser: the cookie is gone as well */
    restart: () => {
      browser.memory = undefined;
      return browser.startWorker();
    },
  };
  return browser;
}

/** The code and detail of a failure, for comparison. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'detail' in error) {
      return { code: error.code, ...(error.detail as object) }; // as: AppError's detail is one
    }
    return error;
  }
  return 'no failure';
}
