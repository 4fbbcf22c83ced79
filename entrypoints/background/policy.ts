import { browser } from '../../lib/browser';
import { readPolicy } from '../../lib/settings/policy';
import type { RememberedPolicy } from '../../lib/settings/remembered-policy';
import type { SecretStore, SessionMemory } from '../../lib/store/secrets';
import type { StateStore } from '../../lib/store/state';

/** What the administrator gave; nothing where the browser has no policy for this extension (Firefox throws then). */
export async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    // Firefox without a policy says “Managed storage manifest not found”
    return {};
  }
}

/** The browser's own memory, which content scripts cannot read. */
export const sessionMemory: SessionMemory = {
  read: async (name) => (await browser.storage.session.get(name))[name],
  write: (name, value) => browser.storage.session.set({ [name]: value }),
  remove: (name) => browser.storage.session.remove(name),
};

/** Name of the state that says that the UCM's password is the administrator's. */
const GIVEN = 'ucm-password-given';

/**
 * Keeps the UCM's password as the policy has it, as any other: written when it is another, so that a changed one is
 * tried anew, and removed when the policy names none any more.
 */
export async function keepGivenPassword(
  policy: RememberedPolicy,
  secrets: SecretStore,
  state: StateStore,
): Promise<void> {
  const { ucmPassword } = readPolicy(await policy.current());
  const wasGiven = await isPasswordGiven(state);
  if (ucmPassword !== undefined) {
    if ((await secrets.read('ucm-password')) !== ucmPassword) await secrets.write('ucm-password', ucmPassword);
    if (!wasGiven) await state.write(GIVEN, true);
  } else if (wasGiven) {
    await secrets.remove('ucm-password');
    await state.write(GIVEN, false);
  }
}

/** Whether the UCM's password is the administrator's: nobody may enter another. */
export async function isPasswordGiven(state: StateStore): Promise<boolean> {
  return (await state.read(GIVEN)) === true;
}
