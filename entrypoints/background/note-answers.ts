import type { Answers } from './answers';
import type { CardNotes } from './notes';

type NoteQuestion = 'card.notes' | 'card.note' | 'card.onlyMe' | 'card.noteBeside' | 'card.noteMove' | 'card.noteAgree';

/** What is answered about notes; who may ask was decided before (lib/questions/rules). */
export function noteAnswers(notes: CardNotes): Pick<Answers, NoteQuestion> {
  return {
    'card.notes': ({ party, key, user, fresh }) => notes.view(party, key, user, fresh),
    async 'card.note'({ party, key, user, language, letters, done }) {
      await notes.type(party, key, { user, language, letters, done });
      return undefined;
    },
    async 'card.onlyMe'({ party, key, text }) {
      await notes.typeOnlyMe(party, key, text);
      return undefined;
    },
    async 'card.noteBeside'({ party, key, user, id, back }) {
      await notes.beside(party, key, user, id, back);
      return undefined;
    },
    async 'card.noteMove'({ party, key }) {
      await notes.move(party, key);
      return undefined;
    },
    async 'card.noteAgree'({ user }) {
      await notes.agree(user);
      return undefined;
    },
  };
}
