import type { JSX } from 'preact';

/** Signs of the player, 16 × 16, in the colour of the text; the button says in words what they mean. */
const pictures = {
  play: 'M4 2.2v11.6a.6.600 0 0 0 .9.500l9-5.800a.6.600 0 0 0 0-1l-9-5.800a.6.600 0 0 0-.9.500z',
  pause: 'M4 2h3v12H4zM9 2h3v12H9z',
  stop: 'M3 3h10v10H3z',
  back: 'M8 3.500v9L2 8zM14 3.500v9L8 8z',
  ahead: 'M8 3.500v9L14 8zM2 3.500v9L8 8z',
  previous: 'M2.500 3h2v10h-2zM13.500 3v10L5.500 8z',
  next: 'M11.500 3h2v10h-2zM2.500 3v10l8-5z',
  download: 'M7 1.500h2v6h3L8 12 4 7.500h3zM2 13h12v1.800H2z',
  attach:
    'M5.500 4.500v6a2.500 2.500 0 0 0 5 0V4a3.900 3.900 0 0 0-7.800 0v6.500a5.300 5.300 0 0 0 10.600 0V4.500h-1.600v6a3.700 3.700 0 0 1-7.400 0V4a2.300 2.300 0 0 1 4.600 0v6.500a.9.900 0 0 1-1.800 0v-6z',
  sound:
    'M1.500 5.500H4L8 2v12l-4-3.500H1.500zM10 5.200l.9-1.300a5 5 0 0 1 0 8.200L10 10.800a3.400 3.400 0 0 0 0-5.600z',
  muted:
    'M1.500 5.500H4L8 2v12l-4-3.500H1.500zM10 6l1-1 1.500 1.500L14 5l1 1-1.500 1.500L15 9l-1 1-1.500-1.500L11 10l-1-1 1.500-1.500z',
  moment:
    'M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zm0 1.500a5 5 0 1 1 0 10A5 5 0 0 1 8 3zm-.75 2v3.500l2.600 1.560.75-1.240-1.850-1.120V5z',
} as const;

export function PlayerIcon({ name }: { name: keyof typeof pictures }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
      <path d={pictures[name]} />
    </svg>
  );
}

interface PlayerButtonProps {
  icon: keyof typeof pictures;
  label: string;
  class?: string;
  disabled?: boolean;
  onPress(): void;
}

/** One that can do nothing just now keeps the focus: a browser takes it from a disabled one, and keys would go astray. */
export function PlayerButton({ icon, label, class: look = '', disabled = false, onPress }: PlayerButtonProps) {
  return (
    <button
      type="button"
      class={`player-button ${look}`}
      title={label}
      aria-label={label}
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      <PlayerIcon name={icon} />
    </button>
  );
}
