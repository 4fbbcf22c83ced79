/** A batch of parties as they come from Dolibarr. */
export interface PartyBatch<P> {
  parties: P[];
  /** rows that could not be read */
  setAside: number;
}

export interface DirectoryDeps<P> {
  /** all thirdparties and contacts, page after page */
  readAll(signal: AbortSignal): AsyncIterable<PartyBatch<P>>;
  put(parties: readonly P[], readAt: number): Promise<void>;
  /** forgets what this reading has not seen */
  dropUnread(since: number): Promise<number>;
  /** UTC epoch ms: marks the reading */
  now(): number;
}

export interface Refreshed {
  parties: number;
  setAside: number;
}

/** Reads the whole directory. What is gone from Dolibarr is dropped only after a reading that came to its end. */
export async function refreshDirectory<P>(deps: DirectoryDeps<P>, signal: AbortSignal): Promise<Refreshed> {
  const readAt = deps.now();
  const result: Refreshed = { parties: 0, setAside: 0 };
  for await (const batch of deps.readAll(signal)) {
    signal.throwIfAborted();
    await deps.put(batch.parties, readAt);
    result.parties += batch.parties.length;
    result.setAside += batch.setAside;
  }
  await deps.dropUnread(readAt);
  return result;
}
