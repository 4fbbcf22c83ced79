import { render } from 'preact';
import '../../components/form/form.css';
import '../../components/call/call.css';
import '../../components/ErrorNotice/error-notice.css';
import '../../components/notes/notes.css';
import '../../components/player/player.css';
import '../../components/calls/calls.css';
import '../../components/calls/choosers.css';
import '../../components/calls/statistics.css';
import '../../components/calls/unknown.css';
import { Calls } from '../../components/calls/Calls';
import type { CallsShell } from '../../components/calls/shell';
import { followDarkness } from '../../components/form/darkness';
import { loadPageTexts } from '../../components/form/load-page-texts';
import { saveRecording } from '../../components/player/save-recording';
import { browser } from '../../lib/browser';
import { createAsk } from '../../lib/questions/ask';
import { whenChanged } from '../../lib/questions/changed';
import { connectOwnNotes } from '../../lib/questions/connect-notes';
import { connectPlayer } from '../../lib/questions/connect-player';

followDarkness(document.documentElement, matchMedia('(prefers-color-scheme: dark)'));
const texts = await loadPageTexts(navigator.languages);
const ask = createAsk();
const shell: CallsShell = {
  ask,
  notes: (language, party) => connectOwnNotes({ ask, language, ...(party && { party }) }),
  playing: connectPlayer({ ask, save: saveRecording, signal: new AbortController().signal }),
  ...texts,
  openOptions: () => void browser.runtime.openOptionsPage(),
  onChanged(heard) {
    const ended = new AbortController();
    whenChanged(heard, ended.signal);
    return () => ended.abort();
  },
  copy: (text) => navigator.clipboard.writeText(text),
  now: () => Math.floor(Date.now() / 1000),
  address: () => location.hash,
  goTo(address, replace) {
    if (replace) location.replace(address);
    else location.assign(address);
  },
  onAddress(heard) {
    window.addEventListener('hashchange', heard);
    return () => window.removeEventListener('hashchange', heard);
  },
};

const app = document.getElementById('app');
if (app) render(<Calls shell={shell} />, app);
