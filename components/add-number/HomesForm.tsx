import { useEffect, useRef, useState } from 'preact/hooks';
import type { NumberHome, NumberHomes } from '../../lib/questions/add-number';
import { partyWords } from '../call/party-words';
import type { AddNumberWords } from './add-number-words';

/** Where the number is to go. */
export type Choice = { to: NumberHome } | { to: 'new'; firstname: string; lastname: string };

interface HomesFormProps {
  homes: NumberHomes;
  words: AddNumberWords;
  busy: boolean;
  onWrite(choice: Choice): void;
  onAgree(): void;
  onCancel(): void;
}

const NEW = 'new';
const keyOf = ({ party }: NumberHome): string => `${party.kind}${party.id}`;

/** To whom of the card, and into which field; what the key may not do is not among it. */
export function HomesForm({ homes, words, busy, onWrite, onAgree, onCancel }: HomesFormProps) {
  const { addNumber, say } = words;
  const free = homes.homes.filter(({ field }) => field !== '');
  // only a likely match is chosen beforehand: a number must not go to whoever happens to be first
  const likely = free.find(({ probable }) => probable) ?? (homes.contact || free.length > 1 ? undefined : free[0]);
  const [chosen, setChosen] = useState(likely ? keyOf(likely) : free.length === 0 && homes.contact ? NEW : '');
  const [firstname, setFirstname] = useState('');
  const [lastname, setLastname] = useState('');
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const home = free.find((one) => keyOf(one) === chosen);
  const may = homes.ask === undefined && !busy && (chosen === NEW ? lastname.trim() !== '' : home !== undefined);
  const nobody = free.length === 0 && !homes.contact;

  const send = (event: Event): void => {
    event.preventDefault();
    if (!may) return;
    if (chosen === NEW) onWrite({ to: NEW, firstname, lastname });
    else if (home) onWrite({ to: home });
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };

  return (
    <form class="add-number-form" onSubmit={send} onKeyDown={leave}>
      {!nobody && (
        <label>
          <span>{say(addNumber.to, { number: homes.stored })}</span>{' '}
          <select ref={first} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            {chosen === '' && <option value="">{addNumber.choose}</option>}
            {homes.homes.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)} disabled={one.field === ''}>
                {say(one.field === '' ? addNumber.full : addNumber.home, {
                  party: partyWords(one.party),
                  field: words.field[one.field] ?? one.field,
                })}
              </option>
            ))}
            {homes.contact && <option value={NEW}>{addNumber.newContact}</option>}
          </select>
        </label>
      )}
      {chosen === NEW && (
        <>
          <Name label={addNumber.lastname} value={lastname} onValue={setLastname} />
          <Name label={addNumber.firstname} value={firstname} onValue={setFirstname} />
        </>
      )}
      {nobody && <p>{addNumber.nobody}</p>}
      {homes.missing.map((right) => (
        <p class="quiet" key={right}>
          {say(addNumber.missing, { subject: right })}
        </p>
      ))}
      {homes.ask !== undefined && !nobody && (
        <div class="notice">
          <span class="notice-text">
            {homes.ask === '' ? addNumber.otherUnknown : say(addNumber.otherUser, { name: homes.ask })}
          </span>
          <button type="button" class="button" disabled={busy} onClick={onAgree}>
            {addNumber.agree}
          </button>
        </div>
      )}
      <div class="add-number-buttons">
        {!nobody && (
          <button type="submit" class="button" disabled={!may}>
            {addNumber.write}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {addNumber.cancel}
        </button>
      </div>
    </form>
  );
}

function Name({ label, value, onValue }: { label: string; value: string; onValue(value: string): void }) {
  return (
    <label>
      <span>{label}</span>{' '}
      <input type="text" maxLength={50} value={value} onInput={(event) => onValue(event.currentTarget.value)} />
    </label>
  );
}
