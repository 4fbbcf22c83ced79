import { render } from 'preact';
import '../../components/form/form.css';
import '../../components/call/call.css';
import '../../components/ErrorNotice/error-notice.css';
import '../../components/popup/popup.css';
import { followDarkness } from '../../components/form/darkness';
import type { PopupShell } from '../../components/popup/create-popup-store';
import { Popup } from '../../components/popup/Popup';
import { browser } from '../../lib/browser';
import { createAsk } from '../../lib/questions/ask';

const shell: PopupShell = {
  ask: createAsk(),
  languages: navigator.languages,
  openOptions: () => void browser.runtime.openOptionsPage().then(() => window.close()),
  onChanged(heard) {
    const stored = (changes: Record<string, unknown>, area: string): void => {
      if (area === 'local' && 'changed' in changes) heard();
    };
    browser.storage.onChanged.addListener(stored);
    return () => browser.storage.onChanged.removeListener(stored);
  },
  now: () => Math.floor(Date.now() / 1000),
};

followDarkness(document.documentElement, matchMedia('(prefers-color-scheme: dark)'));
const app = document.getElementById('app');
if (app) render(<Popup shell={shell} />, app);
