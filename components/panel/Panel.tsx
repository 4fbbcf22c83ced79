import type { ReadonlySignal, Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Ask, CardCalls, PartyRef } from '../../lib/questions/questions';
import { NowPlaying } from '../player/NowPlaying';
import { Body } from './Body';
import { createPanelStore } from './create-panel-store';
import { Figures } from './Figures';
import { Filters } from './Filters';
import type { PanelFilter } from './filter';
import { isFiltered, noFilter } from './filter';
import { LinkedCall } from './LinkedCall';
import type { Linked } from './linked';
import { Notices } from './Notices';
import type { PanelWords } from './panel-words';
import { TitleRow } from './TitleRow';
import { toJournal } from './to-journal';
import { viewOf } from './view';

export interface PanelProps {
  ask: Ask;
  party: PartyRef;
  words: PanelWords;
  /** the host keeps it in the address, so that a link shows the same calls */
  filter: Signal<PanelFilter>;
  /** the call that a link has named, until it is closed */
  linked?: Signal<Linked | undefined>;
  /** the answer to the filter as it is now, when it is there before the panel */
  first?: CardCalls;
  /** changes whenever the background knows something new */
  changed: ReadonlySignal<number>;
  /** UTC epoch seconds, moving on now and then: ages in words follow it */
  now: ReadonlySignal<number>;
  /** true once the extension was updated under this page: nothing can be asked any more */
  stale: ReadonlySignal<boolean>;
  /** address of a party's card with the Calls tab open */
  openAddress(party: PartyRef): string;
  reload(): void;
}

/** The Calls tab of a card. */
export function Panel(props: PanelProps) {
  const { ask, party, words, filter, linked, first, changed, now, stale, openAddress, reload } = props;
  const store = useMemo(
    () => createPanelStore({ ask, party, filter, changed, now }, first),
    [ask, party, filter, changed, now, first],
  );
  useEffect(() => store.dispose, [store]);

  const answer = store.answer.value;
  const view = viewOf({ answer, failed: store.error.value !== undefined, waiting: store.waiting.value });
  const chosen = filter.value;
  const named = linked?.value;
  const change = (part: Partial<PanelFilter>): void => {
    filter.value = { ...filter.peek(), ...part };
  };
  const openAll = (part: Record<string, string>): void => {
    const at = toJournal(party, chosen, part, now.peek());
    ask('page.allCalls', { at }).catch(() => undefined); // the page says by itself what is stale
  };
  const hasCalls = view === 'list' || view === 'filtered-out';
  return (
    <section class="panel" aria-label={words.panel.title} lang={words.language}>
      <TitleRow
        words={words}
        answer={answer}
        filtered={isFiltered(chosen)}
        now={now.value}
        onSync={store.sync}
        onOptions={store.openOptions}
      />
      <NowPlaying opened={named?.key ?? store.opened.value?.key} />
      <Notices store={store} view={view} words={words} now={now.value} stale={stale.value} reload={reload} />
      {linked && named && (
        <LinkedCall
          linked={named}
          ask={ask}
          party={party}
          changed={changed}
          words={words}
          openAddress={openAddress}
          onClose={() => {
            linked.value = undefined;
          }}
        />
      )}
      {answer && hasCalls && (
        <Figures
          figures={answer.figures}
          words={words}
          now={now.value}
          openShown={chosen.outcome === 'open'}
          onOpen={() => change({ outcome: chosen.outcome === 'open' ? '' : 'open' })}
          onAll={openAll}
        />
      )}
      <div class={hasCalls ? 'box' : 'plain'}>
        {hasCalls && <Filters filter={chosen} words={words} onChange={change} onClear={() => change(noFilter)} />}
        <Body
          view={view}
          store={store}
          words={words}
          now={now}
          openAddress={openAddress}
          onClear={() => change(noFilter)}
        />
      </div>
    </section>
  );
}
