import { useState } from 'preact/hooks';
import type { UnknownLine } from '../../lib/questions/unknown-numbers';
import type { CallsWords } from './calls-words';
import type { Many, ManyResult, ManyWork } from './create-many';

interface UnknownManyProps {
  many: Many;
  /** those chosen, of the lines shown */
  chosen: readonly UnknownLine[];
  shown: number;
  /** what was decided about them already: they can only be taken back */
  handled: boolean;
  words: CallsWords;
  onAll(all: boolean): void;
  onDone(): void;
}

/** Names written out before the rest is counted. */
const NAMED = 3;

/** What is done with several numbers at once: said and counted before, followed while it goes on, taken back after. */
export function UnknownMany({ many, chosen, shown, handled, words, onAll, onDone }: UnknownManyProps) {
  const { unknown, say } = words;
  const [asking, setAsking] = useState(false);
  const progress = many.progress.value;
  const result = many.result.value;
  const start = async (what: ManyWork, lines: readonly UnknownLine[]): Promise<void> => {
    setAsking(false);
    await many.run(what, lines);
    onDone();
  };
  const button = (what: ManyWork, label: string) => (
    <button type="button" class="button" onClick={() => void start(what, chosen)}>
      {label}
    </button>
  );
  return (
    <div class="unknown-many">
      {shown > 0 && (
        <div class="unknown-do">
          <label class="unknown-all">
            <input
              type="checkbox"
              checked={chosen.length === shown}
              indeterminate={chosen.length > 0 && chosen.length < shown}
              disabled={progress !== undefined}
              onChange={(event) => onAll(event.currentTarget.checked)}
            />{' '}
            {chosen.length === 0 ? unknown.all : say(unknown.chosen, { count: chosen.length })}
          </label>
          {chosen.length > 0 && !progress && !asking && (
            <>
              {!handled && (
                <>
                  <button type="button" class="button" onClick={() => setAsking(true)}>
                    {unknown.createMany}
                  </button>
                  {button('ignore', unknown.ignore)}
                  {button('block', unknown.block)}
                </>
              )}
              {handled && button('undo', unknown.undo)}
            </>
          )}
        </div>
      )}
      {asking && chosen.length > 0 && (
        <div class="notice" role="alertdialog" aria-label={unknown.createMany}>
          <span class="notice-text">
            {say(unknown.willMake, { count: chosen.length, names: namesOf(chosen, words) })}
          </span>
          <button type="button" class="button button-main" onClick={() => void start('create', chosen)}>
            {say(unknown.makeNow, { count: chosen.length })}
          </button>
          <button type="button" class="button" onClick={() => setAsking(false)}>
            {unknown.cancel}
          </button>
        </div>
      )}
      <div role="status">
        {progress && (
          <span class="journal-job">
            <progress max={progress.all} value={progress.done} aria-label={unknown.title} />
            {say(unknown.going, { done: progress.done, all: progress.all })}
            <button type="button" class="button" onClick={many.stop}>
              {words.common.stop}
            </button>
          </span>
        )}
        {result && (
          <Came
            result={result}
            words={words}
            onUndo={() => void start(result.what === 'block' ? 'unblock' : 'undo', result.done)}
          />
        )}
      </div>
    </div>
  );
}

function Came({ result, words, onUndo }: { result: ManyResult; words: CallsWords; onUndo(): void }) {
  const { unknown, say } = words;
  const { what, done, there, kept, failed } = result;
  return (
    <div class="notice">
      <span class="notice-text">
        {say(unknown.came[what === 'unblock' ? 'undo' : what], { count: done.length })}
        {there > 0 && ` ${say(unknown.cameThere, { count: there })}`}
        {kept > 0 && ` ${say(unknown.cameKept, { count: kept })}`}
        {failed.map(({ line, error }) => (
          <div key={line.digits} class="state-bad">
            {say(unknown.cameFailed, {
              number: line.number,
              why: say(words.errors[error.code].what, { ...error.detail }),
            })}
          </div>
        ))}
      </span>
      {what !== 'undo' && what !== 'unblock' && done.length > 0 && (
        <button type="button" class="button" onClick={onUndo}>
          {say(unknown.undoMany, { count: done.length })}
        </button>
      )}
    </div>
  );
}

function namesOf(lines: readonly UnknownLine[], { unknown, say, language }: CallsWords): string {
  const names = lines.slice(0, NAMED).map(({ name, number }) => name || number);
  const more = lines.length - names.length;
  const all = more > 0 ? [...names, say(unknown.andMore, { count: more })] : names;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(all);
}
