import type { Page } from 'playwright-core';

/** What the background keeps by this name, as a page of the extension finds it on disk. */
export function readState<T>(page: Page, name: string): Promise<T> {
  return page.evaluate(onDisk, { name }) as Promise<T>; // whoever asks knows what he kept
}

/** As if time had passed, or another version had written it. */
export async function writeState(page: Page, name: string, value: unknown): Promise<void> {
  await page.evaluate(onDisk, { name, value });
}

async function onDisk({ name, value }: { name: string; value?: unknown }): Promise<unknown> {
  const opened = indexedDB.open('calls');
  await new Promise((resolve) => {
    opened.onsuccess = resolve;
  });
  const db = opened.result;
  const store = db.transaction('state', 'readwrite').objectStore('state');
  const asked = value === undefined ? store.get(name) : store.put(value, name);
  await new Promise((resolve) => {
    asked.onsuccess = resolve;
  });
  db.close();
  return asked.result;
}
