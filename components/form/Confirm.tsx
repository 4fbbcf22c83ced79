import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface ConfirmProps {
  /** of the elements' ids */
  id: string;
  question: string;
  /** what comes of it */
  children: ComponentChildren;
  keep: string;
  go: string;
  onKeep: () => void;
  onGo: () => void;
}

/** A question in the page itself before something that is not easily undone, with the safe answer under the hand. */
export function Confirm({ id, question, children, keep, go, onKeep, onGo }: ConfirmProps) {
  const safe = useRef<HTMLButtonElement>(null);
  // at once after drawing: a key pressed before would go nowhere
  useLayoutEffect(() => safe.current?.focus(), []);
  return (
    <div
      class="said said-warn confirm"
      role="alertdialog"
      aria-labelledby={`${id}-question`}
      aria-describedby={`${id}-warning`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onKeep();
      }}
    >
      <strong id={`${id}-question`}>{question}</strong>
      <p id={`${id}-warning`}>{children}</p>
      <button type="button" class="button button-main" ref={safe} onClick={onKeep}>
        {keep}
      </button>
      <button type="button" class="button" onClick={onGo}>
        {go}
      </button>
    </div>
  );
}
