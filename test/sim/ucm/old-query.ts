/** What a query of the old API says, or that the UCM does not understand it: then it finds nothing and says nothing. */
export type OldQuery = { readonly understood: boolean; readonly fields: Readonly<Record<string, string>> };

const KNOWN = [
  'format',
  'numRecords',
  'offset',
  'caller',
  'callee',
  'answeredby',
  'startTime',
  'endTime',
  'minDur',
  'maxDur',
];
const NUMBERS = ['numRecords', 'offset', 'minDur', 'maxDur'];
const LISTS = ['caller', 'callee', 'answeredby'];

/**
 * Reads `name=value&…` as strictly as section 3.1 tells: an unknown parameter, an empty value, `&` at the end, a parameter
 * given twice, letters in a number, an empty item of a list. `+` is a space.
 */
export function readOldQuery(search: string): OldQuery {
  const fields: Record<string, string> = {};
  let understood = true;
  for (const part of search === '' ? [] : search.split('&')) {
    const cut = part.indexOf('=');
    const name = cut < 0 ? part : part.slice(0, cut);
    const value = cut < 0 ? '' : decoded(part.slice(cut + 1));
    const before = fields[name];
    const twice = before !== undefined && name !== 'caller' && name !== 'callee';
    const odd = NUMBERS.includes(name) ? !/^\d+$/.test(value) : LISTS.includes(name) && /^,|,,/.test(value);
    if (!KNOWN.includes(name) || value === '' || twice || odd) understood = false;
    fields[name] = before === undefined ? value : `${before},${value}`;
  }
  return { understood, fields };
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    // Half an escape: the text as it is.
    return text;
  }
}
