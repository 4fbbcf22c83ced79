import { useId } from 'preact/hooks';
import { callTypes, directions } from '../../lib/calls/call';
import { Icon } from '../call/Icon';
import { Choice } from '../form/Choice';
import { endings, isFiltered, type PanelFilter, periods } from './filter';
import type { PanelWords } from './panel-words';

interface FiltersProps {
  filter: PanelFilter;
  words: PanelWords;
  onChange(part: Partial<PanelFilter>): void;
  onClear(): void;
}

/** The row of filters above the columns they belong to, as in Dolibarr's lists. */
export function Filters({ filter, words, onChange, onClear }: FiltersProps) {
  const { panel, call } = words;
  return (
    <search class="filters columns" aria-label={panel.filters}>
      <div class="filters-clear">
        {isFiltered(filter) ? (
          <button type="button" class="icon-button" title={panel.clear} aria-label={panel.clear} onClick={onClear}>
            <Icon name="clear" />
          </button>
        ) : (
          <Icon name="search" />
        )}
      </div>
      <div class="filters-date">
        <Choice
          label={panel.column.date}
          value={filter.period}
          any="all"
          options={periods.map((period) => [period, period === 'all' ? panel.column.date : panel.period[period]])}
          onChoose={(period) => onChange({ period })}
        />
        {filter.period === 'range' && <Range filter={filter} words={words} onChange={onChange} />}
      </div>
      <Choice
        label={panel.column.direction}
        value={filter.direction}
        any=""
        options={[['', panel.column.direction], ...directions.map((one) => [one, call.direction[one]] as const)]}
        onChoose={(direction) => onChange({ direction })}
      />
      <input
        type="search"
        class="filters-text"
        aria-label={panel.search}
        placeholder={panel.search}
        maxLength={100}
        value={filter.text}
        onInput={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Choice
        place="filters-outcome"
        label={panel.column.outcome}
        value={filter.outcome}
        any=""
        options={[
          ['', panel.column.outcome],
          ...endings.map((one) => [one, one === 'open' ? panel.openOnly : call.outcome[one]] as const),
        ]}
        onChoose={(outcome) => onChange({ outcome })}
      />
      <Choice
        label={panel.column.through}
        value={filter.type}
        any=""
        options={[['', panel.column.through], ...callTypes.map((one) => [one, call.type[one]] as const)]}
        onChoose={(type) => onChange({ type })}
      />
    </search>
  );
}

function Range({ filter, words, onChange }: Omit<FiltersProps, 'onClear'>) {
  const id = useId();
  return (
    <>
      <label class="filters-day" for={`${id}from`}>
        <span>{words.panel.from}</span>
        <input
          type="date"
          id={`${id}from`}
          value={filter.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
      </label>
      <label class="filters-day" for={`${id}to`}>
        <span>{words.panel.to}</span>
        <input
          type="date"
          id={`${id}to`}
          value={filter.to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </label>
    </>
  );
}
