import type { KeyUser } from '../dolibarr/key-user';
import type { NotedCall } from '../store/notes';

/**
 * The event of a call as it is made, its note being HTML; '' for none. `beside`: the call has an event that this user may not
 * write into, so his own bears his id in its reference.
 */
export function newEvent(call: NotedCall, user: KeyUser, { beside, note }: { beside: boolean; note: string }) {
  const key = call.keys[0] ?? `ucm:${call.id}`;
  return {
    ref: beside ? `${key}:u${user.id}` : key,
    ownerId: user.id,
    label: call.label,
    start: call.start,
    end: call.end,
    socid: call.thirdparty,
    contactId: call.contact,
    note,
  };
}
