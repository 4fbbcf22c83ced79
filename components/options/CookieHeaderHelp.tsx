import type { StepView } from './view';

/** A machine that wants its session in a header: what the browser must allow for it, and the click that asks. */
export function CookieHeaderHelp({ view }: { view: StepView }) {
  const { store, words } = view;
  const { cookieHeader: texts } = words.options.ucm;
  return (
    <div class="help">
      <h3>{texts.title}</h3>
      <p>{texts.what}</p>
      <button
        type="button"
        class="button button-main"
        id="ucm-cookie-header"
        // asked for right here: the browser answers only to the click itself
        onClick={() => store.allowCookieHeader()}
      >
        {texts.allow}
      </button>
      {store.cookieHeaderRefused.value && (
        <p class="field-why" role="alert">
          {texts.refused}
        </p>
      )}
    </div>
  );
}
