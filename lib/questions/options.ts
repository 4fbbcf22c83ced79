import type { PlanProposal } from '../calls/propose-plan';
import type { ErrorShape } from '../errors';
import type { LogEntry } from '../log';
import type { Settings } from '../settings/settings';
import type { OptionsOrigin } from './personal';
import type { SyncState } from './sync-state';

export interface ConnectionTest {
  ok: boolean;
  error?: ErrorShape;
  /** what answered: model and firmware, or Dolibarr's version */
  found?: string;
  /** of a UCM: how many names of extensions, queues and ring groups were read; absent where it could not be asked */
  staff?: Record<'accounts' | 'queues' | 'groups', number | 'refused'>;
  clock?: ClockTold;
}

/** What a UCM's clock and zone are worth a word for; offsets are seconds east of UTC. */
export interface ClockTold {
  /** seconds by which its clock is ahead; absent when it is right within two minutes */
  skew?: number;
  /** it says to be in another zone than its calls are written in */
  zone?: { said: number; calls: number };
  /** it is in another zone than this computer: times are shown by this computer's */
  elsewhere?: { said: number; here: number };
}

/** What the options page shows. Secrets never come back: only whether there is one. */
export interface OptionsState {
  settings: Settings;
  origin: OptionsOrigin;
  hasUcmPassword: boolean;
  hasDolibarrKey: boolean;
  /** match patterns needed for the two machines, and whether they are granted */
  access: { pattern: string; granted: boolean }[];
  /** the browser lets the extension show notices */
  mayNotify: boolean;
  sync: SyncState;
}

/** What the options page alone may ask. */
export interface OptionsQuestions {
  'options.read': { asked: undefined; answered: OptionsState };
  'options.save': { asked: { settings: Settings }; answered: OptionsState };
  'options.ucm': { asked: { password: string }; answered: OptionsState };
  'options.dolibarr': { asked: { key: string }; answered: OptionsState };
  'options.testUcm': { asked: undefined; answered: ConnectionTest };
  'options.testDolibarr': { asked: undefined; answered: ConnectionTest };
  /** what the newest calls say of country and prefix; `countries`: ISO 3166 codes that may be meant */
  'options.plan': { asked: { countries: string[] }; answered: PlanProposal };
  /** newest rows of the UCM, disguised (lib/ucm/sample), as the text of a file */
  'options.sample': { asked: undefined; answered: { text: string } };
  /** what was done and what came of it, oldest first; `version`: of the extension */
  'options.log': { asked: undefined; answered: { version: string; entries: LogEntry[] } };
}
