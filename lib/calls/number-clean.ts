/** Words that a UCM or a provider writes in place of a caller's number; compared without case and punctuation. */
const hiddenWords = new Set(
  [
    'anonymous anonyme anonym unknown inconnu unbekannt restricted private prive privé privat unavailable',
    'withheld hidden masque masqué secret blocked none null undefined asterisk s',
  ]
    .join(' ')
    .split(' ')
    .concat(['not available', 'no number', 'no caller id', 'numéro masqué', 'numero masque', 'numéro privé']),
);

/** Marks that a copied number carries without showing them: direction of writing, zero width, byte order. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** An extension said behind a number in words: `ext. 12`, `poste 12`, `x12`, `;ext=12`. */
const inWords = /(?:;ext=|(?<!\p{L})(?:extension|extn|ext|poste|durchwahl|dw|x)[\s.:=]*)\s*\d{1,6}\)?\s*$/iu;
/** The same by a sign that stands only once, so that it does not part pairs of digits: `#12`, `,12`. */
const bySign = /(?<=^[^#,;]*)[#,;]\s*\d{1,6}\s*$/;

/** One number as people write it, or a piece of one. */
const run = /\+?\s*[(\d][\d\s()./+–-]*/g;

/** What can be dialled out of a text: digits, with a `+` in front where it was written internationally. */
export type CleanNumber = { hidden: true } | { hidden: false; dialled: string };

/** A caller whose number is nothing, or a word like “anonymous”. */
export function isHiddenNumber(raw: string): boolean {
  const first = raw.charCodeAt(0);
  // Nearly all begin with a digit or +, which no such word does.
  if ((first >= 48 && first <= 57) || first === 43) return false;
  return cleanNumber(raw).hidden;
}

/**
 * Takes the wrapping off a number: spaces, punctuation, `tel:` and `sip:`, words around it, an extension said
 * behind it, `#31#` in front. `dialled` is '' when there is no digit; all digits in a row when it cannot be told
 * which of several numbers is meant.
 */
export function cleanNumber(raw: string): CleanNumber {
  let text = raw.slice(0, 100).normalize('NFKC').replace(invisible, '').trim();
  if (/^(?:tel|callto|sips?):/i.test(text)) {
    text = text
      .replace(/^[a-z]+:/i, '')
      .replace(/%2b/gi, '+')
      .replace(/%20/g, ' ')
      .replace(/@.*$/, '');
  }
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
  if (text === '' || hiddenWords.has(words) || words.startsWith('anonymous')) return { hidden: true };

  // a request to hide one's own number, dialled before the number
  text = text.replace(/^[*#]\d{2,3}[*#]\s*(?=[\d+])/, '');
  const withoutExtension = text.replace(inWords, '').replace(bySign, '');
  if (digitsOf(withoutExtension).length >= 6) text = withoutExtension;

  return { hidden: false, dialled: dialledOf(/\p{L}/u.test(text) ? amongWords(text) : text) };
}

/** Only the digits. */
export function digitsOf(text: string): string {
  return text.replace(/\D+/g, '');
}

/** The one number that stands among words; the whole text when there is none or more than one. */
function amongWords(text: string): string {
  const long = (text.match(run) ?? []).filter((piece) => digitsOf(piece).length >= 6);
  return long.length === 1 && long[0] !== undefined ? long[0] : text;
}

function dialledOf(text: string): string {
  const digits = digitsOf(text);
  const plus = /^[^\d]*\+/.test(text);
  // no country begins with 0: `+0033…` and `+0639…` are a provider's doubled prefix
  return plus && digits !== '' && !digits.startsWith('0') ? `+${digits}` : digits;
}
