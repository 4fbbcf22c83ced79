import type { ReadonlySignal } from '@preact/signals';
import type { PartyRef } from '../../lib/questions/questions';
import { CallList } from './CallList';
import type { PanelStore } from './create-panel-store';
import { NoCalls } from './NoCalls';
import { Nothing } from './Nothing';
import { Progress } from './Progress';
import type { PanelWords } from './panel-words';
import { Skeleton } from './Skeleton';
import type { View } from './view';

interface BodyProps {
  view: View;
  store: PanelStore;
  words: PanelWords;
  now: ReadonlySignal<number>;
  openAddress(party: PartyRef): string;
  onClear(): void;
}

/** The list, or why there is none and what to do about it. */
export function Body({ view, store, words, now, openAddress, onClear }: BodyProps) {
  const { panel, common } = words;
  const state = store.answer.value?.state;
  const options = { label: common.options, press: store.openOptions };
  const sync = { label: common.sync, press: store.sync };
  switch (view) {
    case 'list':
      return <CallList store={store} words={words} now={now.value} openAddress={openAddress} />;
    case 'filtered-out':
      return <Nothing what={panel.filteredOut} button={{ label: panel.clear, press: onClear }} />;
    case 'skeleton':
      return <Skeleton label={panel.loading} />;
    case 'not-set-up':
      return <Nothing what={panel.notSetUp} next={panel.notSetUpNext} button={options} />;
    case 'never': // the notice above says why, and has the button that helps
      return state?.sync.error ? null : <Nothing what={panel.never} next={panel.neverNext} button={sync} />;
    case 'reading':
      return (
        <Nothing what={panel.reading} next={panel.readingNext}>
          {state && <Progress sync={state.sync} words={words} />}
        </Nothing>
      );
    case 'unknown-party':
      return <Nothing what={panel.unknownParty} next={panel.unknownPartyNext} button={sync} />;
    case 'no-numbers':
      return <Nothing what={panel.noNumbers} next={panel.noNumbersNext} />;
    case 'no-calls':
      return state ? <NoCalls numbers={state.numbers} words={words} onSync={store.sync} /> : null;
    case 'error': // the notice above says it
    case 'nothing':
      return null;
  }
}
