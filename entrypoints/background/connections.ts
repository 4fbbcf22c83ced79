import { browser } from '../../lib/browser';
import { createDolibarrRest, type DolibarrRest } from '../../lib/dolibarr/rest';
import { AppError } from '../../lib/errors';
import { createHands } from '../../lib/hands/choose';
import { nameFetchFailures } from '../../lib/hands/naming';
import type { Stage } from '../../lib/hands/stage';
import { dolibarrPattern, ucmOrigin, ucmPattern } from '../../lib/settings/access';
import type { SettingsStore } from '../../lib/settings/settings-store';
import type { SecretName, SecretStore } from '../../lib/store/secrets';
import type { StateStore } from '../../lib/store/state';
import type { GuardState, KeptSession } from '../../lib/ucm/session-state';
import { createUcm, type KeptDialect, type Ucm } from '../../lib/ucm/ucm';
import { createCookieRule } from './cookie-rule';
import { createDolibarrFetch } from './dolibarr-fetch';

export interface Connections {
  stage: Stage;
  /** the background page's own element; undefined where the worker answers what an element asks for */
  audio: HTMLAudioElement | undefined;
  ucm: Ucm;
  dolibarr: DolibarrRest;
  /** by which Dolibarr is reached, also at an address that is not the one set */
  dolibarrFetch: typeof fetch;
  /** a session with the UCM is open, and will be for the next minute: what is asked now costs no login */
  hasUcmSession(): Promise<boolean>;
  /** Throws AppError `not-set-up`, `secrets-gone` or `no-site-access` before anything is asked of a machine. */
  ucmReady(): Promise<void>;
  dolibarrReady(): Promise<void>;
}

const SESSION = 'ucm-session';
/** ms after its login for which a session lives and is not followed by another (nine minutes in all, lib/ucm/session) */
const SURE = 8 * 60_000;
const GUARD = 'ucm-login-guard';
const DIALECT = 'ucm-dialect';

/** The two machines, reached with what the settings and secrets say. */
export function createConnections(
  settings: SettingsStore,
  secrets: SecretStore,
  state: StateStore,
  /** when the settings are those that the administrator gives now */
  policyFollowed: () => Promise<void>,
): Connections {
  const { hands, stage, audio } = createHands();
  async function needSecret(name: SecretName, subject: string): Promise<void> {
    if (await secrets.has(name)) return;
    throw new AppError((await secrets.gone(name)) ? 'secrets-gone' : 'not-set-up', { subject });
  }
  async function readSession(): Promise<KeptSession | undefined> {
    const kept = await browser.storage.session.get(SESSION);
    return kept[SESSION] as KeptSession | undefined; // written below and by nobody else: no page can reach it
  }
  const ucm = createUcm({
    hands,
    async target() {
      const { host, port, https, user } = (await settings.read()).ucm;
      return host === '' ? undefined : { host, port, https, user };
    },
    async secret() {
      const password = await secrets.read('ucm-password');
      if (password === undefined) return needSecret('ucm-password', 'ucm').then(() => undefined);
      return { password, credential: await secrets.stamp('ucm-password') };
    },
    memory: {
      read: readSession,
      async write(kept) {
        if (kept) await browser.storage.session.set({ [SESSION]: kept });
        else await browser.storage.session.remove(SESSION);
      },
    },
    guard: {
      async read() {
        return ((await state.read(GUARD)) ?? {}) as GuardState; // written below and by nobody else
      },
      write: (guard) => state.write(GUARD, guard),
    },
    cookieHeader: createCookieRule(),
    dialect: async () => (await settings.read()).ucm.dialect,
    found: {
      read: async () => (await state.read(DIALECT)) as KeptDialect | undefined, // written below and by nobody else
      write: (found) => state.write(DIALECT, found),
    },
    now: Date.now,
    random: Math.random,
  });

  const dolibarrFetch = createDolibarrFetch(
    nameFetchFailures((input, init) => fetch(input, init)),
    hands,
  );
  const dolibarr = createDolibarrRest({
    fetch: dolibarrFetch,
    async connection() {
      const key = await secrets.read('dolibarr-key');
      const { root, entity } = (await settings.read()).dolibarr;
      if (root === '') return undefined;
      if (key === undefined) return needSecret('dolibarr-key', 'dolibarr').then(() => undefined);
      return { root, key, ...(entity === 0 ? {} : { entity }) };
    },
    offline: () => !navigator.onLine,
  });

  return {
    stage,
    audio,
    ucm,
    dolibarr,
    dolibarrFetch,
    async hasUcmSession() {
      const { cookie, issuedAt = 0 } = (await readSession()) ?? {};
      return cookie !== undefined && Date.now() - issuedAt < SURE;
    },
    async ucmReady() {
      await policyFollowed();
      const { ucm: target } = await settings.read();
      if (target.host === '' || target.user === '') throw new AppError('not-set-up', { subject: 'ucm' });
      await needSecret('ucm-password', 'ucm');
      await needAccess(ucmPattern(target), ucmOrigin(target));
      // Nothing is asked without a network: it could only look like a UCM that is away, and be tried again and again.
      if (!navigator.onLine && !isThisComputer(target.host)) throw new AppError('offline');
    },
    async dolibarrReady() {
      const { dolibarr: target } = await settings.read();
      if (target.root === '') throw new AppError('not-set-up', { subject: 'dolibarr' });
      await needSecret('dolibarr-key', 'dolibarr');
      await needAccess(dolibarrPattern(target), target.root);
    },
  };
}

/** It is reached without any network, and a browser without one calls itself offline all the same. */
function isThisComputer(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

async function needAccess(pattern: string, address: string): Promise<void> {
  const granted = await browser.permissions.contains({ origins: [pattern] });
  if (!granted) throw new AppError('no-site-access', { host: new URL(address).host });
}
