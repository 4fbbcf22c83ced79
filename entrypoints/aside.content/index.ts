import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAsk } from '../../lib/questions/ask';
import { callsWorld } from '../dolibarr.content/panel-global';
import { createOpenAside } from './open-aside';

/** Injected where there is a place for the last calls or a count; it waits to be called by the small script. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    const texts = callsWorld.callsAsideTexts;
    callsWorld.callsOpenAside = texts && createOpenAside(createAsk(), texts);
  },
});
