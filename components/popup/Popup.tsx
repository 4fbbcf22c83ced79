import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon } from '../call/Icon';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { createPlayer } from '../player/create-player';
import { PlayingBar } from '../player/PlayingBar';
import { createPlayerWords } from '../player/player-words';
import { createPopupStore, type PopupShell } from './create-popup-store';
import { PopupState } from './PopupState';
import { createPopupWords } from './popup-words';
import { RecentCall } from './RecentCall';

/** The toolbar popup: how the synchronisation stands, and the last calls. */
export function Popup({ shell }: { shell: PopupShell }) {
  const store = useMemo(() => createPopupStore(shell), [shell]);
  const [now, setNow] = useState(shell.now());
  const state = store.state.value;
  const error = store.error.value;
  const language = state?.language ?? 'auto';
  const words = useMemo(() => createPopupWords(language, shell.languages), [language, shell]);
  const { popup } = words;
  const player = useMemo(() => createPlayer(shell.playing), [shell]);
  const playerWords = useMemo(() => createPlayerWords(words.language), [words]);

  useEffect(() => () => store.dispose(), [store]);
  useEffect(() => player.dispose, [player]);
  useEffect(() => setNow(shell.now()), [state, shell]);
  useEffect(() => {
    document.documentElement.lang = words.language;
    document.title = popup.title;
  }, [words, popup]);

  return (
    <>
      <header class="top">
        <h1>{popup.title}</h1>
        <button type="button" class="top-button" title={words.common.openOptions} onClick={shell.openOptions}>
          <Icon name="options" />
          {words.common.options}
        </button>
      </header>
      <main>
        <PlayingBar player={player} words={playerWords} newTab />
        {!state && error && <ErrorNotice error={error} words={words} actions={{ retry: () => void store.read() }} />}
        {state?.phase === 'not-set-up' && (
          <section class="state">
            <p>{popup.notSetUp}</p>
            <button type="button" class="button button-main" onClick={shell.openOptions}>
              {popup.setUp}
            </button>
          </section>
        )}
        {state && state.phase !== 'not-set-up' && (
          <>
            <PopupState store={store} state={state} words={words} now={now} openOptions={shell.openOptions} />
            {store.missed.value > 0 && (
              <p class="to-follow-up">
                <a href="/calls.html#/missed?whose=ours" target="_blank" rel="noreferrer">
                  {words.say(popup.missed, { count: store.missed.value })}
                </a>
              </p>
            )}
            <section aria-labelledby="recent">
              <div class="recent-title">
                <h2 id="recent">{popup.recent}</h2>
                <a class="all-calls" href="/calls.html" target="_blank" rel="noreferrer">
                  {words.allCalls}
                </a>
              </div>
              {store.lines.value.length === 0 ? (
                <p class="soft">{popup.none}</p>
              ) : (
                <ul class="recents">
                  {store.lines.value.map((line) => (
                    <RecentCall key={line.key} line={line} words={words} now={now} />
                  ))}
                </ul>
              )}
            </section>
          </>
        )}
      </main>
    </>
  );
}
