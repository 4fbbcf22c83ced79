import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { described, Field, type FieldProps } from './Field';
import { useLock } from './lock';
import { type Save, useSaving } from './use-saving';

interface SecretFieldProps extends FieldProps {
  /** whether there is one; the secret itself never comes back to a page */
  kept: boolean;
  save: Save<string>;
  words: { kept: string; change: string; cancel: string };
}

/** A secret can be entered and replaced, never seen again. Saved on Enter, or when the focus leaves field and buttons. */
export function SecretField({ kept, save, words, ...field }: SecretFieldProps) {
  const [changing, setChanging] = useState(false);
  const [draft, setDraft] = useState('');
  /** the draft as it is now: a browser also says that the focus left when the field is taken away, emptied or given up */
  const latest = useRef('');
  const { saving, run, rest } = useSaving(save);
  const lock = useLock(field.setting);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const control = useRef<HTMLSpanElement>(null);
  /** where the focus goes once the other face is drawn */
  const next = useRef<'input' | 'button' | ''>('');
  const entering = changing || !kept;

  // at once after drawing: a later effect of an earlier drawing would look for a button that is not there yet
  useLayoutEffect(() => {
    const target = next.current === 'input' ? input.current : next.current === 'button' ? button.current : undefined;
    if (!target) return;
    next.current = '';
    target.focus();
  });

  const put = (text: string): void => {
    latest.current = text;
    setDraft(text);
  };

  const close = (): void => {
    next.current = control.current?.contains(document.activeElement) ? 'button' : '';
    put('');
    setChanging(false);
  };

  const commit = async (): Promise<void> => {
    const secret = latest.current;
    if (secret === '') return;
    // the field stays until it is empty again: it must not open later with a secret in it
    setChanging(true);
    if (await run(secret)) close();
  };

  const open = (): void => {
    next.current = 'input';
    setChanging(true);
  };

  const leave = (event: FocusEvent): void => {
    const stays = event.relatedTarget instanceof Node && control.current?.contains(event.relatedTarget);
    // looking something up in another window is not leaving: the secret may be half typed
    if (!stays && document.hasFocus()) void commit();
  };

  const cancel = (): void => {
    close();
    rest();
  };

  return (
    <Field {...field} kind="secret" saving={saving}>
      {entering ? (
        <span class="secret-entry" ref={control} onFocusOut={leave}>
          <input
            {...described(field, saving, lock)}
            ref={input}
            type="password"
            autocomplete="new-password"
            value={draft}
            onInput={(event) => put(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void commit();
              if (event.key === 'Escape' && kept) cancel();
            }}
          />
          {kept && (
            <button type="button" class="button" onClick={cancel}>
              {words.cancel}
            </button>
          )}
        </span>
      ) : (
        <>
          <span class="secret-kept">{words.kept}</span>
          <button
            type="button"
            class="button"
            ref={button}
            id={field.id}
            disabled={lock !== ''}
            // the field's label alone would hide the word on the button from whoever speaks to it
            aria-label={`${words.change} – ${field.label}`}
            onClick={open}
          >
            {words.change}
          </button>
        </>
      )}
    </Field>
  );
}
