import { AppError } from '../errors';
import type { JournalWish } from '../questions/journal';
import type { Figures } from '../questions/questions';
import type { NoteStore } from '../store/notes';
import type { Known } from './journal';
import { notedCalls } from './noted-calls';
import { selectCalls } from './select-calls';
import { sortCalls } from './sort-calls';

interface List {
  known: Known;
  wish: string;
  places: Uint32Array;
  figures: Figures;
}

/** A list with the name by which its next pages are asked for. */
type Named = readonly [name: number, list: List];

/** Lists that are kept, the one asked for last being the last: a screen, an export and another tab. */
const KEPT = 4;

export interface KeptLists {
  /** made anew only where the same was not asked before of what is known */
  of(all: Known, wish: JournalWish): Promise<Named>;
  /** as it was, whatever has come since; throws AppError `list-gone` */
  named(name: number): Named;
}

/** The lists of calls that were asked for last. */
export function createKeptLists(notes: NoteStore): KeptLists {
  const lists = new Map<number, List>();
  let made = 0;

  function touch(name: number, list: List): Named {
    lists.delete(name);
    lists.set(name, list);
    for (const oldest of lists.keys()) {
      if (lists.size <= KEPT) break;
      lists.delete(oldest);
    }
    return [name, list];
  }

  return {
    async of(all, { filter, sort }) {
      const wish = JSON.stringify([filter, sort]);
      for (const [name, list] of lists) if (list.known === all && list.wish === wish) return touch(name, list);
      // the notes themselves are read for a search alone
      const searched = filter.text && (await notes.marks()).size > 0;
      const noted = searched || filter.noted ? await notedCalls(notes, Boolean(searched)) : undefined;
      const { places, figures } = selectCalls(all.memory, all.who, all.calls, filter, noted);
      made++;
      const sorted = sortCalls(all.memory, all.who, all.calls, places, sort);
      return touch(made, { known: all, wish, figures, places: sorted });
    },
    named(name) {
      const list = lists.get(name);
      if (!list) throw new AppError('list-gone');
      return touch(name, list);
    },
  };
}
