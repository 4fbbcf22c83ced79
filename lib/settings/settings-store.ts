import { AppError } from '../errors';
import { checkSettings } from './check';
import { migrate, SETTINGS_VERSION } from './migrations';
import { type SettingPath, sameValue, settingPaths, valueAt, withValue } from './paths';
import { readPolicy } from './policy';
import { type RefusedValue, readSettings } from './read-settings';
import type { Settings } from './settings';

/** How the settings in force came about, for the options page. */
export interface SettingsOrigin {
  /** set by the administrator */
  locked: readonly SettingPath[];
  /** chosen values that cannot be used; what is in force instead stands in the settings */
  refused: RefusedValue[];
  /** settings of this version were found and could not be taken over; they are kept */
  failedVersion?: number;
  /** parts of the policy that cannot be used */
  refusedPolicy: readonly string[];
}

export interface SettingsStore {
  read(): Promise<Settings>;
  origin(): Promise<SettingsOrigin>;
  /** the first locked setting that these would change */
  lockedAgainst(wanted: Settings): Promise<SettingPath | undefined>;
  /** Throws AppError `invalid-setting`, or `setting-locked` for another value than the locked one; the old values stay then. */
  write(value: unknown): Promise<Settings>;
  /** drops the kept values that cannot be used: what is in force stands */
  forgetRefused(): Promise<void>;
  /** the policy changed: everything is read again when it is asked next */
  reread(): void;
}

interface Shelf {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

/**
 * Settings as one record of `state`: the values that somebody chose in this browser, and no others. The background alone
 * has it. `readManaged`: what the administrator gave, as storage.managed hands it over.
 */
export function createSettingsStore(
  shelf: Shelf,
  readManaged: () => Promise<unknown> = async () => ({}),
): SettingsStore {
  let loaded: ReturnType<typeof read> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function read() {
    const [stored, managed] = await Promise.all([shelf.read('settings'), readManaged()]);
    const migrated = migrate(stored);
    const chosen: unknown = migrated.failed === undefined ? migrated.values : {};
    const policy = readPolicy(managed);
    return { stored, failed: migrated.failed, chosen, policy, ...readSettings(chosen, policy) };
  }
  const load = () => {
    loaded ??= read();
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded;
  };

  async function keep(chosen: object): Promise<void> {
    const { stored, failed } = await load();
    // Settings that could not be taken over stay, for a later version that can.
    if (failed !== undefined) await shelf.write(`settings-${failed}`, stored);
    await shelf.write('settings', { ...chosen, version: SETTINGS_VERSION });
    loaded = undefined;
  }

  async function change(value: unknown): Promise<Settings> {
    const { settings, chosen, policy } = await load();
    const wanted = checkSettings(value);
    const changed = changes(settings, wanted);
    const locked = changed.find((path) => policy.locked.includes(path));
    if (locked) throw new AppError('setting-locked', { subject: locked });
    const next = changed.reduce((all, path) => withValue(all, path, valueAt(wanted, path)), Object(chosen));
    await keep(next);
    return wanted;
  }

  /** One after the other: each starts from what the one before has written. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  return {
    read: async () => (await load()).settings,
    async origin() {
      const { policy, refused, failed } = await load();
      const version = failed === undefined ? {} : { failedVersion: failed };
      return { locked: policy.locked, refused, refusedPolicy: policy.refused, ...version };
    },
    async lockedAgainst(wanted) {
      const { settings, policy } = await load();
      return changes(settings, wanted).find((path) => policy.locked.includes(path));
    },
    write: (value) => inTurn(() => change(value)),
    forgetRefused: () =>
      inTurn(async () => {
        const { chosen, refused } = await load();
        await keep(refused.reduce((all, { path }) => withValue(all, path, undefined), Object(chosen)));
      }),
    reread() {
      loaded = undefined;
    },
  };
}

function changes(before: Settings, after: Settings): SettingPath[] {
  return settingPaths.filter((path) => !sameValue(valueAt(before, path), valueAt(after, path)));
}
