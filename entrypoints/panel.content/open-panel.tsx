import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { AddNumberContext } from '../../components/add-number/add-number-context';
import { NotesContext } from '../../components/notes/notes-context';
import { readFragment, writeFragment } from '../../components/panel/fragment';
import { readLinked } from '../../components/panel/linked';
import { Panel } from '../../components/panel/Panel';
import css from '../../components/panel/panel.css?inline';
import { createPlayer } from '../../components/player/create-player';
import { PlayerContext } from '../../components/player/player-context';
import { saveRecording } from '../../components/player/save-recording';
import { callsAddress } from '../../lib/dolibarr/page';
import { whenChanged } from '../../lib/questions/changed';
import { connectAddNumber } from '../../lib/questions/connect-add-number';
import { connectNotes } from '../../lib/questions/connect-notes';
import { connectPlayer } from '../../lib/questions/connect-player';
import type { Answered, Ask } from '../../lib/questions/questions';
import type { PanelTexts } from '../../lib/text/text-files';
import { asksForCalls } from '../dolibarr.content/address';
import type { OpenPanel } from '../dolibarr.content/panel-global';
import { followDarkness } from './darkness';
import { keepKeysInside } from './keep-keys-inside';
import { addStyle } from './style';
import { wordsFor } from './words-for';

/** `open` in builds for tests alone, so that a test can look into the panel. */
declare const __PANEL_ROOT__: ShadowRootMode;

interface PanelParts {
  ask: Ask;
  /** false once the extension was updated or removed under the page */
  isValid(): boolean;
  texts: PanelTexts;
}

export function createOpenPanel({ ask, isValid, texts }: PanelParts): OpenPanel {
  return ({ host, party, root, user, theme, pageLanguage, first }) => {
    const shadow = host.attachShadow({ mode: __PANEL_ROOT__ });
    const ended = new AbortController();
    addStyle(shadow, css);
    host.dataset['theme'] = theme;
    keepKeysInside(host, ended.signal);

    const changed = signal(0);
    const now = signal(clock());
    const stale = signal(false);
    const filter = signal(readFragment(location.hash));
    // A page of another host may lead here too: what it names is shown, and sounds when the person wants it.
    const linked = signal(readLinked(location.hash, document.referrer.startsWith(`${location.origin}/`)));

    whenChanged(() => {
      changed.value++;
    }, ended.signal);
    const ticking = setInterval(() => {
      now.value = clock();
      if (!isValid()) stale.value = true;
    }, 30_000);
    const arrived = first?.arrived;
    let ahead = arrived ? undefined : first;
    const askOrGoStale: Ask = async (name, asked) => {
      try {
        if (name === 'card.calls' && ahead && JSON.stringify(asked) === JSON.stringify(ahead.asked)) {
          const { answered } = ahead;
          ahead = undefined;
          return (await answered) as Answered<typeof name>; // the same question, as compared above
        }
        return await ask(name, asked);
      } catch (error) {
        if (!isValid()) stale.value = true;
        throw error;
      }
    };

    // replaced, not pushed: the back button leaves the tab, it does not undo filters
    const stopAddress = effect(() => {
      const fragment = writeFragment(filter.value);
      if (asksForCalls(location.hash) && fragment !== location.hash) history.replaceState(history.state, '', fragment);
    });
    const readAddress = (): void => {
      if (!asksForCalls(location.hash)) return;
      const read = readFragment(location.hash);
      linked.value = readLinked(location.hash, true) ?? linked.peek();
      if (writeFragment(read) !== writeFragment(filter.peek())) filter.value = read;
      // a moment is gone to once: who comes back by the back button is not played to again
      else if (writeFragment(read) !== location.hash) history.replaceState(history.state, '', writeFragment(read));
    };
    window.addEventListener('popstate', readAddress, { signal: ended.signal });
    window.addEventListener('hashchange', readAddress, { signal: ended.signal });

    const words = wordsFor(texts, pageLanguage);
    const player = createPlayer(
      connectPlayer({
        ask: askOrGoStale,
        card: { party },
        writer: { user, language: words.panel.language },
        save: saveRecording,
        signal: ended.signal,
      }),
    );
    const openOptions = () => void askOrGoStale('card.options', { party }).catch(() => undefined); // the page says what is stale
    const addNumber = {
      shell: connectAddNumber(askOrGoStale, party, user),
      words: words.addNumber,
      contacts: party.kind === 'thirdparty',
      openOptions,
    };
    const notes = {
      shell: connectNotes({ ask: askOrGoStale, party, user, language: words.notes.language, signal: ended.signal }),
      words: words.notes,
      openOptions,
    };
    render(
      <PlayerContext.Provider value={{ player, words: words.player }}>
        <NotesContext.Provider value={notes}>
          <AddNumberContext.Provider value={addNumber}>
            <Panel
              ask={askOrGoStale}
              party={party}
              words={words.panel}
              filter={filter}
              linked={linked}
              {...(arrived ? { first: arrived } : {})}
              changed={changed}
              now={now}
              stale={stale}
              openAddress={(other) => callsAddress(root, other)}
              reload={() => location.reload()}
            />
          </AddNumberContext.Provider>
        </NotesContext.Provider>
      </PlayerContext.Provider>,
      shadow,
    );
    followDarkness(host, shadow, ended.signal);

    return () => {
      ended.abort();
      clearInterval(ticking);
      stopAddress();
      player.dispose();
      render(null, shadow);
    };
  };
}

const clock = (): number => Math.floor(Date.now() / 1000);
