import { attachToEvent } from '../../lib/dolibarr/documents';
import { AppError } from '../../lib/errors';
import type { Log } from '../../lib/log';
import type { RecordingRef } from '../../lib/player/playing';
import type { PartyRef } from '../../lib/questions/questions';
import type { Language } from '../../lib/text/texts';
import type { Connections } from './connections';
import type { CardNotes } from './notes';
import { base64 } from './recording-file';
import type { Recordings } from './recordings';

interface Parts {
  connections: Connections;
  cardNotes: CardNotes;
  recordings: Recordings;
  log: Log;
}

/** Bytes of a file that goes into one request: twenty minutes; the server holds it several times in memory. */
const MOST = 20 * 1024 * 1024;

/** Puts a recording of one of a card's calls beside the call's event in Dolibarr, making the event when there is none. */
export type Attach = (
  party: PartyRef,
  recording: RecordingRef,
  page: { user: number; language: Language },
) => Promise<'attached' | 'there'>;

export function createAttach({ connections, cardNotes, recordings, log }: Parts): Attach {
  return async (party, recording, page) => {
    await connections.dolibarrReady();
    const { name, bytes } = await recordings.whole(party, recording, MOST);
    const event = await cardNotes.eventOf(party, recording.call, page);
    if (event === 0) throw new AppError('call-gone');
    // One sign that a version may change would make it another file for the next who attaches it.
    const plain = name.replace(/[^A-Za-z0-9.-]+/g, '_');
    const result = await attachToEvent(connections.dolibarr, event, { name: plain, base64: base64(bytes) });
    await log.add('attached', { recording: plain, result });
    return result;
  };
}
