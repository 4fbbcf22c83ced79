import type { Answered, Asked, PartyRef } from '../../lib/questions/questions';
import type { TextsWorld } from '../../lib/text/text-files';

/** What the panel's script needs to know from the small one. */
export interface PanelOpening {
  /** stands where the fiche was; the panel fills it */
  host: HTMLElement;
  party: PartyRef;
  /** address of Dolibarr without a slash at the end */
  root: string;
  /** id of the Dolibarr user who is logged in; 0 when the page does not tell */
  user: number;
  /** eldy, md, or somebody's own */
  theme: string;
  /** as the page says it: fr_FR */
  pageLanguage: string;
  /** asked while the panel's script was on its way, when the address wants no filter */
  first?: FirstAnswer;
}

export interface FirstAnswer {
  asked: Asked<'card.calls'>;
  answered: Promise<Answered<'card.calls'>>;
  /** the same, once it is there: the panel then draws its first frame with it */
  arrived?: Answered<'card.calls'>;
}

/** Draws the panel; what it answers takes the panel away again. */
export type OpenPanel = (opening: PanelOpening) => () => void;

/**
 * Both scripts live in the extension's own world of the page and share its globals; the page's world does not see
 * them. The panel's script, injected when it is needed first, puts this here.
 */
/** Draws the bar of what plays, on a card or on any other page. */
export type OpenBar = (opening: BarOpening) => () => void;

export type BarOpening = Pick<PanelOpening, 'host' | 'theme' | 'pageLanguage'> & {
  /** undefined where the page is no card */
  party: PartyRef | undefined;
};

/** Draws what stands beside the tab: the last calls, or a count. */
export type OpenAside = (
  opening: Pick<PanelOpening, 'root' | 'pageLanguage'> & {
    /** undefined on a page that is no card */
    party: PartyRef | undefined;
  },
) => () => void;

interface CallsWorld extends TextsWorld {
  /** undefined as well when the script came without its texts */
  callsOpenAside?: OpenAside | undefined;
  callsOpenPanel?: OpenPanel | undefined;
  /** the small script waits: called by the panel's own when it is there, sooner than the background can say so */
  callsPanelCame?(): void;
  callsOpenBar?: OpenBar | undefined;
}

// globalThis has no index signature: the one property of ours is typed here and nowhere else
export const callsWorld = globalThis as CallsWorld; // the cast only adds the property above
