import * as z from 'zod/mini';
import { journalColumns } from '../../lib/calls/journal-columns';
import { AppError } from '../../lib/errors';
import type { JournalLook, SavedView } from '../../lib/questions/journal-look';
import type { StateStore } from '../../lib/store/state';

const NAME = 'journal-look';
const MOST_VIEWS = 50;

const columnsShape = z.array(z.enum(journalColumns)).check(z.maxLength(journalColumns.length));
const viewShape = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  query: z.string().check(z.maxLength(1000)),
});
const lookShape = z.object({ columns: columnsShape, views: z.array(viewShape) });

const usual: JournalLook = {
  columns: ['direction', 'number', 'who', 'outcome', 'extension', 'talk', 'recordings'],
  views: [],
};

export type JournalLookStore = ReturnType<typeof createJournalLook>;

/** The columns and the named views of this browser's journal. Changes come one after the other, from whatever tab. */
export function createJournalLook(state: StateStore) {
  let queue: Promise<unknown> = Promise.resolve();

  async function read(): Promise<JournalLook> {
    const kept = lookShape.safeParse(await state.read(NAME));
    return kept.success ? kept.data : usual;
  }

  function change(to: (look: JournalLook) => JournalLook): Promise<JournalLook> {
    const next = queue.then(async () => {
      const look = to(await read());
      await state.write(NAME, look);
      return look;
    });
    // The next change starts whether or not this one failed; its caller has the failure.
    queue = next.catch(() => undefined);
    return next;
  }

  return {
    read,
    /** Throws AppError `invalid-question`, `store-full`, `store-broken`, as the next one does. */
    async columns(columns: readonly string[]): Promise<JournalLook> {
      const known = checked(columnsShape, columns);
      return change((look) => ({ ...look, columns: journalColumns.filter((one) => known.includes(one)) }));
    },
    async keep(view: SavedView): Promise<JournalLook> {
      const known = checked(viewShape, { ...view, name: view.name.trim() });
      return change((look) => {
        const others = look.views.filter(({ name }) => name !== known.name);
        if (others.length >= MOST_VIEWS) throw new AppError('invalid-question');
        return { ...look, views: [...others, known].sort((a, b) => a.name.localeCompare(b.name)) };
      });
    },
    remove: (name: string): Promise<JournalLook> =>
      change((look) => ({ ...look, views: look.views.filter((view) => view.name !== name) })),
    /** How many of the views went. */
    async removeAll(isToGo: (view: SavedView) => boolean): Promise<number> {
      let gone = 0;
      await change((look) => {
        const views = look.views.filter((view) => !isToGo(view));
        gone = look.views.length - views.length;
        return { ...look, views };
      });
      return gone;
    },
  };
}

export function journalLookAnswers(look: JournalLookStore) {
  return {
    'own.journalLook': () => look.read(),
    'own.keepColumns': ({ columns }: { columns: readonly string[] }) => look.columns(columns),
    'own.keepView': (view: SavedView) => look.keep(view),
    'own.deleteView': ({ name }: { name: string }) => look.remove(name),
  };
}

function checked<T>(shape: z.ZodMiniType<T>, value: unknown): T {
  const read = shape.safeParse(value);
  if (!read.success) throw new AppError('invalid-question');
  return read.data;
}
