/**
 * `npm test`: builds the extension as for tests, then runs units, components and end to end in real browsers.
 * Fails when the Chromium tests could not run; leaves Firefox's out, saying so, where there is no Firefox.
 * `npm test -- unit` runs one kind; further words go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './browsers/chromium';
import { findFirefox } from './browsers/firefox';
import { buildForTests } from './build';

const kinds = ['tree', 'unit', 'component', 'e2e'];

function run(words: readonly string[]): number {
  const wanted = words.filter((word) => kinds.includes(word));
  const rest = words.filter((word) => !kinds.includes(word));
  let projects = wanted.length > 0 ? wanted : kinds;
  let env: NodeJS.ProcessEnv = { ...process.env };
  let withoutBrowser = 0;

  if (projects.includes('e2e')) {
    try {
      env = { ...env, ...browsersAndBuilds() };
    } catch (error) {
      console.error(`The end to end tests cannot run. ${error instanceof Error ? error.message : error}`);
      projects = projects.filter((project) => project !== 'e2e');
      withoutBrowser = 1;
    }
  }
  const counted = projects.length > 0 ? runVitest(projects, rest, env) : { passed: 0, failed: 0, skipped: 0 };
  const failed = counted.failed + withoutBrowser;
  const skipped = counted.skipped > 0 ? `, ${counted.skipped} skipped` : '';
  console.log(`\n${counted.passed} passed, ${failed} failed${skipped}`);
  return failed === 0 ? 0 : 1;
}

/** What the end to end tests are told by the environment. Throws when there is no Chromium, or a build fails. */
function browsersAndBuilds(): NodeJS.ProcessEnv {
  const chromium = findChromium();
  const firefox = findFirefox();
  console.log(`Chromium: ${chromium}`);
  console.log(firefox ? `Firefox: ${firefox}` : 'Firefox: none was found, its tests are left out.');
  return {
    CALLS_CHROMIUM: chromium,
    CALLS_EXTENSION: buildForTests('chrome'),
    ...(firefox ? { CALLS_FIREFOX: firefox, CALLS_FIREFOX_EXTENSION: buildForTests('firefox') } : {}),
  };
}

function runVitest(projects: readonly string[], rest: readonly string[], env: NodeJS.ProcessEnv): Counted {
  const folder = mkdtempSync(join(tmpdir(), 'calls-report-'));
  const report = join(folder, 'report.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const { status } = spawnSync(
    process.execPath,
    [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...chosen,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
      ...rest,
    ],
    { stdio: 'inherit', env },
  );
  const counted = count(readReport(report));
  rmSync(folder, { recursive: true });
  if (projects.includes('e2e') && rest.length === 0 && counted.inChromium === 0) {
    console.error('No test could be carried out in Chromium.');
    counted.failed = Math.max(1, counted.failed);
  }
  // vitest also fails for errors that belong to no test
  return { ...counted, failed: status === 0 ? counted.failed : Math.max(1, counted.failed) };
}

interface Counted {
  passed: number;
  failed: number;
  skipped: number;
}

interface Report {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** vitest's own count of its files; none when it broke down before it could write one. */
function readReport(path: string): Report {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { testResults: [] };
}

/**
 * A file that failed without a failed test, because it could not be loaded or what its tests need could not be started,
 * counts as one failure: its tests are only left out in vitest's count.
 */
function count({ testResults }: Report) {
  const all = { passed: 0, failed: testResults.length === 0 ? 1 : 0, skipped: 0, inChromium: 0 };
  for (const { name, status, assertionResults } of testResults) {
    const of = (wanted: string) => assertionResults.filter((one) => one.status === wanted).length;
    const [passed, failed] = [of('passed'), of('failed')];
    all.passed += passed;
    all.failed += status === 'failed' ? Math.max(1, failed) : failed;
    all.skipped += assertionResults.length - passed - failed;
    if (name.includes('/test/e2e/') && !name.includes('firefox')) all.inChromium += passed;
  }
  return all;
}

process.exitCode = run(process.argv.slice(2));
