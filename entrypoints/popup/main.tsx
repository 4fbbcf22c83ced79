import { render } from 'preact';
import '../../components/form/form.css';
import '../../components/call/call.css';
import '../../components/ErrorNotice/error-notice.css';
import '../../components/player/player.css';
import '../../components/popup/popup.css';
import { followDarkness } from '../../components/form/darkness';
import { loadPageTexts } from '../../components/form/load-page-texts';
import type { PopupShell } from '../../components/popup/create-popup-store';
import { Popup } from '../../components/popup/Popup';
import { browser } from '../../lib/browser';
import { createAsk } from '../../lib/questions/ask';
import { whenChanged } from '../../lib/questions/changed';
import { connectPlayer } from '../../lib/questions/connect-player';

followDarkness(document.documentElement, matchMedia('(prefers-color-scheme: dark)'));
const texts = await loadPageTexts(navigator.languages);
const ask = createAsk();
const shell: PopupShell = {
  ask,
  playing: connectPlayer({ ask, signal: new AbortController().signal }),
  ...texts,
  openOptions: () => void browser.runtime.openOptionsPage().then(() => window.close()),
  onChanged(heard) {
    const ended = new AbortController();
    whenChanged(heard, ended.signal);
    return () => ended.abort();
  },
  now: () => Math.floor(Date.now() / 1000),
};

const app = document.getElementById('app');
if (app) render(<Popup shell={shell} />, app);
