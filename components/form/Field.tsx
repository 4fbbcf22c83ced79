import type { ComponentChildren } from 'preact';
import type { Saving } from './use-saving';

export interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  /** the word beside the label once a value is saved */
  savedWord: string;
}

interface FrameProps extends FieldProps {
  saving: Saving;
  kind: string;
  children: ComponentChildren;
}

/** Label, control, hint, and what became of the value: one look for every kind of field. */
export function Field({ id, label, hint, savedWord, saving, kind, children }: FrameProps) {
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
      {saving.why && (
        <p class="field-why" id={`${id}-why`} role="alert">
          {saving.why}
        </p>
      )}
    </div>
  );
}

/** The attributes by which a control belongs to its hint and to what is wrong with it. */
export function described(id: string, hint: string | undefined, saving: Saving) {
  const by = [hint ? `${id}-hint` : '', saving.why ? `${id}-why` : ''].filter((part) => part !== '').join(' ');
  return { id, 'aria-invalid': saving.why !== '', ...(by === '' ? {} : { 'aria-describedby': by }) };
}
