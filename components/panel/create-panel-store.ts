import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { Ask, CallDetail, CallLine, CardCalls, PartyRef } from '../../lib/questions/questions';
import { type PanelFilter, toCallFilter } from './filter';
import { pageSize } from './page-size';

/** ms of silence after a key before the text is asked for; ms of waiting before a skeleton is drawn. */
const textPause = 150;
const skeletonPause = 150;

export interface PanelSources {
  ask: Ask;
  party: PartyRef;
  filter: Signal<PanelFilter>;
  /** changes whenever the background knows something new */
  changed: ReadonlySignal<number>;
  /** UTC epoch seconds */
  now: ReadonlySignal<number>;
}

/** A line opened: what is known of it so far. */
export interface OpenedCall {
  key: string;
  state: 'loading' | 'known' | 'gone' | 'failed';
  detail?: CallDetail;
  error?: ErrorShape;
}

export type PanelStore = ReturnType<typeof createPanelStore>;

/**
 * All that the panel knows and can ask for, without a view. `first`: what would be asked first, when it is known already.
 * `dispose` ends it.
 */
export function createPanelStore({ ask, party, filter, changed, now }: PanelSources, first?: CardCalls) {
  const answer = signal(first);
  const lines = signal<ReadonlyMap<number, CallLine>>(new Map(first ? numbered(first.lines, 0) : []));
  const error = signal<ErrorShape | undefined>(undefined);
  const slow = signal(false);
  const opened = signal<OpenedCall | undefined>(undefined);

  /** Each look at the list is one generation; answers of an older one are dropped. */
  let generation = 0;
  let refreshing = false;
  let again = false;
  let wanted = { first: 0, last: 0 };
  const pending = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const skeleton = setTimeout(() => {
    slow.value = true;
  }, skeletonPause);

  const askPage = async (page: number): Promise<CardCalls> => {
    const asked = toCallFilter(filter.peek(), now.peek());
    return ask('card.calls', { party, filter: asked, offset: page * pageSize, limit: pageSize });
  };

  /** Reads the given pages anew and forgets the others. */
  const refresh = async (pages: number[]): Promise<void> => {
    const mine = ++generation;
    refreshing = true;
    again = false;
    pending.clear();
    for (const page of pages) pending.add(page);
    try {
      const answers = await Promise.all(pages.map(askPage));
      if (mine !== generation) return;
      batch(() => {
        answer.value = answers[0];
        lines.value = new Map(answers.flatMap((one, i) => numbered(one.lines, pages[i] ?? 0)));
        error.value = undefined;
      });
    } catch (failure) {
      if (mine !== generation) return;
      error.value = shapeOf(failure);
    }
    pending.clear();
    refreshing = false;
    if (again) void refreshShown();
  };

  const refreshShown = (): Promise<void> => refresh(pagesOf(wanted.first, wanted.last));

  /** The list shows these lines, first and last included: pages that are not known yet are asked for. */
  const need = (first: number, last: number): void => {
    wanted = { first, last };
    const mine = generation;
    for (const page of pagesOf(first, last)) {
      if (pending.has(page) || refreshing || lines.peek().has(page * pageSize)) continue;
      pending.add(page);
      askPage(page)
        .then((one) => {
          if (mine !== generation) return;
          pending.delete(page);
          lines.value = new Map([...lines.peek(), ...numbered(one.lines, page)]);
        })
        .catch((failure: unknown) => {
          // the page stays pending: only the button asks again, or the list would ask without end
          if (mine === generation) error.value = shapeOf(failure);
        });
    }
  };

  const readDetail = async (key: string): Promise<void> => {
    const put = (next: OpenedCall): void => {
      if (opened.peek()?.key === key) opened.value = next;
    };
    try {
      const detail = await ask('card.call', { party, key });
      put(detail ? { key, state: 'known', detail } : { key, state: 'gone' });
    } catch (failure) {
      put({ key, state: 'failed', error: shapeOf(failure) });
    }
  };

  const rereadOpened = (): void => {
    const key = opened.peek()?.key;
    if (key !== undefined) void readDetail(key);
  };

  let asked: PanelFilter = filter.peek();
  const stopFilter = effect(() => {
    const next = filter.value;
    clearTimeout(timer);
    const onlyText = generation > 0 && next.text !== asked.text && sameButText(next, asked);
    asked = next;
    wanted = { first: 0, last: 0 };
    if (generation === 0 && first) generation++;
    else if (onlyText) timer = setTimeout(() => void refresh([0]), textPause);
    else void refresh([0]);
  });

  let heard = changed.peek();
  const stopChanged = effect(() => {
    if (changed.value === heard) return;
    heard = changed.value;
    if (refreshing) again = true;
    else void refreshShown();
    rereadOpened();
  });

  return {
    answer: answer as ReadonlySignal<CardCalls | undefined>, // only this store writes it
    lines: lines as ReadonlySignal<ReadonlyMap<number, CallLine>>, // only this store writes it
    error: error as ReadonlySignal<ErrorShape | undefined>, // only this store writes it
    opened: opened as ReadonlySignal<OpenedCall | undefined>, // only this store writes it
    /** nothing is known yet and it takes long enough to say so */
    waiting: computed(() => slow.value && answer.value === undefined && error.value === undefined),
    need,
    retry: (): void => {
      error.value = undefined;
      void refreshShown();
      rereadOpened();
    },
    /** Opens the line of this call, or closes it. */
    toggle(key: string): void {
      if (opened.peek()?.key === key) {
        opened.value = undefined;
        return;
      }
      opened.value = { key, state: 'loading' };
      void readDetail(key);
    },
    close: (): void => {
      opened.value = undefined;
    },
    async sync(): Promise<void> {
      try {
        const sync = await ask('card.sync', { party });
        const known = answer.peek();
        if (known) answer.value = { ...known, state: { ...known.state, sync } };
      } catch (failure) {
        error.value = shapeOf(failure);
      }
    },
    async openOptions(): Promise<void> {
      try {
        await ask('card.options', { party });
      } catch (failure) {
        error.value = shapeOf(failure);
      }
    },
    dispose(): void {
      generation++;
      clearTimeout(timer);
      clearTimeout(skeleton);
      stopFilter();
      stopChanged();
    },
  };
}

function pagesOf(first: number, last: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) pages.push(page);
  return pages;
}

function numbered(lines: CallLine[], page: number): [number, CallLine][] {
  return lines.map((line, i) => [page * pageSize + i, line]);
}

function sameButText(one: PanelFilter, other: PanelFilter): boolean {
  return JSON.stringify({ ...one, text: '' }) === JSON.stringify({ ...other, text: '' });
}
