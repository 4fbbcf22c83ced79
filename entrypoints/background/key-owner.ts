import { type KeyUser, readKeyUser } from '../../lib/dolibarr/key-user';
import type { SettingsStore } from '../../lib/settings/settings-store';
import type { SecretStore } from '../../lib/store/secrets';
import type { StateStore } from '../../lib/store/state';
import type { Connections } from './connections';

const USER = 'key-user';
const AGREED = 'notes-agreed';
/** ms for which it is believed who is behind a key, and what he may */
const BELIEVED = { may: 24 * 3_600_000, mayNot: 10 * 60_000 };

/** Who writes in a page of the extension itself: the key's user. No page of Dolibarr may say so of itself (lib/questions/rules). */
export const OWN_PAGE = -1;

/** Of one key: whose it is, and which users of pages write with it. */
interface KeptUser {
  stamp: string;
  at: number;
  user: KeyUser;
}
interface Agreed {
  stamp: string;
  users: number[];
}

/** The Dolibarr user behind the key, and who agreed to write in his name. */
export interface KeyOwner {
  /** throws AppError */
  user(signal?: AbortSignal): Promise<KeyUser>;
  /** without asking Dolibarr */
  known(): Promise<KeyUser | undefined>;
  mayWriteFor(pageUser: number, writer: KeyUser): Promise<boolean>;
  /** the same as far as it is known whose key it is */
  mayWriteHere(pageUser: number): Promise<boolean>;
  agree(pageUser: number): Promise<void>;
}

export function createKeyOwner(
  { dolibarr }: Pick<Connections, 'dolibarr'>,
  { settings, secrets, state }: { settings: SettingsStore; secrets: SecretStore; state: StateStore },
): KeyOwner {
  /** of whose word it is that is believed: another key, or another Dolibarr, has to say it anew */
  const stamp = async () => `${await secrets.stamp('dolibarr-key')} ${(await settings.read()).dolibarr.root}`;

  async function known(): Promise<KeyUser | undefined> {
    const kept = (await state.read(USER)) as KeptUser | undefined; // written below alone
    return kept?.stamp === (await stamp()) ? kept.user : undefined;
  }

  async function mayWriteFor(pageUser: number, writer: KeyUser): Promise<boolean> {
    if (pageUser === writer.id || pageUser === OWN_PAGE) return true;
    const agreed = (await state.read(AGREED)) as Agreed | undefined; // written below alone
    return agreed?.stamp === (await stamp()) && agreed.users.includes(pageUser);
  }

  return {
    known,
    mayWriteFor,

    async mayWriteHere(pageUser) {
      const writer = await known();
      return writer === undefined || (await mayWriteFor(pageUser, writer));
    },

    async user(signal) {
      const kept = (await state.read(USER)) as KeptUser | undefined; // written below alone
      const now = await stamp();
      const believed = kept?.user.mayWrite ? BELIEVED.may : BELIEVED.mayNot;
      if (kept?.stamp === now && Date.now() - kept.at < believed) return kept.user;
      const read = await readKeyUser(dolibarr, signal);
      await state.write(USER, { stamp: now, at: Date.now(), user: read } satisfies KeptUser);
      return read;
    },

    async agree(pageUser) {
      const now = await stamp();
      const kept = (await state.read(AGREED)) as Agreed | undefined; // written here alone
      const users = kept?.stamp === now ? kept.users : [];
      await state.write(AGREED, { stamp: now, users: [...new Set([...users, pageUser])] } satisfies Agreed);
    },
  };
}
