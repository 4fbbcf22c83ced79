import { printColumns } from '../report/print-columns';
import { writeList } from '../report/write-list';
import { type Measured, names } from './figures';

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
  printColumns(['figure', 'value', 'floor', 'ratio', 'goal', 'verdict', 'remark'], rows);
}

/** Writes the figures of this run; those of parts that were left out stay as a former run wrote them. */
export function writeFigures(file: string, all: readonly Measured[]): void {
  writeList(
    file,
    all.map(({ figure }) => figure),
    names,
  );
}
