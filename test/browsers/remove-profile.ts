import { rm } from 'node:fs/promises';

/**
 * Removes a browser's profile. A browser that has closed may still be writing for a moment, so it is tried for five
 * seconds; `rmSync` would read the folder only once and fail on what was written after that.
 */
export function removeProfile(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
