import type { JournalColumn } from '../calls/journal-columns';

/** Filters, order and columns under a name of the person's own. */
export interface SavedView {
  name: string;
  /** what stands behind `#/journal?` */
  query: string;
}

/** How this browser's journal looks. */
export interface JournalLook {
  columns: JournalColumn[];
  /** by name */
  views: SavedView[];
}

/** Questions of the journal's look, part of the contract (./questions). Each answers what is kept then. */
export interface JournalLookQuestions {
  'own.journalLook': { asked: undefined; answered: JournalLook };
  'own.keepColumns': { asked: { columns: JournalColumn[] }; answered: JournalLook };
  /** a view of the same name gives way; AppError `invalid-question` when the name is empty or too long, or there are too many */
  'own.keepView': { asked: SavedView; answered: JournalLook };
  'own.deleteView': { asked: { name: string }; answered: JournalLook };
}
