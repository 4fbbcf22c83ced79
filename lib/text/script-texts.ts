import type { Catalogue, Texts } from './catalogues';
import type { Language } from './texts';

/**
 * What the two larger content scripts say. They are one file each and would hold every language: theirs comes as a script
 * of its own instead, which the build writes and the background injects before them.
 */
const sections = {
  panel: ['call', 'errors', 'common', 'rights', 'panel', 'player', 'notes', 'addNumber'],
  aside: ['call', 'common', 'aside'],
} as const;

const globals = { panel: 'callsPanelTexts', aside: 'callsAsideTexts' } as const;

type Script = keyof typeof sections;

/** Where a content script finds its texts, in the extension's own world of the page. */
export interface TextsWorld {
  callsPanelTexts?: Texts<(typeof sections.panel)[number]>;
  callsAsideTexts?: Texts<(typeof sections.aside)[number]>;
}

export type PanelTexts = NonNullable<TextsWorld['callsPanelTexts']>;
export type AsideTexts = NonNullable<TextsWorld['callsAsideTexts']>;

/** `texts/panel-fr.js`, below the extension's root. */
export function textsFile(script: Script, language: Language): string {
  return `texts/${script}-${language}.js`;
}

/** All such files, for the build. They hold texts and nothing that is run but their reading. */
export function textsFiles(catalogues: readonly Catalogue[]): { path: string; contents: string }[] {
  return (['panel', 'aside'] as const).flatMap((script) =>
    catalogues.map((catalogue) => {
      const texts = Object.fromEntries(
        ['language' as const, ...sections[script]].map((name) => [name, catalogue[name]]),
      );
      // A literal string: the browser reads JSON faster than a program. The last word keeps it from being sent back.
      const contents = `globalThis.${globals[script]}=JSON.parse(${JSON.stringify(JSON.stringify(texts))});void 0;\n`;
      return { path: textsFile(script, catalogue.language), contents };
    }),
  );
}
