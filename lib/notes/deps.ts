import type { KeyUser } from '../dolibarr/key-user';
import type { Headings, MomentLinks } from '../dolibarr/note-html';
import type { NotedCall, NoteStore } from '../store/notes';
import type { Agenda } from './agenda';

/** What notes need of the browser and of Dolibarr. */
export interface NotesDeps {
  store: NoteStore;
  agenda: Agenda;
  /** throws AppError when Dolibarr is not set up or may not be asked */
  ready(): Promise<void>;
  /** whose key it is, without asking Dolibarr; undefined when that is not known yet */
  knownUser(): Promise<KeyUser | undefined>;
  /** whether this Dolibarr user, in whose page a note was typed, writes in the name of the key's user */
  mayWriteFor(pageUser: number, user: KeyUser): Promise<boolean>;
  /** when all events were read last, UTC epoch seconds */
  lastLearnt: { read(): Promise<number | undefined>; write(time: number): Promise<void> };
  headings: Record<NotedCall['language'], Headings>;
  /** where moments in a note on this call lead; undefined when it is filed under nobody */
  linksOf(call: NotedCall): Promise<MomentLinks | undefined>;
  /** what is known of a call's notes has changed */
  changed(): void;
  /** UTC epoch ms at which `flush` is to be called, even should this background be stopped before */
  wakeAt(time: number): void;
  /** does it in so many ms if this background still lives then; the answer calls it off */
  after(ms: number, work: () => void): () => void;
  now(): number;
  newId(): string;
}
