import { useMemo } from 'preact/hooks';
import type { JournalLine } from '../../lib/questions/journal';
import { Notes } from '../notes/Notes';
import { NotesContext } from '../notes/notes-context';
import { createNotesWords } from '../notes/notes-words';
import type { CallsWords } from './calls-words';
import type { CallsShell } from './shell';

interface CallNotesProps {
  line: JournalLine;
  /** of the call, in seconds */
  length: number;
  shell: CallsShell;
  words: CallsWords;
}

/** Notes on a call of anybody, in the name of the key's user: in the agenda of the first who has the number. */
export function CallNotes({ line, length, shell, words }: CallNotesProps) {
  const [first, ...also] = line.parties;
  const { language } = words;
  const place = first && `${first.kind}:${first.id}`;
  const context = useMemo(
    () => ({
      shell: shell.notes(language, first && { kind: first.kind, id: first.id }),
      words: createNotesWords(language),
      openOptions: shell.openOptions,
    }),
    [shell, language, place],
  );
  return (
    <NotesContext.Provider value={context}>
      <div class="own-notes">
        <Notes key={line.key} call={line.key} length={length} also={also} />
      </div>
    </NotesContext.Provider>
  );
}
