import { fold } from '../calls/filter';
import { type Columns, markOf } from '../store/columns';
import type { NoteRecord, NoteStore } from '../store/notes';

/** What is noted on a call: where the mark is, and what a search looks through. */
export interface NotedCalls {
  isNoted(columns: Columns, row: number): boolean;
  /** folded; '' for nothing */
  textOf(columns: Columns, row: number): string;
}

/** `texts`: the notes themselves are wanted, which only a search does: they are all read for it. Only-me notes stay sealed. */
export async function notedCalls(store: NoteStore, texts: boolean): Promise<NotedCalls> {
  const marks = await store.marks();
  const byMark = new Map<number, string>();
  if (texts && marks.size > 0) for (const record of await store.all()) addText(byMark, record);
  return {
    isNoted: (columns, row) => marks.has(columns.mark[row] ?? 0),
    textOf: (columns, row) => byMark.get(columns.mark[row] ?? 0) ?? '',
  };
}

function addText(byMark: Map<number, string>, { id, keys, pending, known }: NoteRecord): void {
  const said = [...(pending ? [pending] : []), ...known].flatMap((note) => [note.public, note.private]);
  const text = fold(said.join('\n'));
  if (text === '') return;
  for (const key of [id, ...keys.map((one) => one.replace(/^ucm:/, ''))]) byMark.set(markOf(key), text);
}
