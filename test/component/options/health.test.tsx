import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { healthText } from '../../../components/options/HealthLine';
import { healthOf } from '../../../components/options/health';
import { Options } from '../../../components/options/Options';
import { createOptionsWords } from '../../../components/options/options-words';
import type { OptionsState, SyncState } from '../../../lib/questions/questions';
import { accessPatterns } from '../../../lib/settings/access';
import { createFakeBackground, neverSynced, now, office } from './fake-background';

afterEach(cleanup);

const ran: SyncState = {
  ...neverSynced,
  ...{ phase: 'idle', lastRun: now - 120, lastSuccess: now - 120, nextRun: now + 780, calls: 12_000 },
  directory: { parties: 300, lastRun: now - 120 },
};
const patterns = accessPatterns(office);
const set: OptionsState = {
  settings: office,
  origin: { locked: [], refused: [], refusedPolicy: [], ucmPassword: false },
  hasUcmPassword: true,
  hasDolibarrKey: true,
  access: patterns.map((pattern) => ({ pattern, granted: true })),
  mayNotify: false,
  sync: ran,
};
const away = { code: 'ucm-refused', detail: { host: '192.168.1.10:8089' } } as const;
const gap = { from: now - 9000, until: now - 5000 };

function told(state: Partial<Omit<OptionsState, 'sync'>>, sync: Partial<SyncState> = {}): string {
  const all = { ...set, ...state, sync: { ...ran, ...sync } };
  const health = healthOf(all, now);
  const words = createOptionsWords('en', []);
  return [health.mark, health.cure ?? '', healthText(health, all, words, now)].join(' | ');
}

describe('how everything stands', () => {
  const stories: [string, string, Partial<Omit<OptionsState, 'sync'>>, Partial<SyncState>][] = [
    [
      'all is well',
      'good |  | Everything works: last synchronisation 2 minutes ago, the next in 13 minutes, 12,000 calls, nothing missing.',
      {},
      {},
    ],
    [
      'a run goes on, whatever the last one met',
      'good |  | Calls are being read: 12,000 so far.',
      {},
      { phase: 'running', error: away },
    ],
    [
      'no key of Dolibarr yet',
      'attention | step-dolibarr | Not everything is entered yet.',
      { hasDolibarrKey: false },
      { phase: 'not-set-up' },
    ],
    [
      'the browser took back the access to Dolibarr',
      'stopped | step-dolibarr | The browser does not allow',
      { access: [{ pattern: patterns[0] ?? '', granted: true }] },
      { error: away },
    ],
    [
      'the password is refused: nothing is tried any more',
      'stopped | step-ucm | The last synchronisation failed: ',
      {},
      { phase: 'stopped', error: { code: 'ucm-wrong-password', detail: {} } },
    ],
    [
      'the key was kept until the browser closed',
      'stopped | step-dolibarr | ',
      { hasDolibarrKey: false },
      { phase: 'stopped', error: { code: 'secrets-gone', detail: {} } },
    ],
    [
      'the UCM is away since a moment',
      'attention | step-ucm | The last synchronisation failed: Nothing answers',
      {},
      { error: away },
    ],
    [
      'the UCM is away since Saturday',
      'stopped | step-ucm | Nothing could be read since the last good synchronisation, 2 days ago: Nothing answers',
      {},
      { error: away, lastSuccess: now - 2 * 86_400 },
    ],
    [
      'somebody stopped the run',
      'attention | step-sync | The last synchronisation was stopped',
      {},
      { error: { code: 'aborted', detail: {} }, gaps: [gap] },
    ],
    [
      'calls come, Dolibarr does not answer',
      'attention | step-dolibarr | Calls come, but the directory cannot be read',
      {},
      { directory: { ...ran.directory, error: { code: 'dolibarr-unreachable', detail: {} } } },
    ],
    [
      'all is entered, nothing was read',
      'attention | step-sync | All is entered',
      {},
      { phase: 'never', lastRun: 0, lastSuccess: 0 },
    ],
    ['the alarm is gone', 'attention | step-sync | No synchronisation is planned', {}, { nextRun: 0 }],
    ['the alarm never rang', 'attention | step-sync | No synchronisation is planned', {}, { nextRun: now - 3600 }],
    [
      'the clock of the UCM is slow',
      'attention | step-sync | The clock of the telephone system is 5 minutes slow',
      {},
      { clockSkew: -300 },
    ],
    [
      'calls are written in another zone than the UCM says',
      'attention | step-sync | The telephone system says to be at UTC+00:00 and writes its calls as at UTC+01:00',
      {},
      { zone: { said: 0, calls: 3600 } },
    ],
    ['a stretch is missing', 'attention | step-sync | One stretch of the history', {}, { gaps: [gap] }],
    [
      'rows could not be read',
      'attention | step-sync | 3 rows of the telephone system',
      {},
      { setAside: { time: 1, number: 2 } },
    ],
  ];
  it.each(stories)('%s', (_story, sentence, state, sync) => {
    expect(told(state, sync)).toContain(sentence);
  });
});

it('stands at the head of the page and of the diagnostics, and in the file for support', async () => {
  const background = createFakeBackground({ settings: office, password: 'p', key: 'k', granted: patterns, sync: ran });
  render(<Options shell={background.shell} />);
  expect(await screen.findAllByText(/^Everything works: last synchronisation 2 minutes ago/)).toHaveLength(2);
  const section = within(await screen.findByRole('region', { name: 'Diagnostics' }));
  section.getByRole('button', { name: 'Save as a file for support' }).click();
  await waitFor(() => expect(background.files).toHaveLength(1));
  expect(JSON.parse(background.files[0]?.text ?? '').health).toMatch(/^good: Everything works: .* 12,000 calls/);
});
