import { browser } from '../../lib/browser';
import type { SettingsStore } from '../../lib/settings/settings-store';
import { toolbar as english } from '../../lib/text/en';
import { toolbar as french } from '../../lib/text/fr';
import { chooseLanguage, fill } from '../../lib/text/texts';

/** The number of callers who wait to be called back, on the toolbar button; none for nobody. */
export function showMissedCount(missed: () => Promise<number>, settings: SettingsStore): () => Promise<void> {
  return async () => {
    const open = await missed();
    const { language } = await settings.read();
    const spoken = language === 'auto' ? chooseLanguage([browser.i18n.getUILanguage()]) : language;
    const texts = { en: english, fr: french }[spoken];
    const text = open === 0 ? '' : open > 999 ? '999+' : String(open);
    await browser.action.setBadgeText({ text });
    await browser.action.setBadgeBackgroundColor({ color: '#8f2d14' });
    const title = open === 0 ? texts.calls : fill(texts.missed, { count: open }, spoken);
    await browser.action.setTitle({ title });
  };
}
