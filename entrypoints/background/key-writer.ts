import { type KeyUser, readKeyUser } from '../../lib/dolibarr/key-user';
import type { SettingsStore } from '../../lib/settings/settings-store';
import type { SecretStore } from '../../lib/store/secrets';
import type { StateStore } from '../../lib/store/state';
import type { Connections } from './connections';

const USER = 'key-user';
const AGREED = 'notes-agreed';
/** ms for which it is believed who is behind a key, and what he may */
const BELIEVED = { may: 24 * 3_600_000, mayNot: 10 * 60_000 };

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

interface KeyWriterParts {
  connections: Connections;
  settings: SettingsStore;
  secrets: SecretStore;
  state: StateStore;
}

export interface KeyWriter {
  /** without asking Dolibarr; undefined when it is not known */
  knownUser(): Promise<KeyUser | undefined>;
  /** Throws AppError. */
  user(signal?: AbortSignal): Promise<KeyUser>;
  mayWriteFor(pageUser: number, writer: KeyUser): Promise<boolean>;
  /** the same as far as it is known whose key it is */
  mayWriteHere(pageUser: number): Promise<boolean>;
  agree(pageUser: number): Promise<void>;
}

/** Whose the Dolibarr key is, in whose name is written, and which users of pages agreed to that. */
export function createKeyWriter({ connections, settings, secrets, state }: KeyWriterParts): KeyWriter {
  /** of whose word it is that is believed: another key, or another Dolibarr, has to say it anew */
  const stamp = async () => `${await secrets.stamp('dolibarr-key')} ${(await settings.read()).dolibarr.root}`;

  async function knownUser(): Promise<KeyUser | undefined> {
    const kept = (await state.read(USER)) as KeptUser | undefined; // written below alone
    if (kept?.stamp !== (await stamp())) return undefined;
    return kept.user;
  }

  async function user(signal?: AbortSignal): Promise<KeyUser> {
    const kept = (await state.read(USER)) as KeptUser | undefined; // written below alone
    const now = await stamp();
    const believed = kept?.user.mayWrite ? BELIEVED.may : BELIEVED.mayNot;
    if (kept?.stamp === now && Date.now() - kept.at < believed) return kept.user;
    const read = await readKeyUser(connections.dolibarr, signal);
    await state.write(USER, { stamp: now, at: Date.now(), user: read } satisfies KeptUser);
    return read;
  }

  async function mayWriteFor(pageUser: number, writer: KeyUser): Promise<boolean> {
    if (pageUser === writer.id) return true;
    const agreed = (await state.read(AGREED)) as Agreed | undefined; // written below alone
    return agreed?.stamp === (await stamp()) && agreed.users.includes(pageUser);
  }

  async function mayWriteHere(pageUser: number): Promise<boolean> {
    const writer = await knownUser();
    return writer === undefined || mayWriteFor(pageUser, writer);
  }

  return {
    knownUser,
    user,
    mayWriteFor,
    mayWriteHere,
    async agree(pageUser) {
      const now = await stamp();
      const kept = (await state.read(AGREED)) as Agreed | undefined; // written here alone
      const users = kept?.stamp === now ? kept.users : [];
      await state.write(AGREED, { stamp: now, users: [...new Set([...users, pageUser])] } satisfies Agreed);
    },
  };
}
