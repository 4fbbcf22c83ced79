import type { CallEvent } from '../dolibarr/call-events';
import type { KeyUser } from '../dolibarr/key-user';
import { type Headings, type MomentLinks, readNoteHtml, writeNoteHtml } from '../dolibarr/note-html';
import { AppError } from '../errors';
import type { NotedCall, NoteTexts } from '../store/notes';
import { type Agenda, ownEvent } from './agenda';
import { isEmpty, isSame, mergeNote, noTexts } from './merge';
import { newEvent } from './new-event';

/** A note on its way; `base`, `attempted`: see ./merge. */
export interface Outgoing {
  mine: NoteTexts;
  base: NoteTexts;
  attempted?: NoteTexts | undefined;
  /** events that earlier tries made and could not ask whether they were the first */
  made?: readonly number[] | undefined;
}

/** How a note is written: under which headings, and where a moment of a recording leads. */
export interface NoteForm {
  headings: Headings;
  links: MomentLinks | undefined;
}

export interface Sent {
  /** 0: there was nothing to write */
  event: number;
  /** made by this call, so this browser may remove it should it turn out double */
  made: boolean;
  texts: NoteTexts;
  displaced: { kind: keyof NoteTexts; text: string; author: string }[];
}

/**
 * Puts a note into the event of its call, making the event when there is none. Whoever else does the same at the same
 * moment, one event is left for each user: after making one all are asked for again, the lowest id stands, and whoever made
 * another one removes it and writes into that. Nothing is sent when it stands there already. `onMade` is told of an event as soon
 * as it is there: should the question after it fail, the next try knows which one is ours. Throws AppError.
 */
export async function sendNote(
  agenda: Agenda,
  call: NotedCall,
  note: Outgoing,
  form: NoteForm,
  onMade: (event: number) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<Sent> {
  const user = await agenda.user(signal);
  if (!user.mayWrite) throw new AppError('dolibarr-right', { subject: 'agenda/myactions/create' });
  const events = await agenda.find(call.keys, signal);
  const found = ownEvent(events, user);
  if (found) {
    const sent = await writeInto(agenda, found, user, note, form, signal);
    await giveUpOthers(agenda, events, found.id, note, user, signal);
    return { ...sent, made: note.made?.includes(found.id) ?? false };
  }
  if (isEmpty(note.mine)) return { event: 0, made: false, texts: noTexts, displaced: [] };

  const text = writeNoteHtml({ ...note.mine, author: user.name, rest: '' }, form.headings, form.links);
  const made = await agenda.create(newEvent(call, user, { beside: events.length > 0, note: text }), signal);
  await onMade(made);
  const stands = ownEvent(await agenda.find(call.keys, signal), user);
  if (!stands || stands.id === made) return { event: made, made: true, texts: note.mine, displaced: [] };
  await giveUp(agenda, made, user, signal);
  return writeInto(agenda, stands, user, note, form, signal);
}

/** Another browser's event came to light under a lower number: ours goes. Its text is in the outbox until it stands there. */
export async function giveUp(agenda: Agenda, made: number, user: KeyUser, signal?: AbortSignal): Promise<void> {
  try {
    await agenda.remove(made, signal);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'dolibarr-right') throw error;
    // Without the right to delete, the second event stays; emptied, it says nothing twice.
    await agenda.change({ id: made, ownerId: user.id }, { note_private: '' }, signal);
  }
}

/**
 * What an earlier try made beside the event that stands, as long as nobody else has written into it; also one whose answer
 * never came: it is this user's, of this call, and holds word for word what was tried.
 */
async function giveUpOthers(
  agenda: Agenda,
  events: readonly CallEvent[],
  stands: number,
  { made = [], attempted }: Outgoing,
  user: KeyUser,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const { id, note, ownerId } of events) {
    if (id === stands || !attempted || !(made.includes(id) || ownerId === user.id)) continue;
    if (isSame(readNoteHtml(note), attempted)) await giveUp(agenda, id, user, signal);
  }
}

async function writeInto(
  agenda: Agenda,
  event: CallEvent,
  user: KeyUser,
  { mine, base, attempted }: Outgoing,
  form: NoteForm,
  signal: AbortSignal | undefined,
): Promise<Sent> {
  const theirs = readNoteHtml(event.note);
  const { texts, displaced } = mergeNote(mine, theirs, base, attempted);
  if (!isSame(texts, theirs)) {
    const html = writeNoteHtml({ ...texts, author: user.name, rest: theirs.rest }, form.headings, form.links);
    if (!(await agenda.change(event, { note_private: html }, signal))) {
      // Deleted since it was asked for: the next try makes a new one.
      throw new AppError('dolibarr-answer', { reason: '404' });
    }
  }
  return {
    event: event.id,
    made: false,
    texts,
    displaced: displaced.map((one) => ({ ...one, author: theirs.author })),
  };
}
