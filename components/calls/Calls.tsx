import { useEffect, useMemo, useState } from 'preact/hooks';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { useCatalogue } from '../form/page-language';
import { Nothing } from '../panel/Nothing';
import { createPlayer } from '../player/create-player';
import { NowPlaying } from '../player/NowPlaying';
import { PlayerContext } from '../player/player-context';
import { createPlayerWords } from '../player/player-words';
import { createPopupStore } from '../popup/create-popup-store';
import { createCallsWords } from './calls-words';
import { JournalOf } from './JournalOf';
import { Missed } from './Missed';
import { MayDelete } from './may-delete';
import { OneCall } from './OneCall';
import { Overview } from './Overview';
import { journalAddress, missedAddress, overviewAddress, readRoute, unknownAddress } from './route';
import { Share } from './Share';
import { Statistics } from './Statistics';
import type { CallsShell } from './shell';
import { statisticsAddress } from './statistics-view';
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
  const catalogue = useCatalogue(shell, language);
  const words = useMemo(() => createCallsWords(catalogue, shell.languages), [catalogue, shell]);
  const { calls, panel, common } = words;

  const player = useMemo(() => createPlayer(shell.playing), [shell]);
  const playerWords = useMemo(() => createPlayerWords(catalogue), [catalogue]);

  useEffect(() => () => state.dispose(), [state]);
  useEffect(() => player.dispose, [player]);
  useEffect(() => shell.onAddress(() => setRoute(readRoute(shell.address()))), [shell]);
  useEffect(() => {
    const timer = setInterval(() => setNow(shell.now()), tick);
    return () => clearInterval(timer);
  }, [shell]);
  useEffect(() => {
    document.documentElement.lang = words.language;
    const titles = {
      overview: calls.overview,
      journal: calls.journal,
      call: calls.one,
      missed: calls.missed,
      statistics: words.statistics.title,
      unknown: words.unknown.title,
    };
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
          <a href={missedAddress()} aria-current={route.view === 'missed' ? 'page' : undefined}>
            {calls.missed}
          </a>
          <a href={statisticsAddress()} aria-current={route.view === 'statistics' ? 'page' : undefined}>
            {words.statistics.title}
          </a>
          <a href={unknownAddress()} aria-current={route.view === 'unknown' ? 'page' : undefined}>
            {words.unknown.title}
          </a>
        </nav>
        <span class="calls-do">
          {sync && sync.dolibarr !== '' && <Share root={sync.dolibarr} shell={shell} words={words} />}
          <button type="button" class="calls-options" onClick={shell.openOptions}>
            {common.openOptions}
          </button>
        </span>
      </header>
      <main>
        <NowPlaying opened={route.view === 'call' ? route.key : undefined} />
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
            {route.view === 'unknown' && <Unknown show={route.show} shell={shell} words={words} />}
            {route.view === 'call' && (
              <MayDelete.Provider value={sync.mayDelete}>
                <OneCall callKey={route.key} filter={route.filter} shell={shell} words={words} />
              </MayDelete.Provider>
            )}
            {route.view === 'statistics' && (
              <Statistics view={route.statistics} sync={sync} shell={shell} words={words} now={now} />
            )}
            {route.view === 'missed' && <Missed view={route.missed} shell={shell} words={words} now={now} />}
            {route.view === 'journal' && (
              <MayDelete.Provider value={sync.mayDelete}>
                <JournalOf filter={route.filter} shell={shell} words={words} now={now} />
              </MayDelete.Provider>
            )}
          </>
        )}
      </main>
    </PlayerContext.Provider>
  );
}
