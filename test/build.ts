import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** Builds for tests: as the real one, but for what wxt.config.ts says of CALLS_TEST_BUILD. Returns the folder. */
export function buildForTests(browser: 'chrome' | 'firefox'): string {
  const out = '.output/test';
  const flags = browser === 'firefox' ? ['-b', 'firefox', '--mv3'] : [];
  const wxt = join('node_modules', 'wxt', 'bin', 'wxt.mjs');
  const env = { ...process.env, CALLS_TEST_BUILD: '1', CALLS_OUT_DIR: out };
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', ...flags], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build for ${browser} failed:\n${stdout}${stderr}`);
  return resolve(out, `${browser}-mv3`);
}
