import type { Database } from './database';

export type SecretName = 'ucm-password' | 'dolibarr-key';

/** Password and key, encrypted under a key whose bytes no script can read. */
export interface SecretStore {
  has(name: SecretName): Promise<boolean>;
  read(name: SecretName): Promise<string | undefined>;
  write(name: SecretName, value: string): Promise<void>;
  remove(name: SecretName): Promise<void>;
  /** changes whenever the secret is written; says nothing of it. '' when there is none */
  stamp(name: SecretName): Promise<string>;
  /** for texts that are kept elsewhere and are nobody else's business */
  seal(text: string): Promise<Sealed>;
  unseal(sealed: Sealed): Promise<string>;
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

type KeptSecret = Sealed & { stamp: string };

/**
 * AES-GCM under a non-extractable WebCrypto key that lies beside the data. This keeps secrets from exports, logs and
 * casual reading, not from someone with a copy of the browser's profile.
 */
export function createSecretStore(db: Database): SecretStore {
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

  return {
    has: async (name) => (await sealed(name)) !== undefined,
    async read(name) {
      const found = await sealed(name);
      return found && unseal(found);
    },
    async write(name, value) {
      const record: KeptSecret = { ...(await seal(value)), stamp: crypto.randomUUID() };
      await db.put('secrets', record, name);
    },
    remove: (name) => db.delete('secrets', name),
    stamp: async (name) => (await sealed(name))?.stamp ?? '',
    seal,
    unseal,
  };
}
