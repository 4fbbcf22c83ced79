import { htmlToText } from '../dolibarr/html-text';
import type { KeyUser } from '../dolibarr/key-user';
import { type ErrorCode, errorCodes } from '../errors';
import { isRefused, ownOf } from '../notes/records';
import type { NotesView } from '../questions/notes';
import type { PartyName } from '../questions/questions';
import type { KnownNote, NoteRecord } from '../store/notes';

interface NotedOn {
  onlyMe: string;
  /** the page's user writes in the name of the key's */
  agreed: boolean;
  /** nothing is written into Dolibarr, by the settings */
  off: boolean;
  /** of the card */
  thirdparty: number;
  eventAddress(id: number): string;
  /** undefined when the directory does not know it */
  nameOf(thirdparty: number): Promise<PartyName | undefined>;
}

/** What the notes of a call look like to one user; `user` undefined while it is not known whose key it is. */
export async function notesView(
  record: NoteRecord | undefined,
  user: KeyUser | undefined,
  card: NotedOn,
): Promise<NotesView> {
  const known = [...(record?.known ?? [])].sort((one, other) => one.event - other.event);
  const own = user && ownOf(known, user);
  const { pending } = record ?? {};
  const mine = pending ?? own;
  const filed = own ?? known[0];
  const elsewhere =
    filed && filed.thirdparty > 0 && filed.thirdparty !== card.thirdparty
      ? await card.nameOf(filed.thirdparty)
      : undefined;
  const error = pending?.error && errorOf(pending.error);
  return {
    mine: { public: mine?.public ?? '', private: mine?.private ?? '' },
    onlyMe: card.onlyMe,
    state: stateOf(pending, own),
    ...(error ? { error } : {}),
    others: known
      .map((note) => ({
        event: note.event,
        author: note.author,
        owner: note.owner,
        at: note.changedAt,
        rest: htmlToText(note.rest)
          .replace(/\u00a0/g, ' ')
          .trim(),
        ...textsBesides(note, own),
      }))
      .filter((note) => note.public !== '' || note.private !== '' || note.rest !== ''),
    beside: (record?.beside ?? []).map(({ id, kind, text, whose, author }) => ({ id, kind, text, whose, author })),
    event: filed ? card.eventAddress(filed.event) : '',
    ...(elsewhere ? { elsewhere } : {}),
    writing:
      card.thirdparty === 0
        ? 'nobody'
        : card.off
          ? 'off'
          : user && !user.mayWrite
            ? 'no'
            : user && !card.agreed
              ? 'ask'
              : 'yes',
    keyUser: user?.name ?? '',
  };
}

function stateOf(pending: NoteRecord['pending'], own: KnownNote | undefined): NotesView['state'] {
  if (pending) return isRefused(pending) ? 'refused' : 'kept';
  return own && (own.public !== '' || own.private !== '') ? 'sent' : 'none';
}

/** One's own note stands in the fields; of its event only what is not ours is shown beside. */
function textsBesides(note: KnownNote, own: KnownNote | undefined) {
  return note.event === own?.event ? { public: '', private: '' } : { public: note.public, private: note.private };
}

/** The failure of a note as it is kept; of a code that is not known any more too. */
export function errorOf({
  code,
  detail,
}: NonNullable<NonNullable<NoteRecord['pending']>['error']>): NotesView['error'] {
  const known = errorCodes.find((one): one is ErrorCode => one === code);
  return { code: known ?? 'unexpected', detail };
}
