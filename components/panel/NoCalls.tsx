import type { CardState } from '../../lib/questions/questions';
import { partyWords } from '../call/party-words';
import { Nothing } from './Nothing';
import type { PanelWords } from './panel-words';

interface NoCallsProps {
  numbers: CardState['numbers'];
  words: PanelWords;
  onSync(): void;
}

/** No call under this card: which numbers were looked for, and why the others were not. */
export function NoCalls({ numbers, words, onSync }: NoCallsProps) {
  const { panel, common } = words;
  return (
    <Nothing what={panel.noCalls} next={panel.noCallsNext} button={{ label: common.sync, press: onSync }}>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{panel.number}</th>
            <th scope="col">{panel.fieldTitle}</th>
            <th scope="col">{panel.owner}</th>
            <th scope="col">{panel.usable}</th>
          </tr>
        </thead>
        <tbody>
          {numbers.map((number) => (
            <tr key={`${number.owner.kind}${number.owner.id}${number.field}`}>
              <td class="numbers-number">{number.stored}</td>
              <td>{panel.field[number.field] ?? number.field}</td>
              <td>{partyWords(number.owner)}</td>
              <td class={number.usable === 'yes' ? '' : 'numbers-unused'}>{panel.usability[number.usable]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Nothing>
  );
}
