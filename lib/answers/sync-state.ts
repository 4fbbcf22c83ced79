import type { ErrorCode } from '../errors';
import type { SyncState } from '../questions/questions';
import type { Sync } from '../sync/sync';

/** Failures after which nothing is tried again until a person has done something. */
const stopping = new Set<ErrorCode>([
  'no-site-access',
  'ucm-certificate',
  'ucm-certificate-name',
  'ucm-certificate-expired',
  'ucm-wrong-password',
  'ucm-unknown-user',
  'ucm-banned',
  'ucm-ban-over',
  'ucm-login-forbidden',
  'ucm-captcha',
  'ucm-no-permission',
  'ucm-needs-https',
  'ucm-cookie-header',
]);

export interface StateDeps {
  sync: Sync;
  /** both machines have an address and their secret */
  isSetUp(): Promise<boolean>;
  /** all was set up, and the secrets went with the browser's last closing, as it was chosen */
  secretsGone(): Promise<boolean>;
  /** UTC epoch seconds, 0 when none is planned */
  nextRun(): Promise<number>;
  /** calls kept */
  calls(): Promise<number>;
  /** of the directory, counted: that takes a while when there are 160,000, so only while it is being read */
  parties(): Promise<number>;
}

/** The state of the synchronisation in facts; words are made where it is shown. */
export async function readSyncState(deps: StateDeps): Promise<SyncState> {
  const progress = deps.sync.progress();
  const [{ record, gaps, reachesBack, unsettledFrom, nothingBefore, zone }, setUp, gone, nextRun, calls, counted] =
    await Promise.all([
      deps.sync.known(),
      deps.isSetUp(),
      deps.secretsGone(),
      deps.nextRun(),
      deps.calls(),
      progress?.part === 'directory' ? deps.parties() : undefined,
    ]);
  return {
    phase: gone ? 'stopped' : phaseOf(setUp, progress !== undefined, record.error?.code, record.lastSuccess),
    ...(progress ? { progress } : {}),
    lastRun: record.lastRun,
    lastSuccess: record.lastSuccess,
    nextRun,
    newCalls: record.newCalls,
    calls,
    setAside: record.setAside,
    gaps,
    ...knownFrom(gaps, reachesBack, nothingBefore, record.lastSuccess > 0),
    ...(unsettledFrom === undefined ? {} : { unsettledFrom }),
    ...(nothingBefore === undefined ? {} : { nothingBefore }),
    ...(zone ? { zone } : {}),
    ...(isWrong(record.clockSkew) ? { clockSkew: record.clockSkew } : {}),
    ...(gone ? { error: { code: 'secrets-gone' as const, detail: {} } } : {}),
    ...(record.error && setUp ? { error: record.error } : {}),
    directory: {
      parties: counted ?? record.directory.parties,
      lastRun: record.directory.lastRun,
      ...(record.directory.error && setUp ? { error: record.directory.error } : {}),
    },
  };
}

/** A clock that is wrong by more than two minutes is worth a word. */
export function isWrong(skew: number | undefined): skew is number {
  return skew !== undefined && Math.abs(skew) > 120;
}

function phaseOf(setUp: boolean, running: boolean, error: ErrorCode | undefined, last: number): SyncState['phase'] {
  if (!setUp) return 'not-set-up';
  if (running) return 'running';
  if (error && stopping.has(error)) return 'stopped';
  return last === 0 ? 'never' : 'idle';
}

/** From when on every call is known; behind the newest gap where there are some, and nothing as long as nothing was read. */
function knownFrom(
  gaps: readonly { until: number }[],
  reachesBack: number,
  nothingBefore: number | undefined,
  wasRead: boolean,
): { knownFrom?: number } {
  const gap = gaps.at(-1);
  if (gap) return { knownFrom: gap.until };
  return wasRead ? { knownFrom: Math.max(reachesBack, nothingBefore ?? 0) } : {};
}
