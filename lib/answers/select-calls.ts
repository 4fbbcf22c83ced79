import { outcomes } from '../calls/call';
import { columnTest, wordsOf } from '../calls/filter';
import type { JournalFilter } from '../questions/journal';
import type { Figures } from '../questions/questions';
import type { CallMemory } from '../store/call-store';
import type { Columns } from '../store/columns';
import { hasText, type TextMasks, textMasks } from '../store/text-masks';
import { type AllCalls, kindOf } from './all-calls';
import type { WhoHas } from './directory';
import { narrowTest } from './narrow';
import type { NotedCalls } from './noted-calls';

/** Places of the calls that a filter lets through, newest first, and their figures. */
export interface SelectedCalls {
  places: Uint32Array;
  figures: Figures;
}

const answered = outcomes.indexOf('answered');

/** One pass over the columns. A text is also looked for in the names of the parties, and in notes where they are given. */
export function selectCalls(
  memory: CallMemory,
  who: WhoHas,
  { segments, firsts, count, open }: AllCalls,
  wish: JournalFilter,
  notes?: NotedCalls,
): SelectedCalls {
  const {
    matched,
    recorded,
    noted,
    talk: length,
    text = '',
    open: onlyOpen,
    calledBack,
    from = 0,
    until = Number.POSITIVE_INFINITY,
  } = wish;
  const narrow = narrowTest(memory, who, calledBack ? { ...wish, missed: true } : wish);
  const inColumns = [wish.direction, wish.type, wish.outcome, wish.from, wish.until];
  const fits = inColumns.some((one) => one !== undefined) ? columnTest(wish) : undefined;
  const masks = withPartyNames(memory, who, text);
  const has = matched === undefined ? undefined : who.matched();
  const wanted = matched ? 1 : 0;
  const places = new Uint32Array(count);
  const figures: Figures = { calls: 0, answered: 0, talk: 0, last: 0, missed: 0, open: 0 };
  let found = 0;
  for (let s = segments.length - 1; s >= 0; s--) {
    const columns = segments[s];
    if (!columns || !overlaps(columns, from, until)) continue;
    const first = firsts[s] ?? 0;
    const { number, recordings, outcome, talk } = columns;
    for (let row = columns.count - 1; row >= 0; row--) {
      if (masks && bitsOf(masks, columns, row) !== masks.all && !isNotedSo(masks, columns, row, notes)) continue;
      if (fits && !fits(columns, row)) continue;
      if (has && (has[number[row] ?? 0] ?? 0) !== wanted) continue;
      if (recorded && recordings[row] === 0) continue;
      if (noted && notes?.isNoted(columns, row) !== true) continue;
      if (length && ((talk[row] ?? 0) < length.from || (talk[row] ?? 0) > length.until)) continue;
      const isOpen = open[first + row] === 1;
      if ((onlyOpen && !isOpen) || (calledBack && isOpen)) continue;
      if (narrow && !narrow(columns, row)) continue;
      if (found === 0) figures.last = columns.start[row] ?? 0;
      places[found++] = first + row;
      if (outcome[row] === answered) figures.answered++;
      if (kindOf(columns, row) === 1) figures.missed++;
      if (isOpen) figures.open++;
      figures.talk += talk[row] ?? 0;
    }
  }
  figures.calls = found;
  return { places: found === count ? places : places.slice(0, found), figures };
}

function overlaps({ start, count }: Columns, from: number, until: number): boolean {
  return (start[0] ?? 0) < until && (start[count - 1] ?? 0) >= from;
}

/** Few calls are noted, so only these are looked at with their notes. */
function isNotedSo(masks: TextMasks, columns: Columns, row: number, notes: NotedCalls | undefined): boolean {
  return notes?.isNoted(columns, row) === true && hasText(masks, columns, row, notes.textOf(columns, row));
}

function bitsOf(masks: TextMasks, { number, name, extension }: Columns, row: number): number {
  return (
    (masks.number[number[row] ?? 0] ?? 0) |
    (masks.name[name[row] ?? 0] ?? 0) |
    (masks.extension[extension[row] ?? 0] ?? 0)
  );
}

function withPartyNames(memory: CallMemory, who: WhoHas, text: string): TextMasks | undefined {
  const masks = textMasks(memory, text);
  if (!masks) return undefined;
  const { number } = masks;
  wordsOf(text).forEach((word, bit) => {
    if (word.text === '') return;
    for (const entry of who.named(word.text)) number[entry] = (number[entry] ?? 0) | (1 << bit);
  });
  return masks;
}
