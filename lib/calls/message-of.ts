/** A message that was left: the leg into the mailbox. */
export interface LeftMessage {
  /** extension whose mailbox it is; '' when the leg does not say */
  mailbox: string;
  /** UTC epoch seconds */
  start: number;
  /** s */
  duration: number;
}

/** s between the leg and the time in its file's name */
const slack = 60;

/**
 * Whether a file of this name, mailbox folder included (`203/…`), can be that message. No manual says how messages are
 * named: only one that carries its time is taken, since somebody else's message is worse than none.
 */
export function isMessageOf(name: string, { mailbox, start, duration }: LeftMessage): boolean {
  const folder = /^(\d{2,8})\//.exec(name)?.[1];
  if (folder !== undefined && folder !== mailbox) return false;
  const epochs = [...name.matchAll(/(?<!\d)1\d{9}(?!\d)/g)].map(([digits]) => Number(digits));
  return epochs.some((epoch) => epoch >= start - slack && epoch <= start + duration + slack);
}
