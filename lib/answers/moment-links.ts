import { momentReference } from '../calls/moment';
import type { MomentLinks } from '../dolibarr/note-html';
import { callsAddress } from '../dolibarr/page';
import { lineKey, markOf } from '../store/columns';
import type { NotedCall } from '../store/notes';

/**
 * Links into the Calls tab of the card under which the call is filed: at this call, this recording, this second. The key
 * in it is the same in every browser.
 */
export function momentLinks(root: string, call: NotedCall): MomentLinks | undefined {
  const { thirdparty, contact, start } = call;
  if (root === '' || (thirdparty === 0 && contact === 0)) return undefined;
  const card = callsAddress(
    new URL(root).pathname.replace(/\/+$/, ''),
    thirdparty > 0 ? { kind: 'thirdparty', id: thirdparty } : { kind: 'contact', id: contact },
  );
  const key = lineKey(start, markOf(call.id));
  return {
    length: call.end - start,
    addressOf: (moment) => `${card}?play=${momentReference(key, moment)}`,
  };
}
