/**
 * Whether a row's number fits the `caller` or `callee` of a request (section 3.1): a comma list of numbers, ranges
 * `5302-5304`, `@` for any run, `_` for one character, `0-0` for everything that is no number. Several hyphens in one
 * item: the item is ignored. An empty text fits all.
 */
export function fitsNumber(number: string, wish: string): boolean {
  if (wish === '') return true;
  return wish.split(',').some((item) => fitsItem(number, item));
}

function fitsItem(number: string, item: string): boolean {
  if (item === '0-0') return !/^\d+$/.test(number);
  if (/[@_]/.test(item)) {
    const pattern = item
      .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replace(/@/g, '.*')
      .replace(/_/g, '.');
    return new RegExp(`^${pattern}$`).test(number);
  }
  const ends = item.split('-');
  if (ends.length > 2) return false;
  if (ends.length === 2) {
    return /^\d+$/.test(number) && Number(number) >= Number(ends[0]) && Number(number) <= Number(ends[1]);
  }
  return number === item;
}
