import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { JournalAnswer, JournalLine } from '../../lib/questions/journal';
import type { Ask } from '../../lib/questions/questions';
import { type JournalView, toWish } from './journal-filter';

/** lines asked for at once; ms of silence after a key before the text is asked for */
const pageSize = 200;
const textPause = 150;
/** ms in which lines that only fly past are not asked for */
const pagePause = 40;
/** lines asked for before they are shown, either way; lines kept, either way */
const ahead = 60;
const keptAround = 2000;

interface JournalSources {
  ask: Ask;
  filter: ReadonlySignal<JournalView>;
  onChanged(heard: () => void): () => void;
  /** UTC epoch seconds */
  now(): number;
}

export type JournalStore = ReturnType<typeof createJournalStore>;

/** The lines of the journal as far as they were looked at. `dispose` ends it. */
export function createJournalStore({ ask, filter, onChanged, now }: JournalSources) {
  const answer = signal<JournalAnswer | undefined>(undefined);
  const lines = signal<ReadonlyMap<number, JournalLine>>(new Map());
  const error = signal<ErrorShape | undefined>(undefined);
  /** answers of an older look at the list are dropped */
  let generation = 0;
  let refreshing = false;
  let wanted = { first: 0, last: 0 };
  const pending = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pageTimer: ReturnType<typeof setTimeout> | undefined;

  const askPage = (page: number): Promise<JournalAnswer> =>
    ask('own.journal', {
      ...toWish(filter.peek(), now()),
      offset: page * pageSize,
      limit: pageSize,
    });

  const refresh = async (): Promise<void> => {
    const mine = ++generation;
    const pages = pagesOf(wanted.first, wanted.last);
    refreshing = true;
    pending.clear();
    try {
      const answers = await Promise.all(pages.map(askPage));
      if (mine !== generation) return;
      batch(() => {
        answer.value = answers[0];
        lines.value = new Map(answers.flatMap((one, i) => numbered(one.lines, pages[i] ?? 0)));
        error.value = undefined;
      });
    } catch (failure) {
      if (mine === generation) error.value = shapeOf(failure);
    }
    if (mine === generation) refreshing = false;
  };

  let asked = filter.peek();
  const stopFilter = effect(() => {
    const next = filter.value;
    clearTimeout(timer);
    const typed = generation > 0 && next.text !== asked.text;
    asked = next;
    wanted = { first: 0, last: 0 };
    if (typed) timer = setTimeout(() => void refresh(), textPause);
    else void refresh();
  });
  const stopChanged = onChanged(() => void refresh());

  const askWanted = (): void => {
    pageTimer = undefined;
    const mine = generation;
    const count = answer.peek()?.figures.calls ?? 0;
    const { first, last } = wanted;
    for (const page of pagesOf(Math.max(0, first - ahead), Math.min(Math.max(first, count - 1), last + ahead))) {
      if (refreshing || pending.has(page) || lines.peek().has(page * pageSize)) continue;
      pending.add(page);
      askPage(page)
        .then((one) => {
          if (mine !== generation) return;
          pending.delete(page);
          const around = [...lines.peek()].filter(
            ([index]) => index > wanted.first - keptAround && index < wanted.last + keptAround,
          );
          lines.value = new Map([...around, ...numbered(one.lines, page)]);
        })
        .catch((failure: unknown) => {
          // the page stays pending: only the button asks again, or the list would ask without end
          if (mine === generation) error.value = shapeOf(failure);
        });
    }
  };

  return {
    answer: answer as ReadonlySignal<JournalAnswer | undefined>, // only this store writes it
    lines: lines as ReadonlySignal<ReadonlyMap<number, JournalLine>>, // only this store writes it
    error: error as ReadonlySignal<ErrorShape | undefined>, // only this store writes it
    retry: refresh,
    /** The list shows these lines, first and last included: pages that are not known yet are asked for. */
    need(first: number, last: number): void {
      wanted = { first, last };
      pageTimer ??= setTimeout(askWanted, pagePause);
    },
    dispose(): void {
      generation++;
      clearTimeout(timer);
      clearTimeout(pageTimer);
      stopFilter();
      stopChanged();
    },
  };
}

function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(first / pageSize);
  return Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, i) => from + i);
}

function numbered(lines: JournalLine[], page: number): [number, JournalLine][] {
  return lines.map((line, i) => [page * pageSize + i, line]);
}
