import type { ComponentChildren } from 'preact';
import type { ErrorShape } from '../../lib/errors';
import { Icon } from '../call/Icon';
import type { Words } from '../call/words';
import { actionFor, type ErrorAction } from './error-action';

interface ErrorNoticeProps {
  error: ErrorShape;
  words: Pick<Words, 'errors' | 'common' | 'say'>;
  /** what the screen can do; the error decides which of them helps, and no button is shown that does nothing */
  actions: Partial<Record<ErrorAction, () => void>>;
  reloadLabel?: string;
  /** what holds all the same, such as the age of what is shown */
  children?: ComponentChildren;
}

/** What happened, what to do next, and the button for it. */
export function ErrorNotice({ error, words, actions, reloadLabel, children }: ErrorNoticeProps) {
  const texts = words.errors[error.code];
  const wished = actionFor(error.code);
  const action = actions[wished] ? wished : 'retry';
  const press = actions[action];
  const labels = {
    options: error.code === 'secrets-gone' ? words.common.enterAgain : words.common.openOptions,
    retry: words.common.retry,
    download: words.common.download,
    reload: reloadLabel ?? words.common.retry,
  };
  const values = { ...error.detail };
  return (
    <div class="notice notice-error" role="alert">
      <Icon name="warning" />
      <div class="notice-text">
        <strong>{withoutEmptyBrackets(words.say(texts.what, values))}</strong>{' '}
        <span>{withoutEmptyBrackets(words.say(texts.next, values))}</span>
        {children && <div class="notice-more">{children}</div>}
      </div>
      {press && (
        <button type="button" class="button" onClick={press}>
          {labels[action]}
        </button>
      )}
    </div>
  );
}

/** A reason or host that is not known leaves an empty pair of brackets or a double space behind. */
function withoutEmptyBrackets(text: string): string {
  return text.replace(/\s*\(\s*\)/g, '').replace(/ {2,}/g, ' ');
}
