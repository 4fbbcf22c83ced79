import { recentCalls } from '../../lib/answers/recent';
import { neverPattern } from '../../lib/answers/unknown-numbers';
import { browser } from '../../lib/browser';
import { AppError } from '../../lib/errors';
import { stayAwake } from '../../lib/hands/stay-awake';
import { seenBy } from '../../lib/player/seen-by';
import type { Answered, Asked, QuestionName } from '../../lib/questions/questions';
import { type Sender, tabOf } from '../../lib/questions/rules';
import { deleteCalls } from '../../lib/store/delete-calls';
import { tabLaterTexts } from '../../lib/text/background-texts';
import { chooseLanguage, spokenLanguage } from '../../lib/text/texts';
import { asideAnswers } from './aside';
import { cardNumberAnswers } from './card-number';
import { injectPanel } from './content-scripts';
import { createJournalLook, journalLookAnswers } from './journal-look';
import { noteAnswers } from './note-answers';
import { optionsAnswers } from './options-answers';
import type { Parts } from './parts';
import { personalAnswers } from './personal-data';
import { startRun } from './runs';
import { saveSettings } from './save-settings';
import { tellSilence } from './tell-playing';
import { whyAnswers } from './why-answers';
import { wipe } from './wipe';

/** One answer a question; who may ask was decided before. */
export type Answers = {
  [N in QuestionName]: (asked: Asked<N>, sender: Sender) => Promise<Answered<N>>;
};

/** `restart`: everything is built anew when it is asked next. */
export function createAnswers(parts: Parts, restart: () => void): Answers {
  const { settings, store, sync, card, journal, partyRefresh, recordings, changed, syncState } = parts;

  const look = createJournalLook(parts.state);
  /** one after the other: each adds to the settings that the one before has written */
  let blocking: Promise<undefined> = Promise.resolve(undefined);

  /** `language`: of the page, for when none is set */
  async function panelInto(sender: Sender, language: string): Promise<undefined> {
    const tabId = tabOf(sender);
    if (tabId === undefined) throw new AppError('forbidden');
    await injectPanel(tabId, spokenLanguage((await settings.read()).language, [language]));
    return undefined;
  }

  return {
    async 'card.count'({ party, language }) {
      await partyRefresh.look(party);
      const [count, { phase, error }] = await Promise.all([card.count(party), syncState()]);
      // in the language of the page, as the tab's own label
      const texts = tabLaterTexts[chooseLanguage([language])];
      return { count, phase, ...(error ? { error } : {}), texts };
    },
    'card.panel': ({ language }, sender) => panelInto(sender, language),
    async 'card.calls'({ party, filter, offset, limit }) {
      await partyRefresh.look(party);
      return card.calls(party, filter, offset, limit);
    },
    async 'card.call'({ party, key }) {
      const [detail, { recordings: allowed }] = await Promise.all([card.call(party, key), settings.read()]);
      // Who may not listen is offered nothing to play; that the call was recorded stays in its line.
      return detail && !allowed.listen ? { ...detail, recordings: [], unnamed: false } : detail;
    },
    async 'card.sync'() {
      startRun(parts, 'now');
      return syncState();
    },
    async 'card.edited'({ party }) {
      partyRefresh.edited(party);
      return undefined;
    },
    'card.play': ({ party, command }) => recordings.command(party, command),
    'card.playing': ({ party }) => recordings.playing(party),
    'card.find': ({ party, key }) => recordings.find(party, key),
    'card.attach': ({ party, recording, user, language }) => parts.attach(party, recording, { user, language }),
    'card.download': ({ party, recording, at }) => recordings.part(party, recording, at),
    ...noteAnswers(parts.cardNotes),
    ...cardNumberAnswers(parts),
    async 'card.options'() {
      await browser.runtime.openOptionsPage();
      return undefined;
    },

    async 'own.state'() {
      const { language, retention, dolibarr } = await settings.read();
      return { ...(await syncState()), language, mayDelete: retention.mayDelete, dolibarr: dolibarr.root };
    },
    async 'own.recent'({ limit }) {
      const { root } = (await settings.read()).dolibarr;
      const [lines, missed] = await Promise.all([
        recentCalls(store, parts.parties, parts.numbers.plan(), root, Math.min(limit, 50)),
        parts.missedCount(),
      ]);
      return { lines, missed };
    },
    ...parts.unknownNumbers.answers,
    'own.journal': (page) => journal.journal({ ...page, limit: Math.min(page.limit, 500) }),
    async 'own.call'({ key, ...wish }) {
      const [detail, { recordings: allowed }] = await Promise.all([journal.call(key, wish), settings.read()]);
      return detail && !allowed.listen ? { ...detail, recordings: [] } : detail;
    },
    async 'own.delete'({ keys }) {
      if (!(await settings.read()).retention.mayDelete) throw new AppError('forbidden');
      const sleep = stayAwake();
      try {
        const deleted = await deleteCalls(store, keys.slice(0, 20_000));
        await recordings.forget(keys);
        await parts.log.add('deleted', { count: deleted });
        changed('calls');
        await parts.showMissedCount();
        return { deleted };
      } finally {
        sleep();
      }
    },
    ...journalLookAnswers(look),
    'own.statistics': (asked) => journal.statistics(asked),
    'own.choices': ({ limit, ...asked }) => journal.choices({ ...asked, limit: Math.min(limit, 200) }),
    'own.overview': ({ limit }) => journal.overview(Math.min(limit, 50)),
    async 'own.sync'() {
      startRun(parts, 'now');
      return syncState();
    },
    async 'page.playing'() {
      const playing = await recordings.ownPlaying();
      if (!playing) await tellSilence();
      return playing && seenBy('page', { ...playing, owner: '' });
    },
    async 'page.play'({ command }) {
      const playing = await recordings.ownCommand(command);
      return playing && seenBy('page', { ...playing, owner: '' });
    },
    'page.bar': ({ language }, sender) => panelInto(sender, language),
    ...asideAnswers(parts),
    'own.play': ({ command }) => recordings.ownCommand(command),
    'own.playing': () => recordings.ownPlaying(),
    'own.unknownBlock'({ digits, undo }) {
      const done = blocking.then(async () => {
        const now = await settings.read();
        const pattern = neverPattern(digits);
        const others = now.unknown.never.filter((one) => one !== pattern);
        const never = undo ? others : [...others, pattern];
        await saveSettings(parts, { ...now, unknown: { ...now.unknown, never } });
        changed('settings');
        return undefined;
      });
      blocking = done.catch(() => undefined); // whoever asked hears of it
      return done;
    },
    'own.missed': async (wish) =>
      journal.missed({ ...wish, limit: Math.min(wish.limit, 1000) }, await parts.following()),
    'own.missedColleagues': () => parts.missedColleagues(),
    async 'own.missedHand'({ key, ...told }) {
      await parts.missedTasks.set(key, told);
      await parts.showMissedCount();
      changed('sync');
      return undefined;
    },
    'own.find': ({ key }) => recordings.ownFind(key),
    'own.download': ({ recording, at }) => recordings.ownPart(recording, at),
    async 'own.stop'() {
      await sync.stop();
      return undefined;
    },

    ...optionsAnswers(parts),
    ...personalAnswers(parts, look),
    ...whyAnswers(parts),
    async 'options.wipe'() {
      await wipe(parts).finally(restart);
      changed('settings');
      return undefined;
    },
  };
}
