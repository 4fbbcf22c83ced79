import { type Access, accessOf, type Machine } from './machine';
import type { StepView } from './view';

/** Whether the browser lets the extension reach this one host, and the button that asks for it. */
export function AccessRow({ machine, view }: { machine: Machine; view: StepView }) {
  const { store, words, settings, state } = view;
  const { access: texts } = words.options;
  const access = accessOf(machine, settings, state.access);
  const refused = store.refused[machine].value && access.pattern !== '' && !access.granted;
  return (
    <div class={`access ${access.granted ? 'access-granted' : ''}`}>
      <h3>{texts.title}</h3>
      <p role="status">{words.say(access.granted ? texts.granted : wantedText(access, view), { host: access.host })}</p>
      {access.pattern !== '' && !access.granted && (
        <button
          type="button"
          class="button button-main"
          id={`${machine}-access`}
          // asked for right here: the browser answers only to the click itself
          onClick={() => store.allow(machine)}
        >
          {words.say(texts.allow, { host: access.host })}
        </button>
      )}
      {refused && (
        <p class="field-why" role="alert">
          {texts.refused}
        </p>
      )}
    </div>
  );
}

function wantedText(access: Access, { words }: StepView): string {
  return access.pattern === '' ? words.options.access.first : words.options.access.wanted;
}
