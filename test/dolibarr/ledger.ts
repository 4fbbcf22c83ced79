/** What was made on somebody's Dolibarr, and what of it is gone again. */
export interface Ledger {
  /** as `fetch`, with everything that is made or removed written down */
  fetch: typeof fetch;
  /** ids that were made, by their path in the API */
  made(path: LedgerPath): number[];
  removed(path: LedgerPath): Set<number>;
}

export type LedgerPath = 'thirdparties' | 'contacts' | 'agendaevents';
export const ledgerPaths: readonly LedgerPath[] = ['contacts', 'agendaevents', 'thirdparties'];

export function createLedger(): Ledger {
  const made = new Map<LedgerPath, number[]>(ledgerPaths.map((path) => [path, []]));
  const removed = new Map<LedgerPath, Set<number>>(ledgerPaths.map((path) => [path, new Set()]));
  return {
    async fetch(input, init) {
      const answer = await fetch(input, init);
      const [, path = '', id] = /\/api\/index\.php\/(\w+)(?:\/(\d+))?(?:\?|$)/.exec(String(input)) ?? [];
      const kept = ledgerPaths.find((one) => one === path);
      if (!kept || !answer.ok) return answer;
      if (init?.method === 'DELETE' && id) removed.get(kept)?.add(Number(id));
      if (init?.method === 'POST' && id === undefined) {
        const text = await answer.clone().text();
        if (/^"?\d+"?$/.test(text.trim())) made.get(kept)?.push(Number(text.replaceAll('"', '')));
      }
      return answer;
    },
    made: (path) => made.get(path) ?? [],
    removed: (path) => removed.get(path) ?? new Set(),
  };
}
