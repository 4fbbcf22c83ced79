import type { NoteQuestions } from '../../lib/questions/notes';
import type { Answers } from './answers';
import { OWN_PAGE } from './key-owner';
import type { CardNotes } from './notes';

type NoteQuestion = keyof NoteQuestions;

/** What is answered about notes; who may ask was decided before (lib/questions/rules). */
export function noteAnswers(notes: CardNotes): Pick<Answers, NoteQuestion> {
  return {
    'card.notes': ({ party, key, user, fresh }) => notes.view({ party, key }, user, fresh),
    async 'card.note'({ party, key, user, language, letters, done }) {
      await notes.type({ party, key }, { user, language, letters, done });
      return undefined;
    },
    async 'card.onlyMe'({ party, key, text }) {
      await notes.typeOnlyMe({ party, key }, text);
      return undefined;
    },
    async 'card.noteBeside'({ party, key, user, id, back }) {
      await notes.beside({ party, key }, user, id, back);
      return undefined;
    },
    async 'card.noteMove'({ party, key }) {
      await notes.move({ party, key });
      return undefined;
    },
    async 'card.noteAgree'({ user }) {
      await notes.agree(user);
      return undefined;
    },
    'own.notes': ({ fresh, ...place }) => notes.view(place, OWN_PAGE, fresh),
    async 'own.note'({ language, letters, done, ...place }) {
      await notes.type(place, { user: OWN_PAGE, language, letters, done });
      return undefined;
    },
    async 'own.onlyMe'({ text, ...place }) {
      await notes.typeOnlyMe(place, text);
      return undefined;
    },
    async 'own.noteBeside'({ id, back, ...place }) {
      await notes.beside(place, OWN_PAGE, id, back);
      return undefined;
    },
    async 'own.noteMove'(place) {
      await notes.move(place);
      return undefined;
    },
  };
}
