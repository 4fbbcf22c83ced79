import { useId, useRef, useState } from 'preact/hooks';
import type { Choice } from '../../lib/questions/journal';
import type { GroupBy } from '../../lib/questions/statistics';
import { Choices, type Found, labelOf, nothingYet } from './Choices';
import type { CallsWords } from './calls-words';
import type { CallsShell } from './shell';

interface ChooseValueProps {
  by: GroupBy;
  shell: Pick<CallsShell, 'ask' | 'onChanged'>;
  words: CallsWords;
  /** as the address has it: `none` for calls without one */
  onChoose(value: string): void;
}

/** One of the values that calls have, found by typing (a combobox with a list, as the ARIA practices describe it). */
export function ChooseValue({ by, shell, words, onChoose }: ChooseValueProps) {
  const label = labelOf(by, words);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [found, setFound] = useState<Found>(nothingYet);
  /** Enter came before the answer to what was typed */
  const hurried = useRef(false);
  const { choices } = found;
  const current = Math.min(active, choices.length - 1);
  const close = (): void => {
    setOpen(false);
    setActive(-1);
    hurried.current = false;
  };
  const choose = (choice: Choice | undefined): void => {
    if (!choice) return;
    setText('');
    close();
    onChoose(choice.value || 'none');
  };
  const tell = (next: Found): void => {
    setFound(next);
    if (hurried.current && next.text === text) choose(next.choices[0]);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const count = choices.length;
      if (!open) setOpen(true);
      // before the first and behind the last is the field itself
      setActive(!open ? (step > 0 ? 0 : count - 1) : ((current + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && open) {
      if (found.text === text) choose(choices[current]);
      else hurried.current = true;
    } else if (event.key === 'Escape' && (open || text !== '')) {
      if (!open) setText('');
      close();
    } else return;
    event.preventDefault();
  };

  return (
    <div
      class="chooser"
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
        close();
        setText('');
      }}
    >
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={open && current >= 0 ? `${id}-${current}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={label}
        maxLength={100}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setActive(event.currentTarget.value === '' ? -1 : 0);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {open && (
        <Choices
          by={by}
          id={id}
          text={text}
          found={found}
          active={current}
          shell={shell}
          words={words}
          onFound={tell}
          onChoose={(choice) => {
            choose(choice);
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
