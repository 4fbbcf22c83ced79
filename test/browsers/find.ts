import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these commands that is on the PATH. */
export function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** Installs a Debian package where this is possible: as root, with apt. Says so; false when it cannot be done. */
export function installPackage(name: string): boolean {
  if (process.getuid?.() !== 0 || !onPath(['apt-get'])) return false;
  console.log(`There is no ${name} here: installing Debian's with apt-get.`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'inherit', env });
    return true;
  } catch {
    // apt has said on the screen what went wrong; the caller says what to do instead
    return false;
  }
}

/** Browsers that Playwright downloaded for somebody earlier. */
export function playwrightBrowsers(inside: readonly string[]): string[] {
  const home = process.env['HOME'] ?? '';
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(home, '.cache', 'ms-playwright');
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse();
  return found.flatMap((name) => inside.map((path) => join(folder, name, path))).filter((file) => existsSync(file));
}
