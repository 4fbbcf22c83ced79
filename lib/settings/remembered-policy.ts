import { sameValue } from './paths';

/** What the administrator gave, as storage.managed hands it over. */
export interface RememberedPolicy {
  /** as far as it is known: at once where the browser was ever asked, without the UCM's password then */
  known(): Promise<unknown>;
  /** as the browser says now */
  current(): Promise<unknown>;
  /** whether the browser said something else, when it was asked first, than what is remembered */
  isOther(): Promise<boolean>;
  /** true when nothing is remembered: everything has to wait for the browser */
  isNew(): Promise<boolean>;
  /** asks the browser again */
  look(): Promise<void>;
}

interface Shelf {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

const SEEN = 'policy-seen';

/**
 * A Chromium that has just been started gives an extension its policy after about three seconds, with or without one:
 * measured, the cards of the tabs it opens again would be empty for so long. So the policy is remembered, but for the
 * password, which is kept encrypted elsewhere; the caller lets everything follow when the browser says another.
 */
export function rememberPolicy(shelf: Shelf, ask: () => Promise<unknown>): RememberedPolicy {
  let answered = false;
  const remembered = shelf.read(SEEN);
  let kept: unknown;

  async function read(): Promise<unknown> {
    const managed = await ask();
    const seen = withoutPassword(managed);
    if (!answered) kept = await remembered;
    if (!sameValue(kept, seen)) await shelf.write(SEEN, seen);
    kept = seen;
    answered = true;
    return managed;
  }
  const first = read();
  let current = first;
  first.catch(() => undefined); // whoever waits for it has the failure

  return {
    async known() {
      return (answered ? undefined : await remembered) ?? current;
    },
    current: () => current,
    async isOther() {
      const seen = withoutPassword(await first);
      const before = await remembered;
      return before !== undefined && !sameValue(before, seen);
    },
    isNew: async () => (await remembered) === undefined,
    async look() {
      current = read();
      await current;
    },
  };
}

function withoutPassword(managed: unknown): object {
  const { ucm, ...others }: { ucm?: unknown } = Object(managed);
  if (typeof ucm !== 'object' || ucm === null) return ucm === undefined ? others : { ...others, ucm };
  return { ...others, ucm: Object.fromEntries(Object.entries(ucm).filter(([name]) => name !== 'password')) };
}
