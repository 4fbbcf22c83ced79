import type { CopyStore } from './copies';

interface Tidiness {
  /** days a copy is kept after it was played last; 0 = only while it plays */
  keepDays: number;
  /** of all copies together; the ones played longest ago go first */
  keepMegabytes: number;
  /** this one stays whatever happens */
  but: string;
  /** UTC epoch ms */
  now: number;
}

/** Drops the copies of recordings that are not to be kept any longer. */
export async function tidyCopies(store: CopyStore, { keepDays, keepMegabytes, but, now }: Tidiness): Promise<void> {
  const kept = (await store.all()).sort((a, b) => b.usedAt - a.usedAt);
  let bytes = 0;
  for (const { id, usedAt, received } of kept) {
    bytes += received;
    if (id === but) continue;
    if (now - usedAt >= keepDays * 86_400_000 || bytes > keepMegabytes * 1_000_000) await store.remove(id);
  }
}
