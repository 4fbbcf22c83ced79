import type { SyncState } from '../../lib/questions/questions';
import type { PopupWords } from './popup-words';

/** What the telephone system itself keeps from being known, or from being right. Nothing where all is well. */
export function UcmFacts({ state, words }: { state: SyncState; words: PopupWords }) {
  const { popup, say, times } = words;
  const { clockSkew, nothingBefore } = state;
  return (
    <>
      {clockSkew !== undefined && (
        <p class="ucm-fact ucm-fact-wrong">
          {say(clockSkew > 0 ? popup.clockFast : popup.clockSlow, { count: Math.round(Math.abs(clockSkew) / 60) })}
        </p>
      )}
      {nothingBefore !== undefined && <p class="ucm-fact">{say(popup.history, { date: times.date(nothingBefore) })}</p>}
    </>
  );
}
