import { settingName } from './setting-names';
import type { StepView } from './view';

/** What of the settings was found and cannot be used; nothing where all is well. */
export function SettingsNotices({ view }: { view: StepView }) {
  const { store, words, state } = view;
  const { keeping } = words;
  const { refused, refusedPolicy, failedVersion } = state.origin;
  return (
    <>
      {failedVersion !== undefined && (
        <p class="said said-warn">{words.say(keeping.failedVersion, { version: String(failedVersion) })}</p>
      )}
      {refused.length > 0 && (
        <section class="said said-warn" aria-labelledby="refused-title">
          <strong id="refused-title">{keeping.refusedTitle}</strong>
          <p>{keeping.refusedIntro}</p>
          <ul>
            {refused.map(({ path, value }) => (
              <li key={path}>{words.say(keeping.refusedLine, { name: settingName(words, path), value })}</li>
            ))}
          </ul>
          <button type="button" class="button" onClick={() => void store.forgetRefused()}>
            {keeping.refusedForget}
          </button>
        </section>
      )}
      {refusedPolicy.length > 0 && (
        <p class="said said-warn">{words.say(keeping.refusedPolicy, { list: refusedPolicy.join(', ') })}</p>
      )}
    </>
  );
}
