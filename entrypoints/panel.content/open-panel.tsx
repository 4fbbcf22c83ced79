import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { readFragment, writeFragment } from '../../components/panel/fragment';
import { Panel } from '../../components/panel/Panel';
import css from '../../components/panel/panel.css?inline';
import { createPanelWords } from '../../components/panel/panel-words';
import { createPlayer } from '../../components/player/create-player';
import { PlayerContext } from '../../components/player/player-context';
import { createPlayerWords } from '../../components/player/player-words';
import { callsAddress } from '../../lib/dolibarr/page';
import { whenChanged } from '../../lib/questions/changed';
import type { Answered, Ask } from '../../lib/questions/questions';
import { chooseLanguage, type Language } from '../../lib/text/texts';
import { asksForCalls } from '../dolibarr.content/address';
import type { OpenPanel, PanelOpening } from '../dolibarr.content/panel-global';
import { followDarkness } from './darkness';
import { createPlayerShell } from './player-shell';
import { addStyle } from './style';

/** `open` in builds for tests alone, so that a test can look into the panel. */
declare const __PANEL_ROOT__: ShadowRootMode;

interface PanelParts {
  ask: Ask;
  /** false once the extension was updated or removed under the page */
  isValid(): boolean;
}

export function createOpenPanel({ ask, isValid }: PanelParts): OpenPanel {
  return ({ host, party, root, theme, pageLanguage, language, first }) => {
    const shadow = host.attachShadow({ mode: __PANEL_ROOT__ });
    const ended = new AbortController();
    addStyle(shadow, css);
    host.dataset['theme'] = theme;
    keepKeysInside(host, ended.signal);

    const changed = signal(0);
    const now = signal(clock());
    const stale = signal(false);
    const filter = signal(readFragment(location.hash));

    whenChanged(() => {
      changed.value++;
    }, ended.signal);
    const ticking = setInterval(() => {
      now.value = clock();
      if (!isValid()) stale.value = true;
    }, 30_000);
    let ahead = first;
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
      if (writeFragment(read) !== writeFragment(filter.peek())) filter.value = read;
    };
    window.addEventListener('popstate', readAddress, { signal: ended.signal });
    window.addEventListener('hashchange', readAddress, { signal: ended.signal });

    const spoken = spokenFor(language, pageLanguage);
    const player = createPlayer(createPlayerShell(askOrGoStale, party, ended.signal));
    const playerWords = createPlayerWords(...spoken);
    render(
      <PlayerContext.Provider value={{ player, words: playerWords }}>
        <Panel
          ask={askOrGoStale}
          party={party}
          words={createPanelWords(...spoken)}
          filter={filter}
          changed={changed}
          now={now}
          stale={stale}
          openAddress={(other) => callsAddress(root, other)}
          reload={() => location.reload()}
        />
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

/** The chosen language; dates as the page writes them when it speaks that language (en_US and en_GB differ). */
function spokenFor(language: PanelOpening['language'], pageLanguage: string): [Language, string] {
  const spoken = language === 'auto' ? chooseLanguage([pageLanguage]) : language;
  const tag = pageLanguage.replace('_', '-');
  const fits = tag.startsWith(spoken) && Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0;
  return [spoken, fits ? tag : spoken];
}

/** What is typed into the panel must not set off Dolibarr's own keys. */
function keepKeysInside(host: HTMLElement, ended: AbortSignal): void {
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation(), { signal: ended });
  }
}
