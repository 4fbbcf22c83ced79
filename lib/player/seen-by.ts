import type { Playing } from './playing';

/**
 * What the page of a party is told of what plays. Of another party's recording: that something plays, how far it is, and
 * nothing that tells whose or which it is.
 */
export function seenBy(owner: string, { owner: theirs, ...playing }: Playing & { owner: string }): Playing {
  if (theirs === owner) return playing;
  const { error: _named, ...rest } = playing;
  return { ...rest, recording: { call: '', n: 0 }, of: 1, label: '', card: '', peaks: [] };
}
