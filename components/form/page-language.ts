import { useEffect, useState } from 'preact/hooks';
import type { Catalogue } from '../../lib/text/catalogues';
import { type Language, spokenLanguage } from '../../lib/text/texts';

/** What a page of the extension needs to speak. */
export interface PageTexts {
  /** the browser's languages, best first */
  languages: readonly string[];
  /** in the language of the browser: the page is drawn with it before it knows what is set */
  firstTexts: Catalogue;
  loadTexts(language: Language): Promise<Catalogue>;
}

/** The catalogue of what is set; the one before it until it is there, and when it cannot be had. */
export function useCatalogue(shell: PageTexts, setting: 'auto' | Language): Catalogue {
  const [catalogue, setCatalogue] = useState(shell.firstTexts);
  const language = spokenLanguage(setting, shell.languages);
  useEffect(() => {
    if (language === catalogue.language) return undefined;
    let over = false;
    shell.loadTexts(language).then(
      (loaded) => {
        if (!over) setCatalogue(loaded);
      },
      () => undefined, // gone with an update of the extension: the page goes on in the language it has
    );
    return () => {
      over = true;
    };
  }, [language, catalogue, shell]);
  return catalogue;
}

/** How a page that speaks a language writes dates (BCP 47): as the browser wishes it for that language, en-GB, fr-CA. */
export function pageLocale(language: Language, wished: readonly string[]): string {
  return wished.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;
}
