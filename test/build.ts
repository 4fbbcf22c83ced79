import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** Builds for tests: as the real one, but for what wxt.config.ts says of CALLS_TEST_BUILD. Returns the folder. */
export function buildForTests(browser: 'chrome' | 'firefox'): string {
  const out = '.output/test';
  const flags = browser === 'firefox' ? ['-b', 'firefox', '--mv3'] : [];
  execFileSync(process.execPath, [join('node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build', ...flags], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CALLS_TEST_BUILD: '1', CALLS_OUT_DIR: out },
  });
  return resolve(out, `${browser}-mv3`);
}
