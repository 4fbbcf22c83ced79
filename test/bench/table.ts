import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Figure, type Measured, names } from './figures';

export function printTable(all: readonly Measured[]): void {
  const rows = all.map(({ figure, remark }) => [
    figure.name,
    figure.value === null ? '–' : `${figure.value} ${figure.unit}`,
    figure.floor === null ? '–' : `${figure.floor}`,
    figure.ratio === null ? '–' : `${figure.ratio} ×`,
    figure.name === 'fill 100k' ? `≤ ${figure.goal} ×` : `≤ ${figure.goal}`,
    figure.ok ? 'ok' : 'MISSED',
    remark,
  ]);
  const head = ['figure', 'value', 'floor', 'ratio', 'goal', 'verdict', 'remark'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)));
    console.log(cells.join('  '));
  }
}

/** Writes the figures of this run; those of parts that were left out stay as a former run wrote them. */
export function writeFigures(file: string, all: readonly Measured[]): void {
  const figures = new Map(formerFigures(file).map((figure) => [figure.name, figure]));
  for (const { figure } of all) figures.set(figure.name, figure);
  const listed = names.map((name) => figures.get(name)).filter((figure) => figure !== undefined);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(listed, null, 2)}\n`);
}

function formerFigures(file: string): Figure[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // the first run, or a file cut off in the middle
    return [];
  }
}
