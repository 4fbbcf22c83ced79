import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const out = join('.output', 'bench');

/** The extension as it is given away, or with the panel's root open for whoever looks into it. Returns the folder. */
export function buildExtension(kind: 'real' | 'test'): string {
  const env: NodeJS.ProcessEnv = { ...process.env, CALLS_OUT_DIR: join(out, kind) };
  delete env['CALLS_TEST_BUILD'];
  if (kind === 'test') env['CALLS_TEST_BUILD'] = '1';
  const wxt = join('node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build'], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
  const folder = resolve(out, kind, 'chrome-mv3');
  if (!existsSync(folder)) throw new Error(`The build left nothing in ${folder}`);
  return folder;
}

/** The measured code as one script, to be evaluated in a page of the extension: `bench.…` is what it offers. */
export async function bundleInPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: process.env['CALLS_PROFILE'] !== '1',
      target: 'es2022',
      lib: { entry: resolve('test/bench/in-page/index.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('vite gave no output');
  return first.output[0].code;
}
