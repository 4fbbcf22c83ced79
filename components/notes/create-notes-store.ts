import { batch, computed, signal } from '@preact/signals';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { Letters, NotesView, NoteTexts } from '../../lib/questions/notes';

/** What the notes of one call need of their page; the promises reject with AppError. */
export interface NotesShell {
  /** `fresh`: Dolibarr is asked, else what is kept is told at once */
  read(call: string, fresh: boolean): Promise<NotesView | undefined>;
  type(call: string, letters: Letters, done: boolean): Promise<unknown>;
  typeOnlyMe(call: string, text: string): Promise<unknown>;
  beside(call: string, id: string, back: boolean): Promise<unknown>;
  move(call: string): Promise<unknown>;
  agree(): Promise<unknown>;
  /** Calls back when notes have changed, whoever changed them. Returns the end of it. */
  onNoted(listener: () => void): () => void;
}

export type NoteField = keyof NoteTexts | 'onlyMe';
export type NotesStore = ReturnType<typeof createNotesStore>;

/** ms between the last letter and its keeping: a browser that ends loses no more than that */
const pause = 300;

/** The notes of one call without a view. What is being typed is never overwritten by an answer. `dispose` keeps and ends it. */
export function createNotesStore(shell: NotesShell, call: string) {
  const view = signal<NotesView | undefined>(undefined);
  /** letters that the background has not taken yet, by field */
  const draft = signal<Partial<Record<NoteField, string>>>({});
  /** what stood in a field when its first letter was typed */
  let seen: Letters['base'] = {};
  const error = signal<ErrorShape | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** something was typed since the field was left last */
  let touched = false;
  let ended = false;

  const text = (field: NoteField): string => {
    const typed = draft.value[field];
    if (typed !== undefined) return typed;
    const known = view.value;
    if (!known) return '';
    return field === 'onlyMe' ? known.onlyMe : known.mine[field];
  };

  const read = async (fresh: boolean): Promise<void> => {
    try {
      const answer = await shell.read(call, fresh);
      if (ended || !answer) return;
      batch(() => {
        view.value = answer;
        if (fresh) error.value = undefined;
        draft.value = still(draft.peek(), answer, touched);
      });
    } catch (failure) {
      // What is kept is on screen; that Dolibarr could not be asked is said beside it.
      if (!ended) error.value = shapeOf(failure);
    }
  };

  /** Gives the letters to the background: kept there, and sent when `done`. */
  const keep = async (done: boolean): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (!touched && !done) return;
    const now = draft.peek();
    if (done) touched = false;
    try {
      if (now.onlyMe !== undefined) await shell.typeOnlyMe(call, now.onlyMe);
      if (now.public !== undefined || now.private !== undefined || (done && view.peek()?.state === 'kept')) {
        await shell.type(call, lettersOf(now), done);
      }
      if (error.peek() && !ended) error.value = undefined;
      await read(false);
    } catch (failure) {
      touched = true;
      if (!ended) error.value = shapeOf(failure);
    }
  };

  /** Of the fields with letters alone: what was not touched stays as it is, whoever changed it meanwhile. */
  const lettersOf = (typed: Partial<Record<NoteField, string>>): Letters => {
    const letters: Letters = { text: {}, base: {} };
    for (const field of ['public', 'private'] as const) {
      if (typed[field] === undefined) continue;
      letters.text[field] = typed[field];
      letters.base[field] = seen[field];
    }
    return letters;
  };

  const act = async (action: Promise<unknown>): Promise<void> => {
    try {
      await action;
      await read(false);
    } catch (failure) {
      error.value = shapeOf(failure);
    }
  };

  const stopHearing = shell.onNoted(() => void read(false));
  void read(false).then(() => read(true));

  return {
    view: computed(() => view.value),
    error: computed(() => error.value),
    /** something typed is not in Dolibarr yet, and not on its way by itself at this moment */
    unsaved: computed(() => draft.value.public !== undefined || draft.value.private !== undefined),
    text,
    type(field: NoteField, value: string): void {
      const known = view.peek();
      // Letters over what is not known yet would wipe it out; the field is not open before.
      if (!known) return;
      touched = true;
      if (field !== 'onlyMe' && draft.peek()[field] === undefined) seen = { ...seen, [field]: known.mine[field] };
      draft.value = { ...draft.peek(), [field]: value };
      clearTimeout(timer);
      timer = setTimeout(() => void keep(false), pause);
    },
    /** the field was left, or Save was pressed */
    done: (): void => {
      if (touched) void keep(true);
    },
    save: (): void => void keep(true),
    retry: (): void => {
      error.value = undefined;
      if (view.peek()?.state === 'refused') void act(shell.type(call, lettersOf(draft.peek()), true));
      else void read(true);
    },
    beside: (id: string, back: boolean): void => void act(shell.beside(call, id, back)),
    move: (): void => void act(shell.move(call)),
    agree: (): void => void act(shell.agree()),
    dispose(): void {
      if (touched) void keep(true);
      ended = true;
      clearTimeout(timer);
      stopHearing();
    },
  };
}

/**
 * Letters that an answer holds already are typed no more; all others stay on screen. While somebody types, blanks count too:
 * one that is taken back at the end of a word would be typed again and again.
 */
function still(
  draft: Partial<Record<NoteField, string>>,
  answer: NotesView,
  typing: boolean,
): Partial<Record<NoteField, string>> {
  const known: Record<NoteField, string> = { ...answer.mine, onlyMe: answer.onlyMe };
  const isHeld = (one: string, other: string): boolean => (typing ? one === other : plain(one) === plain(other));
  const fields = (['public', 'private', 'onlyMe'] as const).filter((field) => {
    const typed = draft[field];
    return typed !== undefined && !isHeld(typed, known[field]);
  });
  return Object.fromEntries(fields.map((field) => [field, draft[field]]));
}

/** As Dolibarr keeps it: blanks at the ends of lines do not last. */
const plain = (text: string): string =>
  text
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
