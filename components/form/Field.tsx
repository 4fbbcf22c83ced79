import type { ComponentChildren } from 'preact';
import { useLock } from './lock';
import type { Saving } from './use-saving';

export interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  /** the word beside the label once a value is saved */
  savedWord: string;
  /** the setting it is for, where an administrator may have locked it */
  setting?: string;
}

interface FrameProps extends FieldProps {
  saving: Saving;
  kind: string;
  children: ComponentChildren;
}

/** Label, control, hint, and what became of the value: one look for every kind of field. */
export function Field({ id, label, hint, savedWord, setting, saving, kind, children }: FrameProps) {
  const lock = useLock(setting);
  return (
    <div class={`field field-${kind}`}>
      <div class="field-head">
        <label for={id}>{label}</label>
        <span class="field-saved" role="status">
          {saving.saved ? savedWord : ''}
        </span>
      </div>
      <div class="field-control">{children}</div>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {lock !== '' && (
        <p class="field-lock" id={`${id}-lock`}>
          {lock}
        </p>
      )}
      {saving.why && (
        <p class="field-why" id={`${id}-why`} role="alert">
          {saving.why}
        </p>
      )}
    </div>
  );
}

/** The attributes by which a control belongs to its hint and to what is wrong with it. */
export function described({ id, hint }: Pick<FieldProps, 'id' | 'hint'>, saving: Saving, lock: string) {
  const by = [hint ? `${id}-hint` : '', lock ? `${id}-lock` : '', saving.why ? `${id}-why` : '']
    .filter((part) => part !== '')
    .join(' ');
  return {
    id,
    disabled: lock !== '',
    'aria-invalid': saving.why !== '',
    ...(by === '' ? {} : { 'aria-describedby': by }),
  };
}
