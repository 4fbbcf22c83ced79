import { type Signal, signal } from '@preact/signals';
import { render } from '@testing-library/preact';
import type { PanelFilter } from '../../../components/panel/filter';
import { noFilter } from '../../../components/panel/filter';
import { Panel } from '../../../components/panel/Panel';
import { createPanelWords } from '../../../components/panel/panel-words';
import type { PartyRef } from '../../../lib/questions/questions';
import * as fr from '../../../lib/text/fr';
import { askAbout, type Card, garageCard, now, type Questioned } from './garage';

export interface ShownPanel extends Questioned {
  card: Card;
  filter: Signal<PanelFilter>;
  changed: Signal<number>;
  now: Signal<number>;
  stale: Signal<boolean>;
}

/** The panel of Garage Lefèvre on a French page, with what the person before it can see and the background can do. */
export function showPanel(part: Partial<Card> = {}, filtered: Partial<PanelFilter> = {}): ShownPanel {
  const card = garageCard(part);
  const { ask, asked } = askAbout(card);
  const shown = {
    filter: signal({ ...noFilter, ...filtered }),
    changed: signal(0),
    now: signal(now),
    stale: signal(false),
  };
  const openAddress = ({ id }: PartyRef): string => `https://erp.example/societe/card.php?socid=${id}#calls`;
  render(
    <Panel
      ask={ask}
      party={{ kind: 'thirdparty', id: 2 }}
      words={createPanelWords(fr, 'fr-FR')}
      openAddress={openAddress}
      reload={() => undefined}
      {...shown}
    />,
  );
  return { card, ask, asked, ...shown };
}
