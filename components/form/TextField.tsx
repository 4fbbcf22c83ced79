import { useState } from 'preact/hooks';
import { described, Field, type FieldProps } from './Field';
import { useLock } from './lock';
import { type Save, useSaving } from './use-saving';

interface TextFieldProps extends FieldProps {
  value: string;
  save: Save<string>;
  /** short fields for a number, with its unit behind */
  kind?: 'text' | 'number' | 'lines';
  unit?: string;
  /** a whole address pasted replaces what stands in the field and is saved at once */
  takesAddress?: boolean;
}

/** Saved on leaving it, or on Enter. What cannot be used stays as it was typed, beside the reason, and is not saved. */
export function TextField({ value, save, kind = 'text', unit, takesAddress = false, ...field }: TextFieldProps) {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const { saving, run, rest } = useSaving(save);
  const lock = useLock(field.setting);

  const commit = async (text: string): Promise<void> => {
    setDraft(text);
    if (text.trim() === value) {
      setDraft(undefined);
      rest();
    } else if (await run(text.trim())) {
      setDraft((now) => (now === text ? undefined : now));
    }
  };

  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain').trim() ?? '';
    if (!takesAddress || !/[:/]/.test(text)) return;
    event.preventDefault();
    void commit(text);
  };

  const common = {
    ...described(field, saving, lock),
    value: draft ?? value,
    autocomplete: 'off',
    spellcheck: false,
  };
  return (
    <Field {...field} kind={kind} saving={saving}>
      {kind === 'lines' ? (
        <textarea
          {...common}
          rows={3}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onChange={(event) => void commit(event.currentTarget.value)}
        />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={kind === 'number' ? 'numeric' : 'text'}
          onPaste={paste}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onChange={(event) => void commit(event.currentTarget.value)}
        />
      )}
      {unit && <span class="field-unit">{unit}</span>}
    </Field>
  );
}
