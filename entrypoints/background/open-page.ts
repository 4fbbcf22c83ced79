import { browser } from '../../lib/browser';

/** Opens the page of all calls, or brings the one that is open to the front; `place`: `#/missed`, '' for where it is. */
export async function openCallsPage(place = ''): Promise<void> {
  const url = browser.runtime.getURL('/calls.html');
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url: `${url}${place}` });
    return;
  }
  await browser.tabs.update(open.id, { active: true, ...(place === '' ? {} : { url: `${url}${place}` }) });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

export async function openPage(page: 'options' | 'missed'): Promise<void> {
  await (page === 'options' ? browser.runtime.openOptionsPage() : openCallsPage('#/missed'));
}
