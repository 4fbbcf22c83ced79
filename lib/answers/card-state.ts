import { type NumberPlan, readNumber, suffixKey } from '../calls/number';
import type { CardState, SyncState } from '../questions/questions';
import type { StoredPhone } from '../store/parties';
import { type CardNumbers, nameOf, partyOf } from './card-numbers';

/** What is looked for on a card, number by number, and what stands in the way. */
export function stateOf(numbers: CardNumbers, plan: NumberPlan, sync: SyncState): CardState {
  // Nobody dialled what stands in Dolibarr: it has no prefix of an outside line.
  const storedPlan = { ...plan, outsidePrefix: '' };
  return {
    party: numbers.party && nameOf(partyOf(numbers.party)),
    numbers: numbers.phones.map(({ owner, phone }) => ({
      field: phone.field,
      stored: phone.stored,
      owner: nameOf(partyOf(owner)),
      usable: usable(phone, storedPlan),
    })),
    sync,
  };
}

function usable(phone: StoredPhone, plan: NumberPlan): CardState['numbers'][number]['usable'] {
  const read = readNumber(phone.e164 === '' ? phone.digits : phone.e164, plan);
  if (read.kind === 'own') return 'own';
  if (read.kind === 'extension') return 'internal';
  return read.kind === 'outside' && suffixKey(read.digits) !== '' ? 'yes' : 'unreadable';
}
