import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAsk } from '../../lib/questions/ask';
import { callsWorld } from '../dolibarr.content/panel-global';
import { createOpenPanel } from './open-panel';

/** Injected into a tab when its Calls tab is opened first; it waits to be called by the small script. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    callsWorld.callsOpenPanel = createOpenPanel({ ask: createAsk(), isValid: () => ctx.isValid });
  },
});
