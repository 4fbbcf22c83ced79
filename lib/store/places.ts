import type { Database } from './database';

/** Segments whose places stand in one record. */
export const GROUP = 64;

/**
 * Numbers are spread over so many records a group: a card reads those of its own numbers alone, a run writes as many
 * records for each segment.
 */
const BUCKETS = 8;

/** Where some of the numbers occur: number i of the list in segment `group * GROUP + places[i]`. In no order. */
export interface PlacesRecord {
  bucket: number;
  group: number;
  numbers: Uint32Array;
  places: Uint8Array;
}

/** In which segments a number occurs. What is read stays in memory. */
export interface Places {
  /** segments in which one of the numbers (entries of the dictionary) occurs, in no order */
  segmentsOf(numbers: ReadonlySet<number>): Promise<number[]>;
  /** reads what `put` and `remove` of these segments will need */
  prepare(ids: Iterable<number>): Promise<void>;
  /** the numbers of a segment, each once */
  put(id: number, numbers: Uint32Array): void;
  remove(id: number): void;
  takeChanged(): PlacesRecord[];
}

export function createPlaces(db: Database): Places {
  const buckets = new Map<number, Promise<Map<number, PlacesRecord>>>();
  /** groups being written, a record for each bucket: newer than what a bucket being read may bring */
  const groups = new Map<number, PlacesRecord[]>();
  const changed = new Set<number>();

  async function readBucket(bucket: number): Promise<Map<number, PlacesRecord>> {
    const range = IDBKeyRange.bound([bucket, 0], [bucket, Number.POSITIVE_INFINITY]);
    const records = await db.getAll('places', range);
    const byGroup = new Map(records.map((record) => [record.group, record]));
    for (const [group, written] of groups) {
      const record = written[bucket];
      if (record) byGroup.set(group, record);
    }
    return byGroup;
  }

  function bucketOf(bucket: number): Promise<Map<number, PlacesRecord>> {
    const known = buckets.get(bucket);
    if (known) return known;
    const read = readBucket(bucket);
    buckets.set(bucket, read);
    read.catch(() => buckets.delete(bucket));
    return read;
  }

  async function prepareGroup(group: number): Promise<void> {
    const { store } = db.transaction('places');
    const read = await Promise.all(Array.from({ length: BUCKETS }, (_, bucket) => store.get([bucket, group])));
    groups.set(
      group,
      read.map((record, bucket) => record ?? emptyRecord(bucket, group)),
    );
  }

  function replace(id: number, numbers: Uint32Array): void {
    const group = Math.floor(id / GROUP);
    const records = groups.get(group);
    if (!records) throw new Error('a segment is put that was not prepared');
    const place = id % GROUP;
    for (const record of records) fill(record, place, numbers);
    changed.add(group);
    // A record is changed where it stands, so a bucket in memory needs only to know of a new group.
    for (const [bucket, read] of buckets) {
      const record = records[bucket];
      read.then((byGroup) => record && byGroup.set(group, record)).catch(() => undefined);
    }
  }

  return {
    async segmentsOf(numbers) {
      const wanted = new Set([...numbers].map((number) => number % BUCKETS));
      const ids = new Set<number>();
      for (const byGroup of await Promise.all([...wanted].map(bucketOf))) {
        for (const record of byGroup.values()) {
          record.numbers.forEach((number, i) => {
            if (numbers.has(number)) ids.add(record.group * GROUP + (record.places[i] ?? 0));
          });
        }
      }
      return [...ids];
    },
    async prepare(ids) {
      const missing = new Set([...ids].map((id) => Math.floor(id / GROUP)).filter((group) => !groups.has(group)));
      await Promise.all([...missing].map(prepareGroup));
    },
    put: replace,
    remove: (id) => replace(id, new Uint32Array()),
    takeChanged() {
      const taken = [...changed].flatMap((group) => groups.get(group) ?? []);
      changed.clear();
      return taken;
    },
  };
}

function emptyRecord(bucket: number, group: number): PlacesRecord {
  return { bucket, group, numbers: new Uint32Array(), places: new Uint8Array() };
}

/** Puts a segment's numbers of this bucket in place of those that stood there for it. */
function fill(record: PlacesRecord, place: number, numbers: Uint32Array): void {
  const { bucket, numbers: before, places: placesBefore } = record;
  let kept = 0;
  for (const other of placesBefore) if (other !== place) kept++;
  let added = 0;
  for (const number of numbers) if (number % BUCKETS === bucket) added++;
  if (added === 0 && kept === before.length) return;
  const after = new Uint32Array(kept + added);
  const places = new Uint8Array(kept + added).fill(place, kept);
  let at = 0;
  for (let i = 0; i < before.length; i++) {
    const other = placesBefore[i] ?? 0;
    if (other === place) continue;
    after[at] = before[i] ?? 0;
    places[at++] = other;
  }
  for (const number of numbers) if (number % BUCKETS === bucket) after[at++] = number;
  record.numbers = after;
  record.places = places;
}

/** The records of segments kept before there were any: what the upgrade of the database writes. */
export function placesOf(segments: Iterable<{ id: number; numbers: Uint32Array }>): PlacesRecord[] {
  const groups = new Map<number, PlacesRecord[]>();
  for (const { id, numbers } of segments) {
    const group = Math.floor(id / GROUP);
    const records = groups.get(group) ?? Array.from({ length: BUCKETS }, (_, bucket) => emptyRecord(bucket, group));
    groups.set(group, records);
    for (const record of records) fill(record, id % GROUP, numbers);
  }
  return [...groups.values()].flat();
}
