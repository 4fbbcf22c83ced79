import type { CardAnswers } from '../../lib/answers/card';
import { thirdpartyOf } from '../../lib/dolibarr/object-party';
import { objectOfAddress } from '../../lib/dolibarr/page';
import { AppError } from '../../lib/errors';
import { tabOf } from '../../lib/questions/rules';
import type { SettingsStore } from '../../lib/settings/settings-store';
import { spokenLanguage } from '../../lib/text/texts';
import type { Answers } from './answers';
import type { Connections } from './connections';
import { injectAside } from './content-scripts';
import { openCallsPage } from './open-page';

export interface AsideParts {
  card: Pick<CardAnswers, 'count'>;
  settings: Pick<SettingsStore, 'read'>;
  connections: Pick<Connections, 'dolibarr' | 'dolibarrReady'>;
}

type AsideQuestion = 'page.aside' | 'page.object' | 'page.allCalls';

/** Objects whose thirdparty is remembered, for as long as the background lives: pages are loaded again and again. */
const REMEMBERED = 200;

/** What pages of Dolibarr ask beside the tab. Whose page it is, is read from the sender's address alone. */
export function asideAnswers({ card, settings, connections }: AsideParts): Pick<Answers, AsideQuestion> {
  const known = new Map<string, number>();

  async function thirdpartyAt(address: string): Promise<number> {
    const { root } = (await settings.read()).dolibarr;
    const object = objectOfAddress(address, root);
    if (!object) return 0;
    const name = `${root} ${object.folder} ${object.id}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    await connections.dolibarrReady();
    const id = await thirdpartyOf(connections.dolibarr, object);
    if (known.size >= REMEMBERED) known.clear();
    // what may not be read today may be granted tomorrow
    if (id > 0) known.set(name, id);
    return id;
  }

  return {
    async 'page.aside'({ language }, sender) {
      const tab = tabOf(sender);
      if (tab === undefined) throw new AppError('forbidden');
      await injectAside(tab, spokenLanguage((await settings.read()).language, [language]));
      return undefined;
    },
    async 'page.object'(_asked, sender) {
      const id = await thirdpartyAt(sender.url ?? '');
      if (id === 0) return undefined;
      const party = { kind: 'thirdparty' as const, id };
      return { party, count: await card.count(party) };
    },
    async 'page.allCalls'({ at }) {
      await openCallsPage(at && `#${at}`);
      return undefined;
    },
  };
}
