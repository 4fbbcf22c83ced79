import { useState } from 'preact/hooks';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { LogEntry } from '../../lib/log';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { HealthLine } from './HealthLine';
import type { OptionsWords } from './options-words';
import { supportFile } from './support-file';
import type { StepView } from './view';
import { WaitingNotes } from './WaitingNotes';
import { WhyNumber } from './WhyNumber';

/** Lines on the page; the file holds all. */
const shown = 30;

/** What was done lately and what came of it, on demand; and the same as a file for whoever helps. */
export function Diagnostics({ view }: { view: StepView }) {
  const { shell, words, state } = view;
  const { log: texts } = words.options;
  const [entries, setEntries] = useState<LogEntry[]>();
  const [error, setError] = useState<ErrorShape>();
  const [sampling, setSampling] = useState(false);

  const ask = async (use: (version: string, found: LogEntry[]) => Promise<void> | void): Promise<void> => {
    try {
      const answer = await shell.ask('options.log', undefined);
      setError(undefined);
      await use(answer.version, answer.entries);
    } catch (failure) {
      setError(shapeOf(failure));
    }
  };
  const show = () => ask((_version, found) => setEntries(found));
  const save = () =>
    ask(async (version, found) => {
      const { notes } = await shell.ask('options.waitingNotes', undefined);
      const { name, text } = supportFile({ version, state, entries: found, notes, words, now: shell.now() });
      shell.saveFile(name, text);
    });

  const sample = async (): Promise<void> => {
    setSampling(true);
    setError(undefined);
    try {
      const { text } = await shell.ask('options.sample', undefined);
      shell.saveFile(`ucm-sample ${new Date(shell.now() * 1000).toISOString().slice(0, 10)}.json`, text);
    } catch (failure) {
      setError(shapeOf(failure));
    } finally {
      setSampling(false);
    }
  };

  return (
    <section class="step" id="diagnostics" aria-labelledby="diagnostics-title">
      <header class="step-head">
        <h2 id="diagnostics-title">{texts.title}</h2>
      </header>
      <HealthLine view={view} />
      <WhyNumber view={view} />
      <WaitingNotes view={view} />
      <div class="part">
        <p class="step-intro">{texts.intro}</p>
        <div class="test-buttons">
          <button type="button" class="button" onClick={() => void show()}>
            {texts.show}
          </button>
          <button type="button" class="button" onClick={() => void save()}>
            {texts.save}
          </button>
          <button
            type="button"
            class="button"
            disabled={sampling}
            aria-describedby="sample-why"
            onClick={() => void sample()}
          >
            {sampling ? texts.sampling : texts.sample}
          </button>
        </div>
        <p class="step-intro" id="sample-why">
          {texts.sampleWhy}
        </p>
      </div>
      {error && <ErrorNotice error={error} words={words} actions={{ retry: () => void show() }} />}
      {entries && (entries.length === 0 ? <p class="said">{texts.none}</p> : <Log entries={entries} words={words} />)}
    </section>
  );
}

function Log({ entries, words }: { entries: LogEntry[]; words: OptionsWords }) {
  const { log: texts } = words.options;
  const newest = entries.toSorted((a, b) => b.last - a.last);
  return (
    <>
      <table class="log" aria-labelledby="diagnostics-title">
        <thead>
          <tr>
            <th scope="col">{texts.when}</th>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.result}</th>
          </tr>
        </thead>
        <tbody>
          {newest.slice(0, shown).map((entry) => (
            <tr key={`${entry.what} ${entry.first}`}>
              <td class="log-when">{moment(entry.last, words)}</td>
              <td>{texts.work[entry.what]}</td>
              <td>
                {result(entry, words)}
                {entry.times > 1 && (
                  <span class="log-times">
                    {words.say(texts.times, { count: entry.times, from: moment(entry.first, words) })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > shown && <p class="said">{words.say(texts.last, { count: shown })}</p>}
    </>
  );
}

function result({ error, facts }: LogEntry, words: OptionsWords): string {
  const { log: texts } = words.options;
  if (error) return words.say(words.errors[error.code].what, { ...error.detail });
  const { newCalls, setAside, parties, found, recording } = facts;
  if (typeof newCalls === 'number') {
    const calls = words.say(texts.newCalls, { count: newCalls });
    return typeof setAside === 'number' && setAside > 0
      ? `${calls}, ${words.say(texts.setAside, { count: setAside })}`
      : calls;
  }
  return typeof parties === 'number' ? words.say(texts.parties, { count: parties }) : String(found ?? recording ?? '');
}

/** `ms`: UTC epoch ms */
function moment(ms: number, words: OptionsWords): string {
  const seconds = ms / 1000;
  return `${words.times.date(seconds)} ${words.times.time(seconds)}`;
}
