import { checkSettings, readSettings, type SettingPath } from './check';
import type { Settings } from './settings';

export interface SettingsStore {
  read(): Promise<Settings>;
  /** Throws AppError `invalid-setting`; the old values stay then. */
  write(value: unknown): Promise<Settings>;
  /** stored values that could not be used and stand at their default */
  refused(): Promise<SettingPath[]>;
}

/** Settings as one record of `state`. The background alone has it. */
export function createSettingsStore(state: {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}): SettingsStore {
  let loaded: Promise<ReturnType<typeof readSettings>> | undefined;
  const load = () => {
    loaded ??= state.read('settings').then(readSettings);
    return loaded;
  };
  return {
    read: async () => (await load()).settings,
    refused: async () => (await load()).refused,
    async write(value) {
      const settings = checkSettings(value);
      await state.write('settings', settings);
      loaded = Promise.resolve({ settings, refused: [] });
      return settings;
    },
  };
}
