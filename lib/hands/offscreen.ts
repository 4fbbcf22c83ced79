import { type Hands, HandsFailure } from './hands';
import { keepAwake } from './keep-awake';
import { nameFailures } from './naming';
import { chromiumDocument, type OffscreenDocument } from './offscreen-document';
import { createPortLink, type PortLink } from './port-link';
import { portOffer } from './port-messages';
import type { Stage, StageState } from './stage';

/** ms for a document to answer the offer of a port */
const greeting = 5_000;

/** The hands of a service worker (Chromium): the offscreen document fetches, the worker hears the browser's words. */
export function createOffscreenHands(): { hands: Hands; stage: Stage } {
  const { hands, stage } = createDocumentHands(chromiumDocument());
  return { hands: keepAwake(nameFailures(hands)), stage };
}

/**
 * Requests over a private port to the document, which is opened when there is none. Password and cookie pass here, so
 * never over runtime messages, which every page of the extension hears.
 */
export function createDocumentHands(offscreen: OffscreenDocument, patience = greeting): { hands: Hands; stage: Stage } {
  let heard: (state: StageState | undefined) => void = () => undefined;
  let link: PortLink | undefined;
  let linkedTo = '';
  let linking: Promise<PortLink> | undefined;

  async function connect(): Promise<PortLink> {
    const client = (await offscreen.find()) ?? (await offscreen.open());
    if (client && link && linkedTo === client.id && !link.closed) return link;
    link?.close();
    link = undefined;
    if (!client) throw new HandsFailure('closed');
    const channel = new MessageChannel();
    const fresh = createPortLink(channel.port1, (state) => heard(state));
    client.postMessage(portOffer, [channel.port2]);
    if (!(await fresh.ready(patience))) {
      // A document that does not answer is of no use to anyone: the next request opens another.
      fresh.close();
      await offscreen.close();
      throw new HandsFailure('closed');
    }
    offscreen.watch(fresh.close);
    link = fresh;
    linkedTo = client.id;
    return fresh;
  }

  function linkOf(signal: AbortSignal | undefined): Promise<PortLink> {
    signal?.throwIfAborted();
    linking ??= connect().finally(() => {
      linking = undefined;
    });
    return linking;
  }

  return {
    hands: {
      fetch: async (request, signal) => (await linkOf(signal)).fetch(request, signal),
      stream: async (request, signal) => (await linkOf(signal)).stream(request, signal),
      // a document that was opened a moment ago knows of nothing
      kept: async (name) => ((await offscreen.find()) ? (await linkOf(undefined)).kept(name) : undefined),
    },
    stage: {
      async tell(command) {
        // Nothing sounds where there is no document, and only a sound to load is worth opening one.
        if (command.do !== 'load' && !(await offscreen.find())) return undefined;
        return (await linkOf(undefined)).tellStage(command);
      },
      onChange(listener) {
        heard = listener;
      },
    },
  };
}
