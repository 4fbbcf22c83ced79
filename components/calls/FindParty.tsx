import { useEffect, useRef, useState } from 'preact/hooks';
import type { PartyName } from '../../lib/questions/questions';
import { partyWords } from '../call/party-words';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import type { CallsWords } from './calls-words';
import type { CallsShell } from './shell';
import { useAsked } from './use-asked';

interface FindPartyProps {
  shell: CallsShell;
  words: CallsWords;
  onParty(party: PartyName): void;
  onCancel(): void;
}

/** Parties found: more are too many to choose from. */
const MOST = 12;

/** A thirdparty or contact of Dolibarr, found by its name. */
export function FindParty({ shell, words, onParty, onCancel }: FindPartyProps) {
  const { unknown } = words;
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const asked = useAsked(() => shell.ask('own.parties', { text, limit: MOST }), text, shell.onChanged);
  return (
    <div class="unknown-form">
      <div class="unknown-do">
        <input
          ref={input}
          type="search"
          aria-label={unknown.find}
          placeholder={unknown.find}
          maxLength={100}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="button" class="button" onClick={onCancel}>
          {unknown.cancel}
        </button>
      </div>
      {asked.error && <ErrorNotice error={asked.error} words={words} actions={{ retry: asked.again }} />}
      <ul class="unknown-list">
        {(asked.answer ?? []).map((party) => (
          <li key={`${party.kind}${party.id}`}>
            <button type="button" class="button" onClick={() => onParty(party)}>
              {partyWords(party)}
            </button>
          </li>
        ))}
      </ul>
      {text.trim() !== '' && asked.answer?.length === 0 && <p class="quiet">{unknown.nobodyFound}</p>}
    </div>
  );
}
