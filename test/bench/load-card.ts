import type { Chromium, Tab } from './chromium';

/** ms from the content script's first line to … */
export interface Shown {
  /** … the first row in the page's tree */
  inTree: number;
  /** … the end of the frame that drew it */
  drawn: number;
  /** … the frame after: it was certainly painted */
  painted: number;
}

/**
 * Looks for the first row at each frame, as an init script of the page. It is there before the frame is drawn; the
 * message sent from within the frame arrives when the page has drawn it; the second frame says that it was painted.
 */
const look = `(() => {
  if (top !== self || location.hash !== '#calls') return;
  const look = () => {
    const root = document.querySelector('.calls-for-dolibarr')?.shadowRoot;
    if (!root?.querySelector('[data-line] .number')) return void requestAnimationFrame(look);
    const inTree = performance.now();
    const since = performance.getEntriesByName('calls:script')[0].startTime;
    let drawn;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { drawn = performance.now(); };
    port2.postMessage('');
    requestAnimationFrame(() => {
      const painted = performance.now();
      setTimeout(() => benchShown(JSON.stringify({ inTree: inTree - since, drawn: drawn - since, painted: painted - since })));
    });
  };
  requestAnimationFrame(look);
})()`;

/** `before`: the page from which the card is opened, of the same Dolibarr as a rule. */
export async function openCardTab(chromium: Chromium, before: string): Promise<CardTab> {
  const tab = await chromium.open(before);
  await tab.send('Runtime.addBinding', { name: 'benchShown' });
  await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: look });
  return { ...tab, before };
}

export type CardTab = Tab & { before: string };

/** Loads the card with its Calls tab open and waits for its first row. */
export async function loadCard(chromium: Chromium, tab: CardTab, card: string, asleep: boolean): Promise<Shown> {
  await leave(tab);
  if (asleep) await chromium.stopWorkers();
  const shown = new Promise<Shown>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`No row was shown on ${card}`)), 30_000);
    const stop = tab.on<{ payload: string }>('Runtime.bindingCalled', ({ payload }) => {
      clearTimeout(late);
      stop();
      resolve(JSON.parse(payload));
    });
  });
  await tab.send('Page.navigate', { url: `${card}#calls` });
  return shown;
}

/**
 * Between two loads: an address that differs after the # alone would be the same page. A person comes from another page
 * of Dolibarr, and its process stays; a blank page gives the card a new one, which has everything to compile and read.
 */
async function leave(tab: CardTab): Promise<void> {
  await tab.send('Page.navigate', { url: tab.before });
  await tab.evaluate('new Promise((resolve) => setTimeout(resolve, 600))');
}
