import { proposePlanOf } from '../../lib/answers/number-plan';
import { browser } from '../../lib/browser';
import { AppError, shapeOf } from '../../lib/errors';
import { logged } from '../../lib/log';
import type { ConnectionTest, OptionsState } from '../../lib/questions/questions';
import { accessPatterns } from '../../lib/settings/access';
import { takeSample } from '../../lib/ucm/sample';
/** One answer a question; who may ask was decided before. */
import type { Answers } from './answers';
import { registerPageScript } from './content-scripts';
import { findDolibarr } from './find-dolibarr';
import type { Parts } from './parts';
import { isPasswordGiven } from './policy';
import { startRun } from './runs';
import { endUcmSession, saveSettings } from './save-settings';
import { mayNotify } from './show-notice';
import { forgetDirectory, rereadDirectory } from './synchronisation';
import { testUcm } from './test-ucm';

/** 0 ≤ x < 1, which nobody guesses again */
const chance = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

type OptionsQuestion =
  `options.${'read' | 'forgetRefused' | 'save' | 'ucm' | 'dolibarr' | 'testUcm' | 'testDolibarr' | 'plan' | 'sample' | 'log'}`;

/** What the options page asks of settings, secrets and the two machines. */
export function optionsAnswers(parts: Parts): Pick<Answers, OptionsQuestion> {
  const { settings, secrets, connections, changed, syncState } = parts;

  async function optionsState(): Promise<OptionsState> {
    const current = await settings.read();
    const patterns = accessPatterns(current);
    return {
      settings: current,
      origin: {
        ...(await settings.origin()),
        ucmPassword: await isPasswordGiven(parts.state),
      },
      hasUcmPassword: await secrets.has('ucm-password'),
      hasDolibarrKey: await secrets.has('dolibarr-key'),
      access: await Promise.all(
        patterns.map(async (pattern) => ({
          pattern,
          granted: await browser.permissions.contains({ origins: [pattern] }),
        })),
      ),
      mayNotify: await mayNotify(),
      sync: await syncState(),
    };
  }

  async function test(
    what: 'test-ucm' | 'test-dolibarr',
    reach: () => Promise<Omit<ConnectionTest, 'ok'> & { found: string }>,
  ): Promise<ConnectionTest> {
    try {
      const told = await logged(parts.log, what, reach, ({ found }) => ({ found }));
      await runAfter(what);
      return { ok: true, ...told };
    } catch (error) {
      return { ok: false, error: shapeOf(error) };
    } finally {
      changed('sync');
    }
  }

  /**
   * A machine answers of which nothing was ever read, or at which the last run failed: there is nothing left to wait for.
   */
  async function runAfter(tested: 'test-ucm' | 'test-dolibarr'): Promise<void> {
    const { phase, error, directory } = await syncState();
    const cured = tested === 'test-ucm' ? error?.code.startsWith('ucm') : directory.error?.code.startsWith('dolibarr');
    const isNew = phase === 'never' || (phase === 'idle' && directory.lastRun === 0);
    if (isNew || (cured && phase !== 'not-set-up')) startRun(parts, 'now');
  }

  return {
    'options.read': optionsState,
    async 'options.forgetRefused'() {
      await settings.forgetRefused();
      return optionsState();
    },
    async 'options.save'(asked) {
      await saveSettings(parts, asked.settings);
      return optionsState();
    },
    async 'options.ucm'({ password }) {
      if (await isPasswordGiven(parts.state)) {
        throw new AppError('setting-locked', { subject: 'ucm.password' });
      }
      await endUcmSession(parts);
      if (password === '') await secrets.remove('ucm-password');
      else await secrets.write('ucm-password', password);
      changed('settings');
      return optionsState();
    },
    async 'options.dolibarr'({ key }) {
      const before = await secrets.read('dolibarr-key');
      if (key === '') await secrets.remove('dolibarr-key');
      else await secrets.write('dolibarr-key', key);
      if (before !== undefined && before !== key) {
        await parts.sync.stop();
        // not what was decided about numbers: that was in this Dolibarr
        await forgetDirectory(parts.state, parts.parties);
        changed('directory');
      }
      // entered again after the browser was closed: as a rule the same, and then everybody is still there
      if (before === undefined) await rereadDirectory(parts.state);
      changed('settings');
      return optionsState();
    },
    'options.testUcm': () => test('test-ucm', () => testUcm(parts)),
    'options.testDolibarr': () =>
      test('test-dolibarr', async () => {
        await connections.dolibarrReady();
        const current = await settings.read();
        const key = await secrets.read('dolibarr-key');
        const found = await findDolibarr(connections.dolibarrFetch, current.dolibarr, key ?? '');
        if (found.root !== current.dolibarr.root) {
          await registerPageScript(
            await settings.write({ ...current, dolibarr: { ...current.dolibarr, root: found.root } }),
          );
          changed('settings');
        }
        return { found: `Dolibarr ${found.version}` };
      }),
    'options.plan': ({ countries }) => proposePlanOf(parts.store, parts.numbers.plan(), countries.slice(0, 20)),
    async 'options.sample'() {
      await connections.ucmReady();
      const sample = await takeSample(connections.ucm, Math.floor(Date.now() / 1000), chance);
      return { text: JSON.stringify(sample, null, 1) };
    },
    async 'options.log'() {
      return { version: browser.runtime.getManifest().version, entries: await parts.log.read() };
    },
  };
}
