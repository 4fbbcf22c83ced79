import { render } from 'preact';
import css from '../../components/panel/panel.css?inline';
import { createPlayer } from '../../components/player/create-player';
import { PlayingBar } from '../../components/player/PlayingBar';
import { saveRecording } from '../../components/player/save-recording';
import { connectPlayer } from '../../lib/questions/connect-player';
import type { Ask } from '../../lib/questions/questions';
import type { OpenPanel } from '../dolibarr.content/panel-global';
import { followDarkness } from './darkness';
import { keepKeysInside } from './keep-keys-inside';
import { addStyle } from './style';
import { wordsFor } from './words-for';

/** `open` in builds for tests alone. */
declare const __PANEL_ROOT__: ShadowRootMode;

/** The bar in a corner of a card whose Calls tab is closed. It has the panel's class for its colours. */
export function createOpenBar(ask: Ask): OpenPanel {
  return ({ host, party, theme, pageLanguage, language }) => {
    const ended = new AbortController();
    const shadow = host.attachShadow({ mode: __PANEL_ROOT__ });
    addStyle(shadow, css);
    host.dataset['theme'] = theme;
    keepKeysInside(host, ended.signal);
    const player = createPlayer(connectPlayer({ ask, card: { party }, save: saveRecording, signal: ended.signal }));
    render(
      <div class="panel panel-corner">
        <PlayingBar player={player} words={wordsFor(language, pageLanguage).player} />
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
