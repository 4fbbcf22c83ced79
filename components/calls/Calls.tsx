import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { Nothing } from '../panel/Nothing';
import { createPlayer } from '../player/create-player';
import { PlayingBar } from '../player/PlayingBar';
import { PlayerContext } from '../player/player-context';
import { createPlayerWords } from '../player/player-words';
import { createPopupStore } from '../popup/create-popup-store';
import { type CallsWords, createCallsWords } from './calls-words';
import { createJournalStore } from './create-journal-store';
import { Journal } from './Journal';
import { type JournalView, noFilter } from './journal-filter';
import { OneCall } from './OneCall';
import { Overview } from './Overview';
import { journalAddress, overviewAddress, readRoute, unknownAddress } from './route';
import type { CallsShell } from './shell';
import { Unknown } from './Unknown';

/** ms between two looks at the clock, for “4 minutes ago” and for which day is today */
const tick = 20_000;

/** The extension's own page: all calls, whoever has their numbers. The address says which view. */
export function Calls({ shell }: { shell: CallsShell }) {
  const state = useMemo(() => createPopupStore(shell), [shell]);
  const [now, setNow] = useState(shell.now());
  const [route, setRoute] = useState(() => readRoute(shell.address()));
  const sync = state.state.value;
  const error = state.error.value;
  const language = sync?.language ?? 'auto';
  const words = useMemo(() => createCallsWords(language, shell.languages), [language, shell]);
  const { calls, panel, common } = words;
  const player = useMemo(() => createPlayer(shell.playing), [shell]);
  const playerWords = useMemo(() => createPlayerWords(words.language), [words]);

  useEffect(() => () => state.dispose(), [state]);
  useEffect(() => player.dispose, [player]);
  useEffect(() => shell.onAddress(() => setRoute(readRoute(shell.address()))), [shell]);
  useEffect(() => {
    const timer = setInterval(() => setNow(shell.now()), tick);
    return () => clearInterval(timer);
  }, [shell]);
  useEffect(() => {
    document.documentElement.lang = words.language;
    const titles = { overview: calls.overview, journal: calls.journal, call: calls.one, unknown: words.unknown.title };
    document.title = `${titles[route.view]} – ${words.popup.title}`;
  }, [words, calls, route]);

  return (
    <PlayerContext.Provider value={{ player, words: playerWords }}>
      <header class="calls-top">
        <nav aria-label={calls.views}>
          <a href={overviewAddress} aria-current={route.view === 'overview' ? 'page' : undefined}>
            {calls.overview}
          </a>
          <a href={journalAddress()} aria-current={route.view === 'journal' ? 'page' : undefined}>
            {calls.journal}
          </a>
          <a href={unknownAddress} aria-current={route.view === 'unknown' ? 'page' : undefined}>
            {words.unknown.title}
          </a>
        </nav>
        <button type="button" class="calls-options" onClick={shell.openOptions}>
          {common.openOptions}
        </button>
      </header>
      <main>
        {route.view !== 'call' && <PlayingBar player={player} words={playerWords} />}
        {!sync && error && <ErrorNotice error={error} words={words} actions={{ retry: () => void state.read() }} />}
        {sync?.phase === 'not-set-up' && sync.calls === 0 && (
          <Nothing
            what={panel.notSetUp}
            next={panel.notSetUpNext}
            button={{ label: common.openOptions, press: shell.openOptions }}
          />
        )}
        {sync && (sync.phase !== 'not-set-up' || sync.calls > 0) && (
          <>
            {route.view === 'overview' && <Overview shell={shell} state={state} words={words} now={now} />}
            {route.view === 'unknown' && <Unknown shell={shell} words={words} />}
            {route.view === 'call' && <OneCall callKey={route.key} shell={shell} words={words} />}
            {route.view === 'journal' && <JournalOf filter={route.filter} shell={shell} words={words} now={now} />}
          </>
        )}
      </main>
    </PlayerContext.Provider>
  );
}

interface JournalOfProps {
  filter: JournalView;
  shell: CallsShell;
  words: CallsWords;
  now: number;
}

/** The journal with what it knows; the filter of the address is its only one. */
function JournalOf({ filter, shell, words, now }: JournalOfProps) {
  const held = useSignal(filter);
  const current = useComputed(() => held.value);
  const store = useMemo(
    () => createJournalStore({ ask: shell.ask, filter: current, onChanged: shell.onChanged, now: shell.now }),
    [shell, current],
  );
  useEffect(() => () => store.dispose(), [store]);
  useEffect(() => {
    if (journalAddress(held.peek()) !== journalAddress(filter)) held.value = filter;
  }, [held, filter]);
  const change = (part: Partial<JournalView>): void =>
    shell.goTo(journalAddress({ ...filter, ...part }), part.text !== undefined);
  return (
    <Journal
      store={store}
      filter={filter}
      words={words}
      now={now}
      openOptions={shell.openOptions}
      onFilter={change}
      onClear={() => shell.goTo(journalAddress(noFilter), false)}
      goTo={(address) => shell.goTo(address, false)}
    />
  );
}
