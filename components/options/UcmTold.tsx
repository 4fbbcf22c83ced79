import type { ConnectionTest } from '../../lib/questions/questions';
import type { OptionsWords } from './options-words';

const lists = ['accounts', 'queues', 'groups'] as const;

/** What a UCM told beside the connection: facts, and none of them a failure. */
export function UcmTold({ told, words }: { told: ConnectionTest; words: OptionsWords }) {
  if (!told.staff) return null;
  return <p class="field-hint">{staffText(told.staff, words)}</p>;
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
