import type { ComponentChildren } from 'preact';
import type { ErrorShape } from '../../lib/errors';
import type { SyncState } from '../../lib/questions/questions';
import { moment } from '../call/gap-words';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { due } from '../form/due';
import { GapList } from '../form/GapList';
import { maySync } from '../form/may-sync';
import { clockWrong } from './clock-words';
import type { OptionsWords } from './options-words';
import type { StepView } from './view';

/** The synchronisation in words: last run and what came of it, next run, what is kept, what is not known. */
export function SyncFacts({ view }: { view: StepView }) {
  const { words, state, now } = view;
  const { sync } = state;
  const { sync: texts } = words.options;
  return (
    <>
      <dl class="facts">
        <Fact name={texts.lastRun}>
          {sync.lastRun === 0
            ? texts.never
            : `${words.times.ago(sync.lastRun, now)} (${moment(sync.lastRun, words.times)})`}
        </Fact>
        {sync.lastRun > 0 && <Fact name={texts.result}>{resultText(sync, words, now)}</Fact>}
        <Fact name={texts.nextRun}>{sync.nextRun === 0 ? texts.nextNone : due(sync.nextRun, now, words.language)}</Fact>
        <Fact name={texts.kept}>{words.count(sync.calls)}</Fact>
        <Fact name={texts.parties}>
          {sync.directory.lastRun === 0
            ? words.count(sync.directory.parties)
            : words.say(texts.partiesAge, {
                count: sync.directory.parties,
                age: words.times.ago(sync.directory.lastRun, now),
              })}
        </Fact>
        {sync.lastRun > 0 && <Fact name={texts.gaps}>{gapLines(sync, words, now)}</Fact>}
        {sync.nothingBefore !== undefined && (
          <Fact name={texts.history}>
            {words.say(texts.historyShort, { date: words.times.date(sync.nothingBefore) })}
          </Fact>
        )}
        {sync.clockSkew !== undefined && <Fact name={texts.clock}>{clockText(sync.clockSkew, words)}</Fact>}
        {sync.zone && <Fact name={texts.zone}>{clockWrong({ zone: sync.zone }, words)}</Fact>}
        {sync.lastRun > 0 && <Fact name={texts.setAside}>{setAsideLines(sync, words)}</Fact>}
      </dl>
      {sync.error && maySync(sync) && <MachineError error={sync.error} machine="ucm" words={words} />}
      {sync.directory.error && <MachineError error={sync.directory.error} machine="dolibarr" words={words} />}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A failure of the last run leads to the step where it is cured. */
function MachineError({
  error,
  machine,
  words,
}: {
  error: ErrorShape;
  machine: 'ucm' | 'dolibarr';
  words: OptionsWords;
}) {
  const cured = error.code.startsWith(machine) || error.code === 'no-site-access';
  return (
    <ErrorNotice error={error} words={words} actions={{}}>
      {cured && (
        <a href={`#step-${machine}`}>{words.say(words.options.sync.goTo, { title: words.options[machine].title })}</a>
      )}
    </ErrorNotice>
  );
}

function resultText(sync: SyncState, words: OptionsWords, now: number): string {
  const { sync: texts } = words.options;
  if (sync.phase === 'running') return texts.resultRunning;
  if (!sync.error) {
    return sync.newCalls === 0 ? texts.resultNone : words.say(texts.resultOk, { count: sync.newCalls });
  }
  if (sync.lastSuccess === 0) return texts.resultNeverOk;
  return words.say(texts.resultFailed, { age: words.times.ago(sync.lastSuccess, now) });
}

function gapLines(sync: SyncState, words: OptionsWords, now: number): ComponentChildren {
  return (
    <>
      {sync.gaps.length === 0 && words.options.sync.gapsNone}
      {(sync.gaps.length > 0 || sync.unsettledFrom !== undefined) && <GapList state={sync} words={words} now={now} />}
    </>
  );
}

function clockText(skew: number, words: OptionsWords): string {
  const { sync: texts } = words.options;
  return words.say(skew > 0 ? texts.clockFast : texts.clockSlow, { count: Math.round(Math.abs(skew) / 60) });
}

function setAsideLines(sync: SyncState, words: OptionsWords): ComponentChildren {
  const rows = Object.entries(sync.setAside).filter(([, count]) => count > 0);
  const { setAsideNone, setAsideWhy } = words.options.sync;
  if (rows.length === 0) return setAsideNone;
  const whys: Partial<Record<string, (typeof setAsideWhy)['other']>> = setAsideWhy;
  return (
    <ul class="reason-list">
      {rows.map(([reason, count]) => {
        const { what, next } = whys[reason] ?? setAsideWhy.other;
        return (
          <li key={reason}>
            {words.say(what, { count, reason })}
            <span class="reason-next">{next}</span>
          </li>
        );
      })}
    </ul>
  );
}
