/** Signs of a note at most: a long protocol fits, a whole document pasted by mistake does not. */
export const LONGEST_NOTE = 10_000;
