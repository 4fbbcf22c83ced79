import type { CallStore } from './call-store';
import type { Dictionary } from './dictionary';
import { writeSegments } from './write-segments';

/** Segments whose columns are looked at together. */
const TOGETHER = 64;

/**
 * Blanks every number, name and extension that no kept call has: calls that are gone leave nobody's number behind. Within
 * CallStore.writing, when everything before is committed.
 */
export async function sweepDictionaries(store: CallStore): Promise<void> {
  const memory = await store.memory();
  const used = { numbers: new Set([0]), names: new Set([0]), extensions: new Set([0]) };
  const ids = memory.catalogue.segments().map(({ id }) => id);
  for (let at = 0; at < ids.length; at += TOGETHER) {
    // Not by CallStore.columns, which would keep all of them in memory.
    const { store: kept } = store.db.transaction('columns');
    for (const columns of await Promise.all(ids.slice(at, at + TOGETHER).map((id) => kept.get(id)))) {
      if (!columns) continue;
      for (const entry of columns.number) used.numbers.add(entry);
      for (const entry of columns.name) used.names.add(entry);
      for (const field of [columns.extension, columns.through, columns.did, columns.trunk ?? []]) {
        for (const entry of field) used.extensions.add(entry);
      }
    }
  }
  const swept = [
    blankUnused(memory.numbers, used.numbers),
    blankUnused(memory.names, used.names),
    blankUnused(memory.extensions, used.extensions),
  ];
  if (!swept.some((count) => count > 0)) return;
  await writeSegments(store, memory);
  await store.committed();
}

function blankUnused(dictionary: Dictionary, used: ReadonlySet<number>): number {
  const unused: number[] = [];
  for (let entry = 0; entry < dictionary.size(); entry++) {
    if (!used.has(entry) && dictionary.text(entry) !== '') unused.push(entry);
  }
  if (unused.length > 0) dictionary.blank(unused);
  return unused.length;
}
