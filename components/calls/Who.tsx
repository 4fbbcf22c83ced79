import type { JournalLine } from '../../lib/questions/journal';
import { partyWords } from '../call/party-words';
import type { CallsWords } from './calls-words';

/** Whoever has the number, each a link to the card; else the name the caller sent, in quotation marks: it is not ours. */
export function Who({ line, words }: { line: JournalLine; words: CallsWords }) {
  const { panel, popup, say, common } = words;
  if (line.parties.length === 0) {
    return line.name === '' ? null : <span class="quiet">{say(popup.quoted, { name: line.name })}</span>;
  }
  return (
    <>
      {line.parties.map((party, i) => (
        <span key={`${party.kind}${party.id}`}>
          {i > 0 && ', '}
          {party.card === '' ? (
            partyWords(party)
          ) : (
            <a href={party.card} target="_blank" rel="noreferrer" title={`${partyWords(party)} ${common.newTab}`}>
              {partyWords(party)}
            </a>
          )}
        </span>
      ))}
      {line.strength === 'probable' && (
        <span class="mark" title={panel.probableWhy}>
          {panel.probable}
        </span>
      )}
    </>
  );
}
