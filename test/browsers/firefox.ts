import { existsSync } from 'node:fs';
import { onPath } from './find';

/** Where Firefox is, if it is: CALLS_FIREFOX or the usual names. Never installed by the tests. */
export function findFirefox(): string | undefined {
  const named = process.env['CALLS_FIREFOX'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  return onPath(['firefox-esr', 'firefox']);
}
