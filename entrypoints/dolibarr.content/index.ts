import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAsk } from '../../lib/questions/ask';
import { isSounding, whenChanged } from '../../lib/questions/changed';
import { addCallsTab } from './calls-tab';

/** Runs on every page of the granted Dolibarr, registered by the background: no matches here, so nothing in the manifest. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    // where the bench begins to count: nothing of ours runs on a page before this line
    performance.mark('calls:script');
    addCallsTab({
      window,
      ask: createAsk(),
      onChanged: (listener) => whenChanged(listener, ctx.signal),
      isSounding,
      signal: ctx.signal,
    });
  },
});
