/** A text in the forms of its language, chosen by {count}; `other` always exists. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Forms that other languages may have more or fewer of. */
export const plural = (forms: Plural): Plural => forms;

/** The one list of languages; each has its catalogue beside this file: fr.ts. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** In which language to speak: the setting, or for `auto` the first that fits of `wished`. */
export function spokenLanguage(setting: 'auto' | Language, wished: readonly string[]): Language {
  return setting === 'auto' ? chooseLanguage(wished) : setting;
}

/** The first of `wished` (BCP 47 tags, `fr_FR` too) that there is a catalogue for; English when there is none. */
export function chooseLanguage(wished: readonly string[]): Language {
  for (const tag of wished) {
    const base = tag.slice(0, 2).toLowerCase();
    const found = languages.find((language) => language === base);
    if (found) return found;
  }
  return 'en';
}

export type Values = Record<string, string | number | undefined>;

/** Puts values into a text; a name without a value leaves nothing behind. Never makes markup: text is only ever text. */
export function fill(text: string | Plural, values: Values = {}, language: Language = 'en'): string {
  const form = typeof text === 'string' ? text : pluralForm(text, values['count'], language);
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return isPlain(value) ? String(value) : formatter(language).format(value);
    return value ?? '';
  });
}

/**
 * Numbers that every language of ours writes alike. The first formatter of a page takes about ten milliseconds (11 to 18
 * were measured in Chromium on a busy machine, and nothing for the second), which no badge of a tab is worth.
 */
function isPlain(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1000;
}

const rules = new Map<Language, Intl.PluralRules>();
const formatters = new Map<Language, Intl.NumberFormat>();

function pluralForm(text: Plural, count: string | number | undefined, language: Language): string {
  let rule = rules.get(language);
  if (!rule) {
    rule = new Intl.PluralRules(language);
    rules.set(language, rule);
  }
  return text[rule.select(Number(count ?? 0))] ?? text.other;
}

function formatter(language: Language): Intl.NumberFormat {
  let format = formatters.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language);
    formatters.set(language, format);
  }
  return format;
}
