import { described, Field, type FieldProps } from '../form/Field';
import { useLock } from '../form/lock';
import { type Save, useSaving } from '../form/use-saving';

interface DaysFieldProps extends FieldProps {
  language: string;
  /** 0 Sunday … 6 Saturday */
  value: readonly number[];
  save: Save<readonly number[]>;
}

/** a Monday, UTC */
const monday = Date.UTC(2026, 10, 23);

/** Days of the week to choose from, Monday first. */
export function DaysField({ language, value, save, ...field }: DaysFieldProps) {
  const { saving, run } = useSaving(save);
  const lock = useLock(field.setting);
  const name = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // the label's own field is the first day; what is said of the days stands under its name
  const { id: first, ...attributes } = described({ ...field, id: `${field.id}-1` }, saving, lock);
  return (
    <Field {...field} id={first} kind="days" saving={saving}>
      <fieldset class="days" aria-label={field.label}>
        {[1, 2, 3, 4, 5, 6, 0].map((day, i) => (
          <label key={day} class="tick">
            <input
              {...attributes}
              type="checkbox"
              id={`${field.id}-${day}`}
              checked={value.includes(day)}
              onChange={(event) => {
                const others = value.filter((one) => one !== day);
                void run(event.currentTarget.checked ? [...others, day].sort() : others);
              }}
            />{' '}
            {name.format(monday + i * 86_400_000)}
          </label>
        ))}
      </fieldset>
    </Field>
  );
}
