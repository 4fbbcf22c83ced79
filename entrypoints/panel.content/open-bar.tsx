import { render } from 'preact';
import css from '../../components/panel/panel.css?inline';
import { createPlayer } from '../../components/player/create-player';
import { PlayingBar } from '../../components/player/PlayingBar';
import { saveRecording } from '../../components/player/save-recording';
import { connectPlayer } from '../../lib/questions/connect-player';
import type { Ask } from '../../lib/questions/questions';
import type { PanelTexts } from '../../lib/text/text-files';
import type { OpenBar } from '../dolibarr.content/panel-global';
import { followDarkness } from './darkness';
import { keepKeysInside } from './keep-keys-inside';
import { addStyle } from './style';
import { wordsFor } from './words-for';

/** `open` in builds for tests alone. */
declare const __PANEL_ROOT__: ShadowRootMode;

/** The bar in a corner of a card whose Calls tab is closed, or of any other page. It has the panel's class for its colours. */
export function createOpenBar(ask: Ask, texts: PanelTexts): OpenBar {
  return ({ host, party, theme, pageLanguage }) => {
    const ended = new AbortController();
    const shadow = host.attachShadow({ mode: __PANEL_ROOT__ });
    addStyle(shadow, css);
    host.dataset['theme'] = theme;
    keepKeysInside(host, ended.signal);
    const player = createPlayer(
      connectPlayer({
        ask,
        ...(party ? { card: { party }, save: saveRecording } : { page: true }),
        signal: ended.signal,
      }),
    );
    render(
      <div class="panel panel-corner">
        <PlayingBar player={player} words={wordsFor(texts, pageLanguage).player} />
      </div>,
      shadow,
    );
    followDarkness(host, shadow, ended.signal);
    return () => {
      ended.abort();
      player.dispose();
      render(null, shadow);
    };
  };
}
