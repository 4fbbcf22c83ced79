import type { MatchReason } from '../../lib/questions/questions';
import { partyWords } from '../call/party-words';
import type { PanelWords } from './panel-words';

interface ReasonsProps {
  reasons: MatchReason[];
  /** the number of the call as the list shows it */
  number: string;
  words: PanelWords;
}

/** Which field of whom brought the call here, in a sentence each. */
export function Reasons({ reasons, number, words }: ReasonsProps) {
  const { panel, say } = words;
  if (reasons.length === 0) return <p>{panel.noReason}</p>;
  return (
    <>
      {reasons.map((reason) => (
        <p key={`${reason.party.kind}${reason.party.id}${reason.field}`}>
          {say(reason.strength === 'exact' ? panel.reasonExact : panel.reasonProbable, {
            number,
            stored: reason.stored,
            field: panel.field[reason.field] ?? reason.field,
            party: partyWords(reason.party),
          })}
        </p>
      ))}
    </>
  );
}
