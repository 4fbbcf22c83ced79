import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAsk } from '../../lib/questions/ask';
import { callsWorld } from '../dolibarr.content/panel-global';
import { createOpenBar } from './open-bar';
import { createOpenPanel } from './open-panel';

/** Injected into a tab when its Calls tab is opened first; it waits to be called by the small script. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const ask = createAsk();
    // Those that came with this script, whatever comes later: an old script and new texts never mix.
    const texts = callsWorld.callsPanelTexts;
    callsWorld.callsOpenPanel = texts && createOpenPanel({ ask, isValid: () => ctx.isValid, texts });
    callsWorld.callsOpenBar = texts && createOpenBar(ask, texts);
    callsWorld.callsPanelCame?.();
  },
});
