import type { PartyRef } from './questions';

/** What any page of Dolibarr may ask; of whom an answer tells is read from its address, never from what it says. */
export interface AsideQuestions {
  /** injects the script that draws what stands beside the tab; `language`: of the page, as it says */
  'page.aside': { asked: { language: string }; answered: undefined };
  /**
   * The thirdparty of the proposal, order, invoice or project in the page's address, as Dolibarr itself says, and how many
   * calls it has; undefined for any other page, and where the key may not read the object.
   */
  'page.object': { asked: undefined; answered: { party: PartyRef; count: number } | undefined };
  /** opens the page of all calls, or turns to it; `at`: which view (`/journal?direction=in`), '' for where it is */
  'page.allCalls': { asked: { at: string }; answered: undefined };
}
