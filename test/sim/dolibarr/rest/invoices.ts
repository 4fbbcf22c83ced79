import { partyOfInvoice } from '../invoices';
import type { Instance, RestCall } from './context';
import { RestError } from './error';
import { need } from './thirdparties';

/** GET /invoices/{id}: of the whole object, what its thirdparty is. The id is a string in every version (tried on 14 to 24). */
export function invoices(instance: Instance, call: RestCall): unknown {
  const id = Number(call.path[1]);
  need(instance, call.user, 'facture.lire');
  const party = partyOfInvoice(instance.state, id);
  if (call.method !== 'GET' || !party) throw new RestError(404, 'Invoice not found');
  return { id: String(id), socid: String(party.id), ref: `FA2611-${String(id).padStart(4, '0')}`, lines: [] };
}
