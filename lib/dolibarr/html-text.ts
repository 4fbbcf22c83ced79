import { plainText } from './plain-text';

/** Entities 160 to 255 by name, in order: Dolibarr's editor writes accents so. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const others: Record<string, string> = {
  OElig: 'Œ',
  oelig: 'œ',
  euro: '€',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
};

/** Text as HTML that Dolibarr keeps and shows as it was typed: its agenda shows no line break but `<br>` (section 4). */
export function textToHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r\n?|\n/g, '<br>');
}

/**
 * HTML of a note as text, line by line: ours as it was typed, that of Dolibarr's editor without its formatting. What comes
 * out is text and never markup.
 */
export function htmlToText(html: string): string {
  const lines = html
    .replace(/[\r\n]+/g, ' ')
    .replace(/ ?<br\s*\/?> ?/gi, '\n')
    .replace(/<\/(?:p|div|li|h\d|tr|ul|ol|table)>\s*/gi, '\n')
    .replace(/<[^>]*>/g, '');
  return plainText(lines.replace(/&(\w+);/g, named));
}

function named(whole: string, name: string): string {
  const place = latin.indexOf(name);
  return place > 0 ? String.fromCharCode(160 + place) : (others[name] ?? whole);
}
