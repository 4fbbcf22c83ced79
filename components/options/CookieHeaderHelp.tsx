import type { StepView } from './view';

/**
 * A machine that wants its session in a header: what the browser must allow for it, and the click that asks. Once it is
 * allowed only a new start helps, which Chromium waits for.
 */
export function CookieHeaderHelp({ view }: { view: StepView }) {
  const { store, words } = view;
  const { cookieHeader: texts } = words.options.ucm;
  const given = store.cookieHeader.value === 'given';
  return (
    <div class="help">
      <h3>{texts.title}</h3>
      <p>{given ? texts.given : texts.what}</p>
      <button
        type="button"
        class="button button-main"
        id="ucm-cookie-header"
        // asked for right here: the browser answers only to the click itself
        onClick={() => (given ? store.restart() : store.allowCookieHeader())}
      >
        {given ? texts.restart : texts.allow}
      </button>
      {store.cookieHeader.value === 'refused' && (
        <p class="field-why" role="alert">
          {texts.refused}
        </p>
      )}
    </div>
  );
}
