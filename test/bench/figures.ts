/** One line of the table and of .output/bench.json. Times in ms, sizes in bytes; null where nothing was measured. */
export interface Figure {
  name: string;
  value: number | null;
  unit: string;
  /** what nothing could be faster or smaller than, in the same unit, of the same run */
  floor: number | null;
  ratio: number | null;
  /** what the value may be at most; of `fill 100k` what the ratio may be */
  goal: number;
  ok: boolean;
}

/** A figure and what belongs beside it on the screen: what its floor is, or why the goal is missed. */
export interface Measured {
  figure: Figure;
  remark: string;
}

/** In the order of the table. */
export const names = [
  'fill 100k',
  'panel asleep 10k',
  'panel asleep 250k',
  'panel asleep 1M',
  'panel awake 10k',
  'panel awake 250k',
  'panel awake 1M',
  'journal filter 10k',
  'journal filter 250k',
  'journal filter 1M',
  'journal search 10k',
  'journal search 250k',
  'journal search 1M',
  'journal statistics 10k',
  'journal statistics 250k',
  'journal statistics 1M',
  'journal choices 10k',
  'journal choices 250k',
  'journal choices 1M',
  'journal export csv 10k',
  'journal export csv 250k',
  'journal export csv 1M',
  'journal export xlsx 10k',
  'journal export xlsx 250k',
  'journal export xlsx 1M',
  'journal scroll 250k',
  'journal scroll 1M',
  'filter 1M',
  'search 1M',
  'statistics 1M',
  'script on empty page bytes',
  'poll requests',
  'player first sound',
  'player first sound bytes',
  'player two hours first sound',
  'player two hours end',
  'player two hours memory',
  'player firefox first sound',
  'player firefox silence',
] as const;

export type Name = (typeof names)[number];

interface Found {
  name: Name;
  value: number | null;
  unit: 'ms' | 'bytes' | 'requests';
  floor?: number | null;
  goal: number;
  ok?: boolean;
  remark: string;
}

export function measured({ name, value, unit, floor = null, goal, ok, remark }: Found): Measured {
  const ratio = value !== null && floor ? rounded(value / floor) : null;
  const within = ok ?? (value !== null && value <= goal);
  const figure = {
    name,
    value: value && rounded(value),
    unit,
    floor: floor && rounded(floor),
    ratio,
    goal,
    ok: within,
  };
  return { figure, remark };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Two figures after the point below a hundred, none above. */
export function rounded(value: number): number {
  return Math.abs(value) < 100 ? Math.round(value * 100) / 100 : Math.round(value);
}
