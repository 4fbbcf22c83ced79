import { readContacts, readThirdparties } from '../../lib/dolibarr/parties';
import type { PartyRef } from '../../lib/questions/questions';
import type { PartyStore } from '../../lib/store/parties';
import type { Connections } from './connections';
import type { Numbers } from './numbers';
import type { Change } from './tell-changes';

export interface LearnParts {
  parties: PartyStore;
  connections: Pick<Connections, 'dolibarr' | 'dolibarrReady'>;
  numbers: Numbers;
  changed(what: Change): void;
  /** UTC epoch ms */
  now(): number;
}

/** Reads one party into the directory, where its numbers count from then on. */
export type LearnParty = (party: PartyRef) => Promise<void>;

export function createLearnParty({ parties, connections, numbers, changed, now }: LearnParts): LearnParty {
  return async ({ kind, id }) => {
    await connections.dolibarrReady();
    const list = kind === 'thirdparty' ? readThirdparties : readContacts;
    const { parties: found } = await list(connections.dolibarr, { limit: 1, ids: [id] });
    // a reading of the whole directory under way must not drop it: it counts as seen now
    const news = await parties.put(found.map((party) => numbers.toStored(party, now())));
    if (news > 0) changed('directory');
  };
}
