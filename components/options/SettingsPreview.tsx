import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Settings } from '../../lib/settings/settings';
import type { SettingsFileRead } from '../../lib/settings/settings-file';
import type { OptionsWords } from './options-words';
import { settingName, settingValue } from './setting-names';

interface SettingsPreviewProps {
  name: string;
  read: Extract<SettingsFileRead, { problem?: undefined }>;
  words: OptionsWords;
  apply: (wanted: Settings) => void;
  close: () => void;
}

/** What a file of settings would change, value by value, and what of it stays. */
export function SettingsPreview({ name, read, words, apply, close }: SettingsPreviewProps) {
  const { file: texts } = words.keeping;
  const { changes, refused, wanted } = read;
  const count = changes.filter(({ locked }) => !locked).length;
  const head = useRef<HTMLHeadingElement>(null);
  // at once after drawing: later it could take the focus from where a quick person has put it
  useLayoutEffect(() => head.current?.focus(), [read]);
  return (
    <div class="preview">
      <h3 ref={head} tabIndex={-1}>
        {words.say(changes.length > 0 ? texts.changes : texts.none, { file: name, count: changes.length })}
      </h3>
      {changes.length > 0 && (
        <table class="log">
          <thead>
            <tr>
              <th scope="col">{texts.setting}</th>
              <th scope="col">{texts.now}</th>
              <th scope="col">{texts.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ path, from, to, locked }) => (
              <tr key={path}>
                <th scope="row">{settingName(words, path)}</th>
                <td>{settingValue(words, path, from)}</td>
                <td>{locked ? texts.stays : settingValue(words, path, to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refused.length > 0 && (
        <p class="said said-warn">
          {words.say(texts.refused, { list: refused.map((path) => settingName(words, path)).join(', ') })}
        </p>
      )}
      <div class="test-buttons">
        {count > 0 && (
          <button type="button" class="button button-main" onClick={() => apply(wanted)}>
            {words.say(texts.apply, { count })}
          </button>
        )}
        <button type="button" class="button" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </div>
  );
}
