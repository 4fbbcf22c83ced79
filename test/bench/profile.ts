import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tab } from './chromium';

const folder = join('.output', 'bench', 'profiles');
const counts = new Map<string, number>();

/** With CALLS_PROFILE=1 the work's CPU profiles are left in .output/bench/profiles; they make it slower. */
export async function profiled<T>(tab: Tab, name: string, work: () => Promise<T>): Promise<T> {
  if (process.env['CALLS_PROFILE'] !== '1') return work();
  await tab.send('Profiler.enable');
  await tab.send('Profiler.setSamplingInterval', { interval: 500 });
  await tab.send('Profiler.start');
  const done = await work();
  const { profile } = await tab.send<{ profile: unknown }>('Profiler.stop');
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}-${count}.cpuprofile`), JSON.stringify(profile));
  return done;
}
