import { directions, outcomes } from '../calls/call';
import { columnTest, fold, wordsOf } from '../calls/filter';
import { gotNobody, gotThrough } from '../calls/missed';
import type { JournalFilter } from '../questions/journal';
import type { CallMemory, CallStore } from '../store/call-store';
import type { Hit } from '../store/find-calls';
import { hasText, type TextMasks, textMasks } from '../store/text-masks';
import type { WhoHas } from './directory';

/**
 * Every call, newest first, internal ones among them. A missed call is open until its number gets through, in whatever
 * notation; a hidden caller is not the next hidden caller.
 */
export async function allCalls(store: CallStore): Promise<Hit[]> {
  const { catalogue, numbers } = await store.memory();
  const alike = numbers.alike();
  const through = new Uint8Array(alike.length);
  const hits: Hit[] = [];
  const segments = await store.columns(catalogue.segments().map(({ id }) => id));
  for (const columns of segments.reverse()) {
    for (let row = columns.count - 1; row >= 0; row--) {
      const direction = directions[columns.direction[row] ?? 0] ?? 'in';
      const outcome = outcomes[columns.outcome[row] ?? 0] ?? 'answered';
      const number = alike[columns.number[row] ?? 0] ?? 0;
      if (number !== 0 && direction !== 'internal' && gotThrough(direction, outcome)) through[number] = 1;
      hits.push({ columns, row, open: through[number] !== 1 && gotNobody(direction, outcome) });
    }
  }
  return hits;
}

/** Those a filter lets through, in the same order. Its text is also looked for in the names of parties. */
export function filterJournal(
  memory: CallMemory,
  who: WhoHas,
  hits: readonly Hit[],
  { matched, recorded, ...filter }: JournalFilter,
): Hit[] {
  const byColumns = columnTest(filter);
  const masks = withPartyNames(memory, who, filter.text ?? '');
  return hits.filter(
    ({ columns, row, open }) =>
      byColumns(columns, row) &&
      (filter.open !== true || open) &&
      (recorded !== true || (columns.recordings[row] ?? 0) > 0) &&
      (!masks || hasText(masks, columns, row)) &&
      (matched === undefined || (who.match(columns.number[row] ?? 0) !== undefined) === matched),
  );
}

function withPartyNames(memory: CallMemory, who: WhoHas, text: string): TextMasks | undefined {
  const masks = textMasks(memory, text);
  if (!masks) return undefined;
  const words = wordsOf(text).map((word) => word.text);
  if (words.every((word) => word === '')) return masks;
  const { number } = masks;
  for (let entry = 1; entry < number.length; entry++) {
    const reasons = who.match(entry)?.reasons ?? [];
    if (reasons.length === 0) continue;
    const names = fold(reasons.map(({ party }) => `${party.name}\n${party.company}`).join('\n'));
    words.forEach((word, bit) => {
      if (word !== '' && names.includes(word)) number[entry] = (number[entry] ?? 0) | (1 << bit);
    });
  }
  return masks;
}
