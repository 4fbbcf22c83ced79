import type { ConnectionTest } from '../../lib/questions/questions';
import { clockWrong, zoneName } from './clock-words';
import type { OptionsWords } from './options-words';

const lists = ['accounts', 'queues', 'groups'] as const;

/** What a UCM told beside the connection: facts, and none of them a failure. */
export function UcmTold({ told, words }: { told: ConnectionTest; words: OptionsWords }) {
  const { staff, clock = {} } = told;
  const { say, options } = words;
  return (
    <>
      {clockWrong(clock, words).map((sentence) => (
        <p key={sentence} class="said said-warn">
          {sentence}
        </p>
      ))}
      {staff && <p class="field-hint">{staffText(staff, words)}</p>}
      {clock.elsewhere && (
        <p class="field-hint">
          {say(options.test.clock.elsewhere, {
            said: zoneName(clock.elsewhere.said),
            here: zoneName(clock.elsewhere.here),
          })}
        </p>
      )}
    </>
  );
}

function staffText(staff: NonNullable<ConnectionTest['staff']>, { options, say }: OptionsWords): string {
  const { staff: texts } = options.test;
  const read = lists.flatMap((list) => {
    const count = staff[list];
    return count === 'refused' ? [] : [say(texts[list], { count })];
  });
  const refused = lists.filter((list) => staff[list] === 'refused').map((list) => texts.what[list]);
  return [
    read.length > 0 ? say(texts.read, { list: read.join(', ') }) : '',
    refused.length > 0 ? say(texts.refused, { list: refused.join(', ') }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
