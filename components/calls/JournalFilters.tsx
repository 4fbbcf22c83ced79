import { useState } from 'preact/hooks';
import { callTypes, directions } from '../../lib/calls/call';
import { Choice } from '../form/Choice';
import { ChooseValue } from './ChooseValue';
import type { CallsWords } from './calls-words';
import { isFiltered, type JournalView, journalEndings, journalPeriods, talkLengths } from './journal-filter';
import { Narrowings } from './Narrowings';
import type { CallsShell } from './shell';
import { groupings } from './statistics-view';

interface JournalFiltersProps {
  filter: JournalView;
  /** name of the party that is filtered by; '' while it is not known */
  party: string;
  shell: Pick<CallsShell, 'ask' | 'onChanged'>;
  words: CallsWords;
  onChange(part: Partial<JournalView>): void;
  onClear(): void;
}

export function JournalFilters({ filter, party, shell, words, onChange, onClear }: JournalFiltersProps) {
  const { panel, call, calls, say } = words;
  // The address follows a moment later: what it says meanwhile must not take letters away that were typed since.
  const [typed, setTyped] = useState<string>();
  return (
    <search class="journal-filters" aria-label={panel.filters}>
      <input
        type="search"
        aria-label={calls.search}
        placeholder={calls.search}
        maxLength={100}
        value={typed ?? filter.text}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onChange({ text: event.currentTarget.value });
        }}
        onBlur={() => setTyped(undefined)}
      />
      <Choice
        label={panel.column.date}
        value={filter.period}
        options={journalPeriods.map((one) => [one, calls.period[one]])}
        onChoose={(period) => onChange({ period })}
      />
      {filter.period === 'range' &&
        (['from', 'to'] as const).map((end) => (
          <label key={end}>
            {panel[end]}{' '}
            <input
              type="date"
              value={filter[end]}
              onChange={(event) =>
                onChange(end === 'from' ? { from: event.currentTarget.value } : { to: event.currentTarget.value })
              }
            />
          </label>
        ))}
      <Choice
        label={panel.column.direction}
        value={filter.direction}
        options={[['', panel.column.direction], ...directions.map((one) => [one, call.direction[one]] as const)]}
        onChoose={(direction) => onChange({ direction })}
      />
      <Choice
        label={panel.column.through}
        value={filter.type}
        options={[['', panel.column.through], ...callTypes.map((one) => [one, call.type[one]] as const)]}
        onChoose={(type) => onChange({ type })}
      />
      <Choice
        label={panel.column.outcome}
        value={filter.outcome}
        options={[
          ['', panel.column.outcome],
          ...journalEndings.map((one) => [one, one === 'open' ? panel.openOnly : endingWord(one, words)] as const),
        ]}
        onChoose={(outcome) => onChange({ outcome })}
      />
      <Choice
        label={calls.party}
        value={filter.matched}
        options={[
          ['', calls.party],
          ['yes', calls.matched],
          ['no', calls.unmatched],
        ]}
        onChoose={(matched) => onChange({ matched })}
      />
      <Choice
        label={calls.talkLength}
        value={filter.talk}
        options={[
          ['', calls.talkLength],
          ...talkLengths.map((one) => [one, calls.talkLengths[one]] as const),
          // of an address that somebody wrote
          ...(filter.talk === '' || talkLengths.some((one) => one === filter.talk)
            ? []
            : [[filter.talk, say(calls.talkSeconds, { length: filter.talk })] as const]),
        ]}
        onChoose={(talk) => onChange({ talk })}
      />
      <label class="journal-check">
        <input
          type="checkbox"
          checked={filter.noted === 'yes'}
          onChange={(event) => onChange({ noted: event.currentTarget.checked ? 'yes' : '' })}
        />{' '}
        {calls.noted}
      </label>
      <label class="journal-check">
        <input
          type="checkbox"
          checked={filter.recorded === 'yes'}
          onChange={(event) => onChange({ recorded: event.currentTarget.checked ? 'yes' : '' })}
        />{' '}
        {calls.recorded}
      </label>
      <details class="more-filters">
        <summary class="button">{calls.moreFilters}</summary>
        <div>
          {groupings.map((by) => (
            <ChooseValue key={by} by={by} shell={shell} words={words} onChoose={(value) => onChange({ [by]: value })} />
          ))}
        </div>
      </details>
      <Narrowings filter={filter} party={party} words={words} onChange={onChange} />
      {isFiltered(filter) && (
        <button type="button" class="button" onClick={onClear}>
          {panel.clear}
        </button>
      )}
    </search>
  );
}

function endingWord(ending: Exclude<(typeof journalEndings)[number], 'open'>, { call, calls }: CallsWords): string {
  return ending === 'nobody' || ending === 'back' ? calls.ending[ending] : call.outcome[ending];
}
