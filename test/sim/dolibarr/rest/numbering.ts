import type { Party } from '../state';
import type { Instance } from './context';
import { RestError } from './error';

/** What a thirdparty's code becomes, by the numbering module in use (section 2, the table). */
export function takeCode(
  { state, options, now }: Instance,
  party: Party,
  which: 'code_client' | 'code_fournisseur',
  asked: unknown,
): string {
  const module = options.numbering ?? 'monkey';
  const text = asked === undefined || asked === null ? '' : String(asked);
  const wanted = which === 'code_client' ? party.client > 0 : party.fournisseur === 1;
  const automatic = text === '-1' || text === 'auto';
  if (!automatic && text !== '') {
    if ([...state.parties.values()].some((other) => other[which] === text)) {
      throw new RestError(500, 'Error creating thirdparty', 'ErrorCustomerCodeAlreadyUsed');
    }
    return text;
  }
  if (!wanted || module === 'leopard') return '';
  if (!automatic) {
    if (module === 'elephant') throw new RestError(500, 'Error creating thirdparty', 'ErrorCustomerCodeRequired');
    return '';
  }
  const count = [...state.parties.values()].filter((other) => other[which] !== '').length + 1;
  const prefix = which === 'code_client' ? 'C' : 'S';
  if (module === 'elephant') return `${prefix}${String(count).padStart(4, '0')}`;
  const month = new Date(now() * 1000).toISOString().slice(2, 7).replace('-', '');
  return `${prefix}U${month}-${String(10_000 + count)}`;
}
