/**
 * Marks on elements of Dolibarr's that were changed, with what they were before. A live script puts everything back by
 * itself; they are for its successor, when a script died without a word (Firefox ends it with its extension's version).
 */
export const leftover = {
  /** on what was hidden: its own `display`, with its priority */
  hidden: 'data-calls-hidden',
  /** on the tab that was the open one */
  active: 'data-calls-active',
  /** on our line of the list under “…” */
  listed: 'data-calls-listed',
} as const;
