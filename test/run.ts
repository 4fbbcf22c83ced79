/**
 * `npm test`: builds the extension as for tests, then runs units, components and end to end in real browsers.
 * Fails when the Chromium tests could not run; leaves Firefox's out, saying so, where there is no Firefox.
 * `npm test -- unit` runs one kind; further words go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './browsers/chromium';
import { findFirefox } from './browsers/firefox';
import { buildForTests } from './build';

const kinds = ['tree', 'unit', 'component', 'e2e'];

function run(words: readonly string[]): number {
  const wanted = words.filter((word) => kinds.includes(word));
  const rest = words.filter((word) => !kinds.includes(word));
  const projects = wanted.length > 0 ? wanted : kinds;
  const env: NodeJS.ProcessEnv = { ...process.env };

  if (projects.includes('e2e')) {
    try {
      env['CALLS_CHROMIUM'] = findChromium();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    }
    console.log(`Chromium: ${env['CALLS_CHROMIUM']}`);
    env['CALLS_EXTENSION'] = buildForTests('chrome');
    const firefox = findFirefox();
    console.log(firefox ? `Firefox: ${firefox}` : 'Firefox: none found, its tests are left out.');
    if (firefox) {
      env['CALLS_FIREFOX'] = firefox;
      env['CALLS_FIREFOX_EXTENSION'] = buildForTests('firefox');
    }
  }

  const report = join(mkdtempSync(join(tmpdir(), 'calls-report-')), 'report.json');
  const { status } = spawnSync(
    process.execPath,
    [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
      ...rest,
    ],
    { stdio: 'inherit', env },
  );
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed${skipped}`);
  return status ?? 1;
}

process.exitCode = run(process.argv.slice(2));
