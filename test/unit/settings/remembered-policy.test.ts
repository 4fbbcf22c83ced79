import { describe, expect, it } from 'vitest';
import { type RememberedPolicy, rememberPolicy } from '../../../lib/settings/remembered-policy';

/** An office's computer: what is kept on its disk, and what its administrator gives. */
function computer() {
  const disk = new Map<string, unknown>();
  const office: { disk: typeof disk; given: unknown; start: typeof start } = { disk, given: {}, start };

  /** The browser is started; it says what the administrator gives only when it is let. */
  function start(): { policy: RememberedPolicy; browserSays(): void } {
    let say: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => {
      say = resolve;
    });
    const shelf = {
      read: async (name: string) => structuredClone(disk.get(name)),
      write: async (name: string, value: unknown) => void disk.set(name, structuredClone(value)),
    };
    const policy = rememberPolicy(shelf, async () => {
      await ready;
      return office.given;
    });
    return { policy, browserSays: () => say() };
  }

  /** The same, and it has said it. */
  async function started(): Promise<RememberedPolicy> {
    const { policy, browserSays } = start();
    browserSays();
    await policy.current();
    return policy;
  }
  return { ...office, office, started };
}

const given = { ucm: { host: 'pbx.example', password: 'secret-of-the-pbx' }, locked: ['ucm'] };

describe('what the administrator gave', () => {
  it('is known at once when the browser starts the next time, before the browser says it', async () => {
    const { office, started } = computer();
    office.given = given;
    await started();
    const { policy } = office.start();
    expect(await policy.known()).toEqual({ ucm: { host: 'pbx.example' }, locked: ['ucm'] });
    expect(await policy.isNew()).toBe(false);
  });

  it('is waited for where it was never read: nothing may be shown unlocked first', async () => {
    const { office } = computer();
    office.given = given;
    const { policy, browserSays } = office.start();
    expect(await policy.isNew()).toBe(true);
    const known = policy.known();
    browserSays();
    expect(await known).toEqual(given);
  });

  it('is remembered without the password', async () => {
    const { office, started, disk } = computer();
    office.given = given;
    await started();
    expect(JSON.stringify([...disk])).toContain('pbx.example');
    expect(JSON.stringify([...disk])).not.toContain('secret-of-the-pbx');
  });

  it('and is another since the browser was closed is told, and known from then on', async () => {
    const { office, started } = computer();
    office.given = given;
    await started();
    office.given = { sync: { minutes: 5 } };
    const { policy, browserSays } = office.start();
    browserSays();
    expect(await policy.isOther()).toBe(true);
    expect(await policy.known()).toEqual({ sync: { minutes: 5 } });
    expect(await (await started()).isOther()).toBe(false);
  });

  it('and was changed twice in one day is remembered as it was at the end', async () => {
    const { office, started } = computer();
    office.given = given;
    const policy = await started();
    office.given = { sync: { minutes: 5 } };
    await policy.look();
    office.given = given;
    await policy.look();
    expect(await (await started()).isOther()).toBe(false);
    expect(await policy.known()).toEqual(given);
  });
});
