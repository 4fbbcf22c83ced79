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
  async function named<T>(url: string, work: () => Promise<T>): Promise<T> {
    const words = errors && listen(errors, new URL(url).href);
    try {
      return await work();
    } catch (error) {
      if (!words || !(error instanceof HandsFailure) || error.reason !== '') throw error;
      throw new HandsFailure(await words.within(patience));
    } finally {
      words?.stop();
    }
  }

  return {
    fetch: (request, signal) => named(request.url, () => hands.fetch(request, signal)),
    async stream(request, signal) {
      const stream = await named(request.url, () => hands.stream(request, signal));
      return { ...stream, next: () => named(request.url, stream.next) };
    },
  };
}

/** Absent where the browser lacks webRequest: failures then have no reason. */
function requestErrors(): RequestErrors | undefined {
  return browser.webRequest?.onErrorOccurred;
}

function listen(errors: RequestErrors, url: string) {
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
