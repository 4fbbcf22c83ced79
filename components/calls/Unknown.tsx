import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { UnknownAnswer } from '../../lib/questions/unknown-numbers';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import type { CallsWords } from './calls-words';
import { createMany } from './create-many';
import { type Route, unknownAddress, unknownShows } from './route';
import type { CallsShell } from './shell';
import { UnknownMany } from './UnknownMany';
import { UnknownRow } from './UnknownRow';
import { useAsked } from './use-asked';

/** numbers on the page at once; more with each press */
const PAGE = 50;

interface UnknownProps {
  /** of the address */
  show: Extract<Route, { view: 'unknown' }>['show'];
  shell: CallsShell;
  words: CallsWords;
}

/** The numbers nobody has in Dolibarr, and what is to become of them. */
export function Unknown({ show: chosen, shell, words }: UnknownProps) {
  const { unknown, say } = words;
  // where nothing is proposed, what there is stands under the others
  const [nothingProposed, setNothingProposed] = useState(false);
  const show = chosen ?? (nothingProposed ? 'other' : 'open');
  const [limit, setLimit] = useState(PAGE);
  const asked = useAsked(
    () => shell.ask('own.unknown', { show, offset: 0, limit }),
    `${show} ${limit}`,
    shell.onChanged,
  );
  const last = useRef<UnknownAnswer | undefined>(undefined);
  if (asked.answer) last.current = asked.answer;
  const counts = last.current?.counts;
  const { answer } = asked;
  const many = useMemo(() => createMany(shell.ask), [shell]);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const lines = answer?.lines ?? [];
  const choose = (digits: readonly string[], on: boolean) => {
    const next = new Set(picked);
    for (const one of digits)
      if (on) next.add(one);
      else next.delete(one);
    setPicked(next);
  };
  useEffect(() => {
    setLimit(PAGE);
    setPicked(new Set());
    many.forget();
  }, [chosen, many]);
  useEffect(() => {
    if (answer) setNothingProposed(answer.mode === 'off' && answer.counts.open === 0);
  }, [answer]);
  return (
    <>
      <h1>{unknown.title}</h1>
      {answer?.mode === 'off' && <p class="quiet">{unknown.off}</p>}
      <fieldset class="unknown-show" aria-label={unknown.title}>
        {unknownShows.map((group) => (
          <label key={group}>
            <input
              type="radio"
              name="show"
              checked={show === group}
              onChange={() => shell.goTo(unknownAddress(group), false)}
            />{' '}
            {say(unknown.show[group], { count: words.count(counts?.[group] ?? 0) })}
          </label>
        ))}
      </fieldset>
      {asked.error && (
        <ErrorNotice error={asked.error} words={words} actions={{ retry: asked.again, options: shell.openOptions }} />
      )}
      {answer && (answer.lines.length > 0 || many.result.value) && (
        <UnknownMany
          many={many}
          chosen={lines.filter(({ digits }) => picked.has(digits))}
          shown={lines.length}
          handled={show === 'done' || show === 'ignored'}
          words={words}
          onAll={(all) =>
            choose(
              lines.map(({ digits }) => digits),
              all,
            )
          }
          onDone={() => {
            setPicked(new Set());
            asked.again();
          }}
        />
      )}
      {answer && answer.lines.length === 0 && <p class="empty">{unknown.none[show]}</p>}
      {answer && answer.lines.length > 0 && (
        <ul class="unknown-list box">
          {answer.lines.map((line) => (
            <UnknownRow
              key={line.digits}
              line={line}
              picked={picked.has(line.digits)}
              onPick={(on) => choose([line.digits], on)}
              shell={shell}
              words={words}
              again={asked.again}
            />
          ))}
        </ul>
      )}
      {answer && answer.lines.length === limit && (
        <button type="button" class="button" onClick={() => setLimit(limit + PAGE)}>
          {unknown.more}
        </button>
      )}
    </>
  );
}
