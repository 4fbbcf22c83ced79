import { lifeLock } from './port-messages';

/** The offscreen document as a client of the service worker: enough to hand it a port. */
export interface DocumentClient {
  /** another document has another id */
  id: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

export interface OffscreenDocument {
  find(): Promise<DocumentClient | undefined>;
  /** undefined when the browser would not open it */
  open(): Promise<DocumentClient | undefined>;
  close(): Promise<void>;
  /** `gone` is called once, when the document that lives now does so no more */
  watch(gone: () => void): void;
}

const path = 'offscreen.html';

export function hasOffscreenDocuments(): boolean {
  return typeof chrome !== 'undefined' && chrome.offscreen !== undefined;
}

/** The one offscreen document of the extension, seen from its service worker. */
export function chromiumDocument(): OffscreenDocument {
  async function find(): Promise<DocumentClient | undefined> {
    const url = chrome.runtime.getURL(path);
    const found = await workerClients().matchAll({ includeUncontrolled: true, type: 'window' });
    return found.find((client) => client.url === url);
  }
  return {
    find,
    async open() {
      try {
        await chrome.offscreen.createDocument({
          url: path,
          // The bodies it receives are binary objects. AUDIO_PLAYBACK would have it closed after 30 s of silence.
          reasons: [chrome.offscreen.Reason.BLOBS],
          justification:
            'Receives answers of the telephone system and of Dolibarr, and recordings, with the certificate that the user has accepted, which a service worker may not use.',
        });
      } catch (error) {
        // "Only a single offscreen document may be created": somebody was faster, and that one serves as well.
        if (!String(error).includes('single offscreen')) throw error;
      }
      for (let tries = 0; tries < 20; tries += 1) {
        const client = await find();
        if (client) return client;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return undefined;
    },
    close: () => chrome.offscreen.closeDocument(),
    watch: (gone) => void navigator.locks.request(lifeLock, gone),
  };
}

interface WorkerClients {
  matchAll(options: object): Promise<(DocumentClient & { url: string })[]>;
}

function workerClients(): WorkerClients {
  // `clients` exists in workers alone, and the program is typed against the DOM.
  return (globalThis as unknown as { clients: WorkerClients }).clients; // as: a worker's global, see above
}
