import type { FieldProps } from '../form/Field';
import { SelectField } from '../form/SelectField';
import type { Save } from '../form/use-saving';
import type { OptionsWords } from './options-words';

interface YesNoFieldProps extends FieldProps {
  value: boolean;
  words: OptionsWords;
  save: Save<boolean>;
}

export function YesNoField({ value, words: { keeping }, save, ...field }: YesNoFieldProps) {
  return (
    <SelectField
      {...field}
      value={value ? 'yes' : 'no'}
      choices={[
        { value: 'yes', label: keeping.yes },
        { value: 'no', label: keeping.no },
      ]}
      save={(next) => save(next === 'yes')}
    />
  );
}
