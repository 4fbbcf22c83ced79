import type { Database } from './database';

export type SecretName = 'ucm-password' | 'dolibarr-key';

/** Where secrets are kept: on disk until they are removed, or in memory until the browser closes. */
export type SecretKeeping = 'always' | 'session';

/** Password and key, encrypted under a key whose bytes no script can read; or in the browser's memory alone. */
export interface SecretStore {
  has(name: SecretName): Promise<boolean>;
  /** it was entered and kept in memory alone, which has been emptied since: it is to be entered again */
  gone(name: SecretName): Promise<boolean>;
  read(name: SecretName): Promise<string | undefined>;
  write(name: SecretName, value: string): Promise<void>;
  remove(name: SecretName): Promise<void>;
  /** changes whenever the secret is written; says nothing of it. '' when there is none */
  stamp(name: SecretName): Promise<string>;
  /** puts what is kept where it is now to be kept, and leaves nothing of it where it was */
  move(): Promise<void>;
  /** for texts that are kept elsewhere and are nobody else's business */
  seal(text: string): Promise<Sealed>;
  unseal(sealed: Sealed): Promise<string>;
}

/** storage.session: never on disk, empty when the browser has been closed, closed to content scripts. */
export interface SessionMemory {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

type KeptSecret = Sealed & { stamp: string };

interface Open {
  value: string;
  stamp: string;
}

/**
 * On disk: AES-GCM under a non-extractable WebCrypto key that lies beside the data. This keeps secrets from exports, logs
 * and casual reading, not from someone with a copy of the browser's profile; in memory there is nothing to copy.
 */
export function createSecretStore(
  db: Database,
  memory: SessionMemory,
  keeping: () => Promise<SecretKeeping>,
): SecretStore {
  let key: Promise<CryptoKey> | undefined;

  async function openKey(): Promise<CryptoKey> {
    const kept = await db.get('secrets', 'key');
    if (kept instanceof CryptoKey) return kept;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    await db.put('secrets', made, 'key');
    return made;
  }
  const theKey = () => {
    key ??= openKey();
    return key;
  };
  const sealed = async (name: SecretName) => {
    const found = await db.get('secrets', name);
    return found === undefined ? undefined : (found as KeptSecret); // written below and nowhere else
  };
  const unseal = async ({ iv, data }: Sealed) =>
    new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await theKey(), data));
  const seal = async (text: string): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = new TextEncoder().encode(text);
    return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await theKey(), bytes) };
  };
  const remembered = async (name: SecretName) => {
    return (await memory.read(memoryName(name))) as Open | undefined; // written below and nowhere else
  };

  async function read(name: SecretName): Promise<Open | undefined> {
    const open = await remembered(name);
    if (open) return open;
    const found = await sealed(name);
    if (!found) return undefined;
    return { value: await unseal(found), stamp: found.stamp };
  }

  async function put(name: SecretName, { value, stamp }: Open): Promise<void> {
    if ((await keeping()) === 'session') {
      await memory.write(memoryName(name), { value, stamp });
      await db.delete('secrets', name);
      await db.put('secrets', true, enteredName(name));
      return;
    }
    const record: KeptSecret = { ...(await seal(value)), stamp };
    await db.put('secrets', record, name);
    await db.delete('secrets', enteredName(name));
    await memory.remove(memoryName(name));
  }

  async function has(name: SecretName): Promise<boolean> {
    // both at once: a card waits for it
    const places = await Promise.all([sealed(name), remembered(name)]);
    return places.some((kept) => kept !== undefined);
  }

  return {
    has,
    gone: async (name) => (await db.get('secrets', enteredName(name))) === true && !(await has(name)),
    read: async (name) => (await read(name))?.value,
    write: (name, value) => put(name, { value, stamp: crypto.randomUUID() }),
    async remove(name) {
      await memory.remove(memoryName(name));
      await db.delete('secrets', name);
      await db.delete('secrets', enteredName(name));
    },
    stamp: async (name) => ((await remembered(name)) ?? (await sealed(name)))?.stamp ?? '',
    async move() {
      for (const name of ['ucm-password', 'dolibarr-key'] as const) {
        const kept = await read(name);
        if (kept) await put(name, kept);
      }
    },
    seal,
    unseal,
  };
}

const memoryName = (name: SecretName): string => `secret-${name}`;
/** says on disk that there is one in memory, and nothing of it */
const enteredName = (name: SecretName): string => `entered-${name}`;
