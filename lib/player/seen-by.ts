import type { Playing } from './playing';

/**
 * What the page of a party is told of what plays. Of another party's recording: that something plays, how far it is, and
 * nothing that tells whose or which it is;
 * nothing at all when it does not sound and only its own card could do something about it.
 */
export function seenBy(owner: string, { owner: theirs, ...playing }: Playing & { owner: string }): Playing | undefined {
  if (theirs === owner) return playing;
  if (playing.status === 'ended' || playing.status === 'failed') return undefined;
  const { error: _named, ...rest } = playing;
  return { ...rest, recording: { call: '', n: 0 }, of: 1, label: '', card: '', peaks: [] };
}
