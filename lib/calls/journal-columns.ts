/** Columns of the journal that a person may leave out; when and the box to select are always there. */
export const journalColumns = [
  'direction',
  'number',
  'name',
  'who',
  'outcome',
  'type',
  'extension',
  'trunk',
  'ring',
  'talk',
  'recordings',
  'noted',
] as const;
export type JournalColumn = (typeof journalColumns)[number];
