import type { ErrorCode } from '../../lib/errors';
import type { ConnectionTest, OptionsState } from '../../lib/questions/questions';
import { dolibarrPattern, ucmOrigin, ucmPattern } from '../../lib/settings/access';
import type { Settings } from '../../lib/settings/settings';

/** The two machines that are set up and tested in the same way. */
export type Machine = 'ucm' | 'dolibarr';

export interface TestState {
  running: boolean;
  /** of the last test with the present settings */
  result?: ConnectionTest;
}

export type Missing = 'address' | 'user' | 'secret' | 'access';
export type StepStatus = 'todo' | 'ready' | 'ok' | 'failed';

export interface Access {
  /** match pattern, '' until there is an address */
  pattern: string;
  host: string;
  granted: boolean;
}

export function accessOf(machine: Machine, settings: Settings, known: OptionsState['access']): Access {
  const pattern = machine === 'ucm' ? ucmPattern(settings.ucm) : dolibarrPattern(settings.dolibarr);
  return {
    pattern,
    host: pattern.replace(/^https?:\/\/|\/\*$/g, ''),
    granted: known.some((one) => one.pattern === pattern && one.granted),
  };
}

/** The machine's own pages, for a person to open. */
export function pageOf(machine: Machine, settings: Settings): string {
  return machine === 'ucm' ? `${ucmOrigin(settings.ucm)}/` : `${settings.dolibarr.root}/`;
}

/** What a test cannot do without, in the order of the page. */
export function missingFor(machine: Machine, settings: Settings, state: OptionsState): Missing[] {
  const missing: Missing[] = [];
  const access = accessOf(machine, settings, state.access);
  if (access.pattern === '') missing.push('address');
  if (machine === 'ucm' && settings.ucm.user === '') missing.push('user');
  if (machine === 'ucm' ? !state.hasUcmPassword : !state.hasDolibarrKey) missing.push('secret');
  if (access.pattern !== '' && !access.granted) missing.push('access');
  return missing;
}

/** It was kept until the browser closed, and is to be entered again. */
export function isGone(machine: Machine, { sync, hasUcmPassword, hasDolibarrKey }: OptionsState): boolean {
  return sync.error?.code === 'secrets-gone' && !(machine === 'ucm' ? hasUcmPassword : hasDolibarrKey);
}

/** A test tells most; without one, what the last synchronisation met. */
export function statusOf(
  machine: Machine,
  missing: Missing[],
  test: TestState,
  sync: OptionsState['sync'],
): StepStatus {
  if (missing.length > 0) return 'todo';
  if (test.result) return test.result.ok ? 'ok' : 'failed';
  const met = machine === 'ucm' ? sync.error : sync.directory.error;
  if (met?.code.startsWith(machine)) return 'failed';
  const succeeded = machine === 'ucm' ? sync.lastSuccess : sync.directory.lastRun;
  return succeeded > 0 ? 'ok' : 'ready';
}

export const certificateCodes: readonly ErrorCode[] = [
  'ucm-certificate',
  'ucm-certificate-name',
  'ucm-certificate-expired',
  'dolibarr-certificate',
];

/**
 * Failures that a person cures elsewhere (accepts a certificate, starts the VPN), so that the test may be done again
 * unasked. None in which a password can have been looked at: five wrong logins ban the computer (CDR notes, section 2).
 */
export const curedElsewhere: readonly ErrorCode[] = [
  ...certificateCodes,
  'offline',
  'ucm-refused',
  'ucm-unreachable',
  'ucm-unknown-host',
  'dolibarr-unreachable',
];

/**
 * The machine itself says when it may be asked again, and the person is told that this is done: the test is, after those
 * seconds. It has looked at no password.
 */
export const askedToWait: readonly ErrorCode[] = ['ucm-busy', 'ucm-login-paused'];
