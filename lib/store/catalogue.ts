/** What is known of a segment without reading it. Times are UTC epoch seconds. */
export interface SegmentEntry {
  id: number;
  /** start of its first and of its last call */
  from: number;
  until: number;
  count: number;
  /** DERIVATION (lib/calls/derive) of the rules its columns were made by; none: 0 */
  rules?: number;
}

/** Entries are kept 64 to a record: few enough records to read all at once, small enough to write one again. */
const GROUP = 64;

export interface CatalogueGroup {
  group: number;
  entries: SegmentEntry[];
}

/** The segments in order of time. */
export interface Catalogue {
  /** oldest first */
  segments(): readonly SegmentEntry[];
  /** segments that overlap the stretch, both ends included, oldest first */
  overlapping(from: number, until: number): SegmentEntry[];
  count(): number;
  newId(): number;
  put(entry: SegmentEntry): void;
  remove(id: number): void;
  takeChanged(): CatalogueGroup[];
}

export function createCatalogue(groups: readonly CatalogueGroup[]): Catalogue {
  const entries = new Map<number, SegmentEntry>();
  for (const group of groups) for (const entry of group.entries) entries.set(entry.id, entry);
  const changed = new Set<number>();
  let next = Math.max(0, ...entries.keys()) + 1;
  let ordered: SegmentEntry[] | undefined;

  const segments = () => {
    ordered ??= [...entries.values()].sort((a, b) => a.from - b.from || a.until - b.until || a.id - b.id);
    return ordered;
  };
  const touch = (id: number) => {
    changed.add(Math.floor(id / GROUP));
    ordered = undefined;
  };

  return {
    segments,
    overlapping: (from, until) => segments().filter((entry) => entry.from <= until && entry.until >= from),
    count: () => segments().reduce((sum, entry) => sum + entry.count, 0),
    newId: () => next++,
    put(entry) {
      entries.set(entry.id, entry);
      touch(entry.id);
    },
    remove(id) {
      if (entries.delete(id)) touch(id);
    },
    takeChanged() {
      const groups = [...changed].map((group) => ({
        group,
        entries: [...entries.values()].filter((entry) => Math.floor(entry.id / GROUP) === group),
      }));
      changed.clear();
      return groups;
    },
  };
}
