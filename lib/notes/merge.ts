import { asKept } from '../dolibarr/note-html';
import type { NoteTexts } from '../store/notes';

export const noteKinds = ['public', 'private'] as const;
export const noTexts: NoteTexts = { public: '', private: '' };

/** Alike as far as Dolibarr can keep them apart. */
export const isSameText = (one: string, other: string): boolean => asKept(one) === asKept(other);
export const isSame = (one: NoteTexts, other: NoteTexts): boolean =>
  noteKinds.every((kind) => isSameText(one[kind], other[kind]));
export const isEmpty = (texts: NoteTexts): boolean => isSame(texts, noTexts);

/**
 * What is to stand, and whose text gives way to it. `base` is what the person saw when he began to type: what he did not
 * touch stays as others wrote it meanwhile; what he did change stands, and another's change of it is given back to be
 * shown beside. `attempted`: what was sent before without an answer, so that it may stand there and is ours.
 */
export function mergeNote(
  mine: NoteTexts,
  theirs: NoteTexts,
  base: NoteTexts,
  attempted?: NoteTexts,
): { texts: NoteTexts; displaced: { kind: keyof NoteTexts; text: string }[] } {
  const texts = { ...mine };
  const displaced: { kind: keyof NoteTexts; text: string }[] = [];
  for (const kind of noteKinds) {
    const isOurs = attempted !== undefined && isSameText(theirs[kind], attempted[kind]);
    if (isSameText(mine[kind], base[kind]) && !isOurs) texts[kind] = theirs[kind];
    else if (theirs[kind] !== '' && !isOurs && ![base, mine].some((one) => isSameText(theirs[kind], one[kind]))) {
      displaced.push({ kind, text: theirs[kind] });
    }
  }
  return { texts, displaced };
}
