/**
 * `npm run test:dolibarr -- --url URL --key KEY --sales-key KEY`: everything the extension writes, against a real Dolibarr
 * of one's own. What it makes has a mark of the run in its name, is listed, and is removed; anything left behind is an error.
 */
import { readArguments, type SuiteArguments } from './arguments';
import { createLedger, type Ledger, ledgerPaths } from './ledger';
import { createReport } from './report';
import { restOf, runSuite } from './suite';
import { newestEvent, tidy } from './tidy';

async function run(asked: SuiteArguments): Promise<number> {
  const stamp = Date.now();
  const mark = `essai${stamp.toString(36)}`;
  // a country that does not exist: nobody has such a number
  const digits = `9990${String(stamp % 1_000_000).padStart(6, '0')}`;
  const ledger = createLedger();
  const report = createReport((line) => console.log(line));
  console.log(`${asked.url}, mark ${mark}, ${asked.rounds} rounds of each race\n`);
  const chief = restOf(asked.url, asked.key, ledger.fetch);
  const newest = await newestEvent(chief);
  try {
    await runSuite(asked, { mark, digits }, ledger, report);
  } finally {
    // whatever broke: nothing of it stays
    const left = await tidy(chief, ledger, mark, newest);
    printLedger(ledger);
    console.log(left.length === 0 ? 'Nothing is left behind.' : `LEFT BEHIND: ${left.join(', ')}`);
    if (left.length > 0 || report.failures() > 0) process.exitCode = 1;
  }
  console.log(report.failures() === 0 ? '\nAll of it held.' : `\n${report.failures()} did not hold.`);
  return report.failures();
}

function printLedger(ledger: Ledger): void {
  console.log();
  for (const path of ledgerPaths) {
    const made = ledger.made(path);
    console.log(`${path}: ${made.length} made (${ranges(made)}), ${ledger.removed(path).size} removed`);
  }
}

/** 3–7, 12 */
function ranges(ids: readonly number[]): string {
  const sorted = [...new Set(ids)].sort((one, other) => one - other);
  const parts: [number, number][] = [];
  for (const id of sorted) {
    const last = parts.at(-1);
    if (last && id === last[1] + 1) last[1] = id;
    else parts.push([id, id]);
  }
  // races leave many stretches, since others number theirs between
  if (parts.length > 12) return `between ${sorted[0]} and ${sorted.at(-1)}`;
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ') || 'none';
}

try {
  await run(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
