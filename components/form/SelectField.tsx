import { described, Field, type FieldProps } from './Field';
import { useLock } from './lock';
import { type Save, useSaving } from './use-saving';

interface SelectFieldProps extends FieldProps {
  value: string;
  choices: readonly { value: string; label: string }[];
  save: Save<string>;
}

export function SelectField({ value, choices, save, ...field }: SelectFieldProps) {
  const { saving, run } = useSaving(save);
  const lock = useLock(field.setting);
  return (
    <Field {...field} kind="select" saving={saving}>
      <select
        {...described(field, saving, lock)}
        value={value}
        onChange={(event) => void run(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
