import { browser } from '../browser';
import { type Hands, HandsFailure } from './hands';

/** The part of webRequest's event that is listened to. */
export interface RequestErrors {
  addListener(heard: (details: RequestError) => void, filter: { urls: string[] }): void;
  removeListener(heard: (details: RequestError) => void): void;
}

interface RequestError {
  url: string;
  tabId: number;
  error: string;
}

/** ms: the event and the rejection of fetch travel on different ways, and either may come first */
const patience = 300;

/**
 * Hands whose failures say why. fetch rejects with the same bare TypeError for a refused port, an unknown host and a
 * bad certificate; only webRequest tells them apart (seen in both browsers). It is listened to while a request is
 * under way and at no other time, for that very address and for requests of no tab.
 */
export function nameFailures(hands: Hands, errors: RequestErrors | undefined = requestErrors()): Hands {
  return {
    ...hands,
    async fetch(request, signal) {
      const words = errors && listen(errors, request.url);
      try {
        return await hands.fetch(request, signal);
      } catch (error) {
        throw await named(error, words);
      } finally {
        words?.stop();
      }
    },
    async stream(request, signal) {
      // Once for all pieces: there may be thousands.
      const words = errors && listen(errors, request.url);
      const fail = async (error: unknown): Promise<never> => {
        const failure = await named(error, words);
        words?.stop();
        throw failure;
      };
      const stream = await hands.stream(request, signal).catch(fail);
      return {
        ...stream,
        async next() {
          const piece = await stream.next().catch(fail);
          if (!piece) words?.stop();
          return piece;
        },
        cancel() {
          words?.stop();
          stream.cancel();
        },
      };
    },
  };
}

/** The same for a bare fetch, where no document is needed: it rejects with HandsFailure and not with TypeError. */
export function nameFetchFailures(
  send: typeof fetch,
  errors: RequestErrors | undefined = requestErrors(),
): typeof fetch {
  return async (input, init) => {
    const words = errors && listen(errors, input instanceof Request ? input.url : String(input));
    try {
      return await send(input, init);
    } catch (error) {
      throw error instanceof TypeError ? await named(new HandsFailure(''), words) : error;
    } finally {
      words?.stop();
    }
  };
}

/** Absent where the browser lacks webRequest: failures then have no reason. */
function requestErrors(): RequestErrors | undefined {
  return browser.webRequest?.onErrorOccurred;
}

/** The failure with the browser's words where it has none of its own. */
async function named(error: unknown, words: ReturnType<typeof listen> | undefined): Promise<unknown> {
  if (!words || !(error instanceof HandsFailure) || error.reason !== '') return error;
  return new HandsFailure(await words.within(patience));
}

function listen(errors: RequestErrors, address: string) {
  const url = new URL(address).href;
  let heard: (words: string) => void;
  const words = new Promise<string>((resolve) => {
    heard = resolve;
  });
  const listener = (details: RequestError) => {
    if (details.url === url && details.tabId === -1) heard(details.error);
  };
  // No narrower pattern: Firefox refuses ports in one, and what is not granted is not heard anyway.
  errors.addListener(listener, { urls: ['<all_urls>'] });
  return {
    within: (ms: number) => Promise.race([words, new Promise<string>((resolve) => setTimeout(resolve, ms, ''))]),
    stop: () => errors.removeListener(listener),
  };
}
