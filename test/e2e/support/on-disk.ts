import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Files below a folder that hold one of the texts, in any of the ways in which browsers write text. */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  const wanted = texts.flatMap((text) =>
    (['utf8', 'latin1', 'utf16le', 'base64'] as const).map((encoding) =>
      encoding === 'base64' ? Buffer.from(Buffer.from(text).toString('base64')) : Buffer.from(text, encoding),
    ),
  );
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .filter((file) => {
      const bytes = readFileSync(file);
      return wanted.some((text) => bytes.includes(text));
    });
}

/** Everything that the extension keeps, as one text for each of its object stores and storage areas. */
export function keptText(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const readable = (_name: string, value: unknown): unknown => {
      if (value instanceof Map) return [...value];
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
      if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value);
      return value;
    };
    const found: Record<string, string> = {};
    const opened = indexedDB.open('calls');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(opened.error);
    });
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name);
      const all = await Promise.all(
        [store.getAllKeys(), store.getAll()].map(
          (request) =>
            new Promise((resolve) => {
              request.onsuccess = () => resolve(request.result);
            }),
        ),
      );
      found[name] = JSON.stringify(all, readable);
    }
    db.close();
    for (const area of ['local', 'session', 'sync'] as const) {
      found[`storage.${area}`] = JSON.stringify(await chrome.storage[area].get(null));
    }
    return found;
  });
}
