import type { Player } from './create-player';

/** s that the arrows and buttons jump, and J and L */
export const step = 5;
const bigStep = 10;

/**
 * A key pressed inside the player; true when it meant something. What has a use for the key itself keeps it: a button
 * its space bar, a slider of the browser's own and a choice their arrows and letters.
 */
export function pressKey(event: KeyboardEvent, player: Player): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return false;
  const onButton =
    target instanceof HTMLButtonElement || (target instanceof HTMLElement && target.tagName === 'SUMMARY');
  if (event.key === ' ' && onButton) return false;
  const does = keys[event.key.toLowerCase()];
  if (!does) return false;
  does(player);
  return true;
}

const by = (seconds: number) => (player: Player) => player.seek(player.position() + seconds);
const toggle = (player: Player): void => player.toggle();

const keys: Record<string, (player: Player) => void> = {
  ' ': toggle,
  k: toggle,
  j: by(-bigStep),
  l: by(bigStep),
  arrowleft: by(-step),
  arrowright: by(step),
  home: (player) => player.seek(0),
  m(player) {
    const now = player.playing.peek();
    if (now) player.volume(now.volume, !now.muted);
  },
};
