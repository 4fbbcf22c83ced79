import { useEffect, useRef, useState } from 'preact/hooks';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { PartyName } from '../../lib/questions/questions';
import type { Handled, UnknownLine } from '../../lib/questions/unknown-numbers';
import { partyWords } from '../call/party-words';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import type { CallsWords } from './calls-words';
import { FindParty } from './FindParty';
import { journalAddress } from './route';
import type { CallsShell } from './shell';

type Doing = 'nothing' | 'naming' | 'finding' | 'working';

interface LineProps {
  shell: CallsShell;
  words: CallsWords;
  line: UnknownLine;
  /** chosen among several; absent where it stands alone */
  picked?: boolean;
  onPick?(on: boolean): void;
  again(): void;
}

/** One number: who sent it, its calls, and what can be done with it. */
export function UnknownRow({ line, picked, onPick, shell, words, again }: LineProps) {
  const { unknown, times, say, popup } = words;
  const [doing, setDoing] = useState<Doing>('nothing');
  const [error, setError] = useState<ErrorShape>();
  const [word, setWord] = useState('');
  const { digits, handled } = line;

  async function work(what: () => Promise<string>): Promise<void> {
    setDoing('working');
    setError(undefined);
    try {
      setWord(await what());
      again();
    } catch (failure) {
      setError(shapeOf(failure));
    } finally {
      setDoing('nothing');
    }
  }
  const create = (name: string) =>
    work(async () => done(await shell.ask('own.unknownCreate', { digits, name }), words));
  const attach = (party: PartyName) =>
    work(async () => {
      const { kind, id } = party;
      const answer = await shell.ask('own.unknownAttach', { digits, party: { kind, id } });
      return answer ? done(answer, words) : say(unknown.noField, { party: partyWords(party) });
    });
  const ignore = () => work(async () => (await shell.ask('own.unknownIgnore', { digits })) ?? '');
  const block = (undo?: true) =>
    work(async () => (await shell.ask('own.unknownBlock', { digits, ...(undo && { undo }) })) ?? '');
  // a person's own decision is told also while there are no rules
  const why = line.blocked ? 'never' : line.why;
  const never = line.blocked ?? false;
  const undo = () => work(async () => ((await shell.ask('own.unknownUndo', { digits })) ? '' : unknown.kept));

  return (
    <li>
      {onPick && (
        <input
          type="checkbox"
          class="unknown-pick"
          aria-label={say(unknown.pick, { number: line.number })}
          checked={picked ?? false}
          onChange={(event) => onPick(event.currentTarget.checked)}
        />
      )}
      <div class="unknown-who">
        <strong>{line.number}</strong>{' '}
        {line.name !== '' && <span class="quiet">{say(popup.quoted, { name: line.name })}</span>}
        <div class="quiet">
          {line.calls > 0 && (
            <>
              <a href={journalAddress({ text: line.rawNumber })}>{say(unknown.calls, { count: line.calls })}</a>,{' '}
              {say(unknown.last, { when: `${times.date(line.last)}, ${times.time(line.last)}` })}
            </>
          )}
        </div>
        {!handled && why && why !== 'off' && <div class="quiet">{unknown.why[why]}</div>}
        {handled && <Became handled={handled} words={words} />}
      </div>
      {doing === 'nothing' && (
        <div class="unknown-do">
          {!handled && (
            <>
              <button type="button" class="button" onClick={() => setDoing('naming')}>
                {unknown.create}
              </button>
              <button type="button" class="button" onClick={() => setDoing('finding')}>
                {unknown.attach}
              </button>
              <button type="button" class="button" onClick={() => void ignore()}>
                {unknown.ignore}
              </button>
              <button type="button" class="button" onClick={() => void block(never ? true : undefined)}>
                {never ? unknown.undo : unknown.block}
              </button>
            </>
          )}
          {handled && (handled.what !== 'created' || handled.own) && (
            <button type="button" class="button" onClick={() => void undo()}>
              {unknown.undo}
            </button>
          )}
        </div>
      )}
      {doing === 'naming' && (
        <Naming
          name={line.name || line.number}
          words={words}
          onName={(name) => void create(name)}
          onCancel={() => setDoing('nothing')}
        />
      )}
      {doing === 'finding' && (
        <FindParty
          shell={shell}
          words={words}
          onParty={(party) => void attach(party)}
          onCancel={() => setDoing('nothing')}
        />
      )}
      <div class="unknown-form" role="status">
        {doing === 'working' ? unknown.working : word}
      </div>
      {error && <ErrorNotice error={error} words={words} actions={{ options: shell.openOptions }} />}
    </li>
  );
}

function done(handled: Handled, { unknown, say }: CallsWords): string {
  if (handled.what === 'ignored') return '';
  const text = handled.what === 'attached' ? unknown.attached : handled.own ? unknown.created : unknown.adopted;
  return say(text, { party: partyWords(handled.party) });
}

/** What was decided, with the way to the card, and doubles that somebody has to merge. */
function Became({ handled, words }: { handled: Handled; words: CallsWords }) {
  if (handled.what === 'ignored') return null;
  return (
    <div>
      {handled.card === '' ? (
        done(handled, words)
      ) : (
        <a href={handled.card} target="_blank" rel="noreferrer" title={words.common.newTab}>
          {done(handled, words)}
        </a>
      )}
      {handled.what === 'created' && handled.doubles.length > 0 && (
        <div class="state-bad">
          {words.say(words.unknown.doubles, {
            count: handled.doubles.length,
            ids: handled.doubles.join(', '),
          })}{' '}
          {handled.merge !== '' && (
            <a href={handled.merge} target="_blank" rel="noreferrer" title={words.common.newTab}>
              {words.unknown.merge}
            </a>
          )}
        </div>
      )}
    </div>
  );
}

interface NamingProps {
  name: string;
  words: CallsWords;
  onName(name: string): void;
  onCancel(): void;
}

/** What a stranger sent is a proposal: a person says the name. */
function Naming({ name, words, onName, onCancel }: NamingProps) {
  const { unknown } = words;
  const [value, setValue] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <form
      class="unknown-form unknown-do"
      onSubmit={(event) => {
        event.preventDefault();
        onName(value);
      }}
    >
      <input
        ref={input}
        type="text"
        aria-label={unknown.name}
        maxLength={100}
        value={value}
        onInput={(event) => setValue(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {unknown.createNow}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {unknown.cancel}
      </button>
    </form>
  );
}
