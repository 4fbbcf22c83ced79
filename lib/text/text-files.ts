import type { ErrorCode } from '../errors';
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

/** What happened, by the code of an error. */
export type ErrorSentences = Record<ErrorCode, string>;

/** `texts/errors-fr.json`: what the background seldom needs, and in one language; it reads the file then. */
export function errorSentencesFile(language: Language): string {
  return `texts/errors-${language}.json`;
}

/** All files of a language, for the build. They hold texts, and nothing that is run but their reading. */
export function textFiles(catalogue: Catalogue): { path: string; contents: string }[] {
  const { language, errors, manifest } = catalogue;
  const scripts = (['panel', 'aside'] as const).map((script) => {
    const names = ['language' as const, ...sections[script]];
    const texts = JSON.stringify(Object.fromEntries(names.map((name) => [name, catalogue[name]])));
    // A literal string: the browser reads JSON faster than a program. The last word keeps it from being sent back.
    const contents = `globalThis.${globals[script]}=JSON.parse(${JSON.stringify(texts)});void 0;\n`;
    return { path: textsFile(script, language), contents };
  });
  const sentences = Object.fromEntries(Object.entries(errors).map(([code, { what }]) => [code, what]));
  // what __MSG_name__ in the manifest stands for
  const messages = Object.fromEntries(Object.entries(manifest).map(([name, message]) => [name, { message }]));
  return [
    ...scripts,
    { path: errorSentencesFile(language), contents: JSON.stringify(sentences) },
    { path: `_locales/${language}/messages.json`, contents: JSON.stringify(messages) },
  ];
}
