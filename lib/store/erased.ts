import type { Leg } from '../calls/leg';
import type { Database } from './database';
import { storeError } from './database';

/**
 * What was erased and must not come back with a later poll, as marks from which it cannot be read: a keyed hash, under a
 * key of this browser that no script can export. Whoever has a copy of the profile can still try all numbers there are.
 */
export interface Erased {
  /**
   * `names` as the functions below make them; committed when it returns. `until`: UTC epoch seconds; what began later is
   * new, and kept again.
   */
  mark(names: Iterable<string>, until?: number): Promise<void>;
  /** those of the names that are marked, and until when */
  marked(names: Iterable<string>): Promise<Map<string, number>>;
  isEmpty(): Promise<boolean>;
}

/** `digits`: as the settings read a number, `+33639981234`, or bare digits. */
export const numberName = (digits: string): string => `number ${digits}`;

/** As the UCM wrote it: it stays marked when the settings read it otherwise later. */
export const rawName = (raw: string): string => `raw ${raw}`;

/** By which its call is known again, also by legs that name no number: its session, or its channel where there is none. */
export const callName = (leg: Leg): string => `call ${leg.session === '' ? leg.uniqueid : leg.session}`;

const MARKS = 'erased';
const KEY = 'erased-key';
const KNOWN = 50_000;

export function createErased(db: Database): Erased {
  let marks: Promise<Map<string, number>> | undefined;
  let key: Promise<CryptoKey> | undefined;
  const known = new Map<string, string>();

  const load = () => {
    marks ??= db.get('state', MARKS).then((kept) => new Map(kept as Map<string, number> | undefined)); // written below alone
    return marks;
  };

  async function openKey(): Promise<CryptoKey> {
    const kept = await db.get('secrets', KEY);
    if (kept instanceof CryptoKey) return kept;
    const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    await db.put('secrets', made, KEY);
    return made;
  }

  async function markOf(name: string): Promise<string> {
    const found = known.get(name);
    if (found !== undefined) return found;
    key ??= openKey();
    const hash = new Uint8Array(await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(name)));
    const mark = btoa(String.fromCharCode(...hash.slice(0, 16)));
    if (known.size >= KNOWN) known.clear();
    known.set(name, mark);
    return mark;
  }

  return {
    isEmpty: async () => (await load()).size === 0,
    async mark(names, until = Number.POSITIVE_INFINITY) {
      const all = new Map(await load());
      for (const mark of await Promise.all([...names].map(markOf))) {
        all.set(mark, Math.max(until, all.get(mark) ?? until));
      }
      try {
        await db.put('state', all, MARKS);
      } catch (error) {
        throw storeError(error);
      }
      marks = Promise.resolve(all);
    },
    async marked(names) {
      const all = await load();
      const found = new Map<string, number>();
      if (all.size === 0) return found;
      await Promise.all(
        [...new Set(names)].map(async (name) => {
          const until = all.get(await markOf(name));
          if (until !== undefined) found.set(name, until);
        }),
      );
      return found;
    },
  };
}
