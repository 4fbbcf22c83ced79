import { useEffect, useMemo, useState } from 'preact/hooks';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { LockContext } from '../form/lock';
import { useCatalogue } from '../form/page-language';
import { createOptionsStore } from './create-options-store';
import { Diagnostics } from './Diagnostics';
import { DolibarrStep } from './DolibarrStep';
import { EnterAgain } from './EnterAgain';
import { HealthLine } from './HealthLine';
import { LanguageChoice } from './LanguageChoice';
import { MissedStep } from './MissedStep';
import { NoticesStep } from './NoticesStep';
import { createOptionsWords } from './options-words';
import { PersonalData } from './PersonalData';
import { RecordingsStep } from './RecordingsStep';
import { SettingsFile } from './SettingsFile';
import { SettingsNotices } from './SettingsNotices';
import { SyncStep } from './SyncStep';
import type { OptionsShell } from './shell';
import { UcmStep } from './UcmStep';
import { UnknownStep } from './UnknownStep';
import type { StepView } from './view';

/** ms between two looks at the clock, for “4 minutes ago” */
const tick = 20_000;

/** The options page: two machines and the synchronisation, each set up and tried in one card. */
export function Options({ shell }: { shell: OptionsShell }) {
  const store = useMemo(() => createOptionsStore(shell), [shell]);
  const [now, setNow] = useState(shell.now());
  const state = store.state.value;
  const settings = store.settings.value;
  const error = store.error.value;
  const catalogue = useCatalogue(shell, settings.language);
  const words = useMemo(() => createOptionsWords(catalogue, shell.languages), [catalogue, shell]);

  useEffect(() => () => store.dispose(), [store]);
  useEffect(() => {
    const timer = setInterval(() => setNow(shell.now()), tick);
    return () => clearInterval(timer);
  }, [shell]);
  // times in an answer may be later than the last tick
  useEffect(() => setNow(shell.now()), [state, shell]);
  useEffect(() => {
    document.documentElement.lang = words.language;
    document.title = words.options.title;
  }, [words]);

  const locked = state?.origin.locked;
  const locks = useMemo(
    () => ({
      locked: new Set<string>([...(locked ?? []), ...(state?.origin.ucmPassword ? ['ucm.password'] : [])]),
      word: words.keeping.locked,
    }),
    [locked, state?.origin.ucmPassword, words],
  );
  const view: StepView | undefined = state && { store, shell, words, state, settings, now };
  return (
    <>
      <header class="top">
        <div class="top-inner">
          <img src="/icon/icon.svg" alt="" width="36" height="36" />
          <h1>{words.options.title}</h1>
          {view && <LanguageChoice view={view} />}
        </div>
      </header>
      <main>
        <p class="lead">{words.options.lead}</p>
        {error && <ErrorNotice error={error} words={words} actions={{ retry: () => void store.read() }} />}
        {view && (
          <LockContext.Provider value={locks}>
            {view.state.sync.phase !== 'not-set-up' && <HealthLine view={view} />}
            <EnterAgain view={view} />
            <SettingsNotices view={view} />
            <UcmStep view={view} />
            <DolibarrStep view={view} />
            <SyncStep view={view} />
            <RecordingsStep view={view} />
            <UnknownStep view={view} />
            <MissedStep view={view} />
            <NoticesStep view={view} />
            <SettingsFile view={view} />
            <PersonalData view={view} />
            <Diagnostics view={view} />
          </LockContext.Provider>
        )}
      </main>
    </>
  );
}
