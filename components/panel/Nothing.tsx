import type { ComponentChildren } from 'preact';

interface NothingProps {
  what: string;
  next?: string;
  button?: { label: string; press: () => void };
  children?: ComponentChildren;
}

/** An empty place that says why it is empty and what comes next. */
export function Nothing({ what, next, button, children }: NothingProps) {
  return (
    <div class="nothing" role="status">
      <p class="nothing-what">{what}</p>
      {next && <p class="nothing-next">{next}</p>}
      {children}
      {button && (
        <button type="button" class="button button-main" onClick={button.press}>
          {button.label}
        </button>
      )}
    </div>
  );
}
