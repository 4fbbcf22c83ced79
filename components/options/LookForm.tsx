import type { ComponentChildren, Ref } from 'preact';

interface LookFormProps {
  /** of the field; the form's title is named after it */
  id: string;
  title: string;
  hint?: string;
  label: string;
  /** of the button */
  look: string;
  /** longest text that is looked for */
  longest: number;
  text: string;
  working: boolean;
  field?: Ref<HTMLInputElement>;
  onText(text: string): void;
  onLook(): void;
  /** what was found, and what can be done with it */
  children: ComponentChildren;
}

/** A number is typed and looked for, by the button or Enter. */
export function LookForm(props: LookFormProps) {
  const { id, title, hint, label, look, longest, text, working, field, onText, onLook, children } = props;
  return (
    <form
      class="part"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        onLook();
      }}
    >
      <h3 id={`${id}-title`}>{title}</h3>
      {hint !== undefined && <p class="field-hint">{hint}</p>}
      <div class="look">
        <label for={id}>{label}</label>
        <input
          id={id}
          ref={field ?? null}
          type="text"
          inputMode="tel"
          autocomplete="off"
          spellcheck={false}
          maxLength={longest}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        <button type="submit" class="button" aria-disabled={working}>
          {look}
        </button>
      </div>
      {children}
    </form>
  );
}
