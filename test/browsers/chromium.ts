import { existsSync } from 'node:fs';
import { installPackage, onPath, playwrightBrowsers } from './find';

/** Google's own Chrome comes last: since 137 it does not load an extension from the command line. */
const names = ['chromium', 'chromium-browser', 'ungoogled-chromium', 'microsoft-edge', 'google-chrome-for-testing'];

/**
 * Where Chromium is: CALLS_CHROMIUM, the usual names, Playwright's own; else Debian's is installed.
 * Throws with a sentence that tells what to do.
 */
export function findChromium(): string {
  const named = process.env['CALLS_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CALLS_CHROMIUM names ${named}, which is not there.`);
  }
  const found = onPath(names) ?? playwrightBrowsers(['chrome-linux/chrome', 'chrome-linux64/chrome'])[0];
  if (found) return found;
  if (installPackage('chromium')) {
    const installed = onPath(names);
    if (installed) return installed;
  }
  throw new Error('No Chromium was found: install one (Debian: apt install chromium) or name it in CALLS_CHROMIUM.');
}
