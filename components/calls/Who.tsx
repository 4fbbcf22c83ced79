import type { JournalLine } from '../../lib/questions/journal';
import { partyWords } from '../call/party-words';
import type { CallsWords } from './calls-words';

interface WhoProps {
  line: JournalLine;
  words: CallsWords;
  /** in a list whose lines are gone through by the arrows the Tab key passes links over: Enter opens the call, which has them */
  inLine?: boolean;
}

/** Whoever has the number, each a link to the card; else the name the caller sent, in quotation marks: it is not ours. */
export function Who({ line, words, inLine = false }: WhoProps) {
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
            <a
              href={party.card}
              {...(inLine && { tabIndex: -1 })}
              target="_blank"
              rel="noreferrer"
              title={`${partyWords(party)} ${common.newTab}`}
            >
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
