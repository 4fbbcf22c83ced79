import { createDolibarrRest } from '../../lib/dolibarr/rest';
import { AppError } from '../../lib/errors';
import { dolibarrRoot } from '../../lib/settings/dolibarr-address';
import type { Settings } from '../../lib/settings/settings';

/** Which address answers, and as which version. */
export interface FoundDolibarr {
  root: string;
  version: string;
}

/**
 * Asks Dolibarr who it is at `root` and, where nothing like an API is there, at the folders above it: a pasted address
 * does not always tell where Dolibarr begins. Throws the AppError of the first address.
 */
export async function findDolibarr(
  send: typeof fetch,
  { root, entity }: Settings['dolibarr'],
  key: string,
): Promise<FoundDolibarr> {
  let first: unknown;
  for (const candidate of new Set([root, ...(dolibarrRoot(root) ?? [])])) {
    const rest = createDolibarrRest({
      fetch: send,
      connection: async () => ({ root: candidate, key, ...(entity === 0 ? {} : { entity }) }),
      offline: () => !navigator.onLine,
    });
    try {
      return { root: candidate, version: (await rest.status()).version };
    } catch (error) {
      first ??= error;
      if (!(error instanceof AppError) || error.code !== 'dolibarr-address') break;
    }
  }
  throw first;
}
