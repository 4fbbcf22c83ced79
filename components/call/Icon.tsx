import type { ComponentChildren, JSX } from 'preact';

/**
 * Small pictures of our own, 16 × 16, in the colour of the text. Dolibarr's icon font does not reach into a shadow
 * root. They are decoration: whoever uses one says in words what it means.
 */
const pictures = {
  phone: (
    <path d="M3.5 1h2.1l1.6 3.7-1.7 1.6a9.6 9.6 0 0 0 4.2 4.2l1.6-1.7L15 10.4v2.1A2.5 2.5 0 0 1 12.5 15 11.5 11.5 0 0 1 1 3.5 2.5 2.5 0 0 1 3.5 1z" />
  ),
  in: <Strokes d="M13 3 4 12M4 5.5V12h6.5" />,
  out: <Strokes d="M3 13 12 4M5.5 4H12v6.5" />,
  internal: <Strokes d="M2 5.500h11.500M11 2.500l3 3-3 3M14 10.500H2.500M5 7.500l-3 3 3 3" />,
  external: <Strokes d="M2 8h11.500M10 4l4 4-4 4" />,
  sync: (
    <Strokes d="M13.5 6.500A6 6 0 0 0 3 4.500L1.8 6M1.8 2.200V6h3.800M2.5 9.500A6 6 0 0 0 13 11.500l1.2-1.500M14.2 13.800V10h-3.8" />
  ),
  options: (
    <g fill="none" stroke="currentColor">
      <circle cx="8" cy="8" r="4" stroke-width="2.6" />
      <circle cx="8" cy="8" r="6.3" stroke-width="2.4" stroke-dasharray="2.474" stroke-dashoffset="1.237" />
    </g>
  ),
  search: <Strokes d="M11 6.500a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10 10l4 4" />,
  clear: <Strokes d="M3.5 3.500l9 9M12.5 3.500l-9 9" />,
  open: <Strokes d="M5.5 2.5 11 8l-5.5 5.5" />,
  recording: <Strokes d="M7.2 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM14.8 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM4.2 11h7.6" />,
  note: <Strokes d="M3 2.500h10v7.500l-3.500 3.500H3zM5.500 6h5M5.500 9h2.500" />,
  others: (
    <path d="M6 8a2.8 2.8 0 1 0 0-5.600A2.8 2.8 0 0 0 6 8zM1 13.500C1 11 3 9.3 6 9.300s5 1.7 5 4.200zM11 7.800a2.3 2.3 0 1 0-.9-4.4 4 4 0 0 1-.4 4c.4.3.8.4 1.3.4zM12.3 13.500H15c0-2.3-1.5-3.9-3.8-4 .8 1 1.2 2.3 1.1 4z" />
  ),
  warning: (
    <path
      d="M8 1.300a1 1 0 0 1 .9.500l6.5 11.400a1 1 0 0 1-.9 1.500h-13a1 1 0 0 1-.9-1.500L7.1 1.800a1 1 0 0 1 .9-.5zM7.1 5.500l.3 4.500h1.200l.3-4.500zM8 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z"
      fill-rule="evenodd"
    />
  ),
  info: (
    <path
      d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM7 7v5h2V7zM8 3.800a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.400z"
      fill-rule="evenodd"
    />
  ),
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof pictures;

export function Icon({ name }: { name: IconName }) {
  return <Frame name={name}>{pictures[name]}</Frame>;
}

function Frame({ name, children }: { name: IconName; children: ComponentChildren }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
      {children}
    </svg>
  );
}

function Strokes({ d }: { d: string }) {
  return (
    <path d={d} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
  );
}
