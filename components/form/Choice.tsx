export interface ChoiceProps<T extends string> {
  /** class of the list itself */
  place?: string;
  /** said, not shown */
  label: string;
  value: T;
  /** the value that filters nothing: shown in grey, as Dolibarr shows an empty list */
  any?: T;
  options: readonly (readonly [T, string])[];
  onChoose(value: T): void;
}

/** A list to choose one of, as filters have it. */
export function Choice<T extends string>({ place = '', label, value, any, options, onChoose }: ChoiceProps<T>) {
  return (
    <select
      class={value === any ? `any ${place}` : place}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find(([one]) => one === event.currentTarget.value);
        if (chosen) onChoose(chosen[0]);
      }}
    >
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}
