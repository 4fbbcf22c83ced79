import type { RecentMissed } from '../../lib/answers/recent-missed';
import { browser } from '../../lib/browser';
import type { SettingsStore } from '../../lib/settings/settings-store';
import { toolbarTexts } from '../../lib/text/background-texts';
import { fill, spokenLanguage } from '../../lib/text/texts';

/** Seconds that are looked back, as the view of missed calls does where it opens. */
const REACH = 30 * 86_400;

/** The number of callers who wait to be called back, on the toolbar button; none for nobody. */
export function createMissedCount(
  missed: (from: number, limit: number) => Promise<RecentMissed>,
  settings: SettingsStore,
): () => Promise<void> {
  return async () => {
    const { open } = await missed(Math.floor(Date.now() / 1000) - REACH, 0);
    const { language } = await settings.read();
    const spoken = spokenLanguage(language, [browser.i18n.getUILanguage()]);
    const texts = toolbarTexts[spoken];
    const text = open === 0 ? '' : open > 999 ? '999+' : String(open);
    await browser.action.setBadgeText({ text });
    await browser.action.setBadgeBackgroundColor({ color: '#8f2d14' });
    const title = open === 0 ? texts.calls : fill(texts.missed, { count: open }, spoken);
    await browser.action.setTitle({ title });
  };
}
