/**
 * `npm run faults`: everything that can go wrong with a UCM, one fault after another, met by the built extension in a real
 * Chromium; prints what became of the calls and writes .output/faults.json. `npm run faults -- ucm status` tries those
 * whose name contains the words. CALLS_EXTENSION names a build that is there, for tests, already.
 */
import { join } from 'node:path';
import { buildForTests } from '../build';
import { choose } from '../report/choose';
import { printColumns } from '../report/print-columns';
import { writeList } from '../report/write-list';
import { kinds } from './kinds';
import { openRoom } from './room';
import { type Tried, tryKind } from './try-kind';

const FILE = join('.output', 'faults.json');

async function faults(words: readonly string[]): Promise<number> {
  const names = kinds.map(({ name }) => name);
  const chosen = choose(names, words, 'fault');
  const extension = process.env['CALLS_EXTENSION'] ?? buildForTests('chrome');
  const all: Tried[] = [];
  const room = await openRoom(extension);
  try {
    for (const kind of kinds.filter(({ name }) => chosen.includes(name))) {
      const tried = await tryKind(room, kind);
      console.log(`${tried.row.ok ? 'ok ' : 'NO '} ${tried.row.name}`);
      for (const remark of tried.remarks) console.log(`    ${remark}`);
      all.push(tried);
    }
  } finally {
    await room.close();
  }
  console.log();
  print(all);
  writeList(
    FILE,
    all.map(({ row }) => row),
    names,
  );
  return all.every(({ row }) => row.ok) ? 0 : 1;
}

function print(all: readonly Tried[]): void {
  printColumns(
    ['fault', 'runs', 'to the end', 'lost', 'doubled', 'attempts', 'silence', 'verdict'],
    all.map(({ row, ended }) => [
      row.name,
      `${row.runs}`,
      `${ended}`,
      `${row.lost}`,
      `${row.doubled}`,
      `${row.attempts}`,
      `${row.silenceMs} ms`,
      row.ok ? 'ok' : 'NOT OK',
    ]),
  );
}

try {
  process.exitCode = await faults(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
