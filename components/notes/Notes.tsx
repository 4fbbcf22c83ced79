import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { PartyName } from '../../lib/questions/questions';
import { partyWords } from '../call/party-words';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { Beside } from './Beside';
import { createNotesStore, type NotesStore } from './create-notes-store';
import { NoteField } from './NoteField';
import { NoteState } from './NoteState';
import { NotesContext } from './notes-context';
import type { NotesWords } from './notes-words';
import { OthersNotes } from './OthersNotes';

/** What is noted on one call, and where more is written; `length` of the call in seconds, `also`: others who have its number. */
export function Notes({ call, length, also }: { call: string; length: number; also: readonly PartyName[] }) {
  const context = useContext(NotesContext);
  const shell = context?.shell;
  const store = useMemo(() => shell && createNotesStore(shell, call), [shell, call]);
  useEffect(() => {
    if (!store) return;
    // the page goes, and with it what was typed a moment ago
    const leave = (): void => store.done();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      store.dispose();
    };
  }, [store]);
  if (!context || !store) return null;
  return (
    <Noted store={store} of={{ call, length }} also={also} words={context.words} openOptions={context.openOptions} />
  );
}

interface NotedProps {
  store: NotesStore;
  of: { call: string; length: number };
  also: readonly PartyName[];
  words: NotesWords;
  openOptions(): void;
}

function Noted({ store, of, also, words, openOptions }: NotedProps) {
  const { notes, say } = words;
  const view = store.view.value;
  const error = store.error.value;
  const may = view?.writing ?? 'yes';
  const [chosen, setChosen] = useState(false);
  // of several who have the number, a person says whose agenda the first note goes to
  const choose = may === 'yes' && also.length > 0 && !chosen && view?.event === '' && view.state === 'none';
  const closed = !view || may === 'ask' || choose;
  return (
    <section class="notes" aria-label={notes.title}>
      {view && <OthersNotes notes={view.others} words={words} {...of} />}
      {view && <Beside texts={view.beside} words={words} onSettle={store.beside} />}
      {may === 'ask' && (
        <div class="notice">
          <span class="notice-text">
            {view?.keyUser ? say(notes.otherUser, { name: view.keyUser }) : notes.otherUnknown} {notes.otherNext}
          </span>
          <button type="button" class="button" onClick={store.agree}>
            {view?.keyUser ? say(notes.agree, { name: view.keyUser }) : notes.agreeUnknown}
          </button>
        </div>
      )}
      {choose && (
        <div class="notice">
          <span class="notice-text">{say(notes.alsoOf, { names: also.map(partyWords).join(', ') })}</span>
          <button type="button" class="button" onClick={() => setChosen(true)}>
            {notes.forThis}
          </button>
        </div>
      )}
      {may !== 'yes' && may !== 'ask' && (
        <p class="quiet">{{ no: notes.mayNot, off: notes.off, nobody: notes.nobody }[may]}</p>
      )}
      {view?.elsewhere && (
        <div class="notice">
          <span class="notice-text">{say(notes.elsewhere, { name: view.elsewhere.name })}</span>
          <button type="button" class="button" onClick={store.move}>
            {notes.move}
          </button>
        </div>
      )}
      <div class="note-fields" onFocusOut={store.done}>
        {(may === 'yes' || may === 'ask') && (
          <>
            <NoteField store={store} field="public" disabled={closed} words={words} {...of} />
            <NoteField store={store} field="private" disabled={closed} words={words} {...of} />
          </>
        )}
        <NoteField store={store} field="onlyMe" disabled={!view} words={words} {...of} />
      </div>
      <NoteState view={view} unsaved={store.unsaved.value} words={words} onSave={store.save} />
      {error && <ErrorNotice error={error} words={words} actions={{ retry: store.retry, options: openOptions }} />}
      {view?.state === 'refused' && view.error && (
        <ErrorNotice error={view.error} words={words} actions={{ retry: store.retry, options: openOptions }}>
          {notes.keptAllTheSame}
        </ErrorNotice>
      )}
    </section>
  );
}
