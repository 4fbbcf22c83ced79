import { Icon } from '../call/Icon';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import type { PanelStore } from './create-panel-store';
import { Progress } from './Progress';
import type { PanelWords } from './panel-words';
import type { View } from './view';

interface NoticesProps {
  store: PanelStore;
  view: View;
  words: PanelWords;
  now: number;
  stale: boolean;
  reload(): void;
}

/** What stands in the way without hiding what is known: one machine away, a question that failed, an update. */
export function Notices({ store, view, words, now, stale, reload }: NoticesProps) {
  const { panel, say, times } = words;
  if (stale) {
    return (
      <div class="notice" role="status">
        <Icon name="info" />
        <span class="notice-text">{panel.stale}</span>
        <button type="button" class="button" onClick={reload}>
          {panel.reload}
        </button>
      </div>
    );
  }
  const failed = store.error.value;
  if (failed) {
    return (
      <ErrorNotice
        error={failed}
        words={words}
        reloadLabel={panel.reload}
        actions={{ retry: store.retry, options: store.openOptions, reload }}
      />
    );
  }
  const sync = store.answer.value?.state.sync;
  if (!sync || view === 'not-set-up') return null;
  const directory = sync.directory.error;
  const actions = { retry: store.sync, options: store.openOptions, reload };
  return (
    <>
      {sync.error && (
        <ErrorNotice error={sync.error} words={words} reloadLabel={panel.reload} actions={actions}>
          {sync.lastSuccess > 0 ? say(panel.knownAsOf, { ago: times.ago(sync.lastSuccess, now) }) : panel.nothingKnown}
        </ErrorNotice>
      )}
      {directory && directory.code !== sync.error?.code && (
        <ErrorNotice error={directory} words={words} reloadLabel={panel.reload} actions={actions} />
      )}
      {view === 'list' && sync.phase === 'running' && sync.lastSuccess === 0 && (
        <div class="notice">
          <Progress sync={sync} words={words} />
        </div>
      )}
    </>
  );
}
