import { render } from 'preact';
import '../../components/form/form.css';
import '../../components/call/call.css';
import '../../components/ErrorNotice/error-notice.css';
import '../../components/options/options.css';
import { followDarkness } from '../../components/form/darkness';
import { loadPageTexts } from '../../components/form/load-page-texts';
import { Options } from '../../components/options/Options';
import type { OptionsShell } from '../../components/options/shell';
import { browser } from '../../lib/browser';
import { createAsk } from '../../lib/questions/ask';
import { whenChanged } from '../../lib/questions/changed';
import { cookieRulePermission } from '../../lib/settings/access';

followDarkness(document.documentElement, matchMedia('(prefers-color-scheme: dark)'));
const texts = await loadPageTexts(navigator.languages);
const shell: OptionsShell = {
  ask: createAsk(),
  ...texts,
  requestAccess: (origins) => browser.permissions.request({ origins }),
  requestCookieHeader: () =>
    browser.permissions
      .request({ permissions: [cookieRulePermission as never] }) // Chromium's: the types are Firefox's
      // what the browser does not know as optional is not given
      .catch(() => false),
  hasCookieHeader: () => browser.permissions.contains({ permissions: [cookieRulePermission] }),
  restart: () => browser.runtime.reload(),
  requestNotices: () => browser.permissions.request({ permissions: ['notifications'] }),
  async keepAccess(patterns) {
    const { origins = [] } = await browser.permissions.getAll();
    // single hosts only: access to all sites was given in the browser's own settings, and is taken back there
    const stale = origins.filter((origin) => /^https?:\/\/[^*/]+\/\*$/.test(origin) && !patterns.includes(origin));
    if (stale.length > 0) await browser.permissions.remove({ origins: stale });
  },
  saveFile(name, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  },
  openPage: (address) => void browser.tabs.create({ url: address }),
  onChanged(heard) {
    const ended = new AbortController();
    whenChanged(heard, ended.signal);
    browser.permissions.onAdded.addListener(heard);
    browser.permissions.onRemoved.addListener(heard);
    return () => {
      ended.abort();
      browser.permissions.onAdded.removeListener(heard);
      browser.permissions.onRemoved.removeListener(heard);
    };
  },
  onReturn(heard) {
    const shown = (): void => {
      if (document.visibilityState === 'visible') heard();
    };
    // another tab hides this page, another window only takes its focus
    document.addEventListener('visibilitychange', shown);
    window.addEventListener('focus', shown);
    return () => {
      document.removeEventListener('visibilitychange', shown);
      window.removeEventListener('focus', shown);
    };
  },
  now: () => Math.floor(Date.now() / 1000),
};

const app = document.getElementById('app');
if (app) render(<Options shell={shell} />, app);
