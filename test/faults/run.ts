/**
 * `npm run faults`: everything that can go wrong with a UCM, one fault after another, met by the built extension in real
 * Chromiums; then all of it again while the worker is stopped at random moments. Prints what became of the calls and writes
 * .output/faults.json. `npm run faults -- ucm status` tries the rows whose name contains the words. CALLS_EXTENSION names a
 * build for tests that is there already, CALLS_FAULTS_SEED repeats the moments of a former run, CALLS_FAULTS_BROWSERS sets
 * how many browsers share the work (2).
 */
import { join } from 'node:path';
import { buildForTests } from '../build';
import { choose } from '../report/choose';
import { printColumns } from '../report/print-columns';
import { writeList } from '../report/write-list';
import { createRandom } from '../sim';
import { kinds } from './kinds';
import { openRoom, type Room } from './room';
import type { Kind } from './run-of';
import type { Stops } from './stops';
import { type Tried, tryKind } from './try-kind';

const FILE = join('.output', 'faults.json');

/** Stops of the worker for each row of the second round, half of them after the trouble is over: 200 and more in all. */
const STOPS = 4;

interface Task {
  kind: Kind;
  stops?: Stops;
}

async function faults(words: readonly string[]): Promise<number> {
  const seed = Number(process.env['CALLS_FAULTS_SEED']) || Date.now() & 0xff_ffff;
  const tasks = [...kinds.map((kind) => ({ kind })), ...secondRound(seed)];
  const names = tasks.map(({ kind }) => kind.name);
  const chosen = choose(names, words, 'fault');
  const wanted: Task[] = tasks.filter(({ kind }) => chosen.includes(kind.name));
  const stops = wanted.filter((task) => task.stops).length * STOPS;
  console.log(`${wanted.length} rows, ${stops} stops of the worker, CALLS_FAULTS_SEED=${seed}`);

  const extension = process.env['CALLS_EXTENSION'] ?? buildForTests('chrome');
  const browsers = Math.min(Number(process.env['CALLS_FAULTS_BROWSERS']) || 2, wanted.length);
  const left = [...wanted];
  const all: Tried[] = [];
  await Promise.all(
    Array.from({ length: browsers }, async () => {
      const room = await openRoom(extension);
      try {
        await work(room, left, all);
      } finally {
        await room.close();
      }
    }),
  );
  all.sort((a, b) => names.indexOf(a.row.name) - names.indexOf(b.row.name));
  const rows = all.map(({ row }) => row);
  console.log();
  print(all);
  writeList(FILE, rows, names);
  const wrong = rows.filter(({ ok }) => !ok).length;
  const hits = wanted.reduce((sum, task) => sum + (task.stops?.hits ?? 0), 0);
  console.log(
    `\n${rows.length - wrong} ok, ${wrong} not ok; ${stops} stops of the worker, ${hits} of them in the middle of a run; ` +
      `CALLS_FAULTS_SEED=${seed}`,
  );
  return wrong === 0 ? 0 : 1;
}

/** One run of each kind, by chance, with moments that the seed tells again. */
function secondRound(seed: number): Task[] {
  return kinds.map(({ name, runs }, place) => {
    const random = createRandom(seed + place);
    const run = runs[Math.floor(random() * runs.length)];
    return {
      kind: { name: `${name}, worker stopped`, runs: run ? [run] : [] },
      stops: { count: STOPS / 2, random, hits: 0 },
    };
  });
}

async function work(room: Room, left: Task[], all: Tried[]): Promise<void> {
  for (let task = left.shift(); task; task = left.shift()) {
    const begun = Date.now();
    const tried = await tryKind(room, task.kind, task.stops);
    console.log(`${tried.row.ok ? 'ok ' : 'NO '} ${tried.row.name}, ${Math.round((Date.now() - begun) / 1000)} s`);
    for (const remark of tried.remarks) console.log(`    ${remark}`);
    all.push(tried);
  }
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
