import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors';
import type { UcmAsk } from '../../../lib/ucm/session';
import { createUcmSession } from '../../../lib/ucm/session';
import type { KeptSession } from '../../../lib/ucm/session-state';
import { readStaff } from '../../../lib/ucm/staff';
import { startUcm, type Ucm, type UcmOptions } from '../../sim';
import { nodeHands } from './node-hands';

const now = 1_795_442_400;
const open: Ucm[] = [];
afterEach(async () => {
  for (const ucm of open.splice(0)) await ucm.close();
});

/** A session with a UCM that has six desks, a queue and a ring group. */
async function office(options: UcmOptions = {}): Promise<{ ucm: Ucm; session: UcmAsk }> {
  const ucm = await startUcm({ now, ...options });
  open.push(ucm);
  let kept: KeptSession | undefined;
  const session = createUcmSession({
    hands: nodeHands(ucm).hands,
    target: async () => ({ host: ucm.host, port: ucm.port, https: true, user: ucm.user }),
    secret: async () => ({ password: ucm.password, credential: 'first' }),
    memory: {
      read: async () => kept,
      write: async (next) => {
        kept = next;
      },
    },
    guard: { read: async () => ({}), write: async () => undefined },
    now: () => now * 1000,
    random: () => 0,
  });
  return { ucm, session };
}

/** A UCM that answers a list with these pages, whatever else it is asked. */
function answering(pages: Record<string, unknown>[]) {
  const asked: { action: string; page: unknown }[] = [];
  const session: UcmAsk = {
    async ask(action, parameters) {
      asked.push({ action, page: parameters['page'] });
      return action === 'listAccount'
        ? { response: pages[Number(parameters['page']) - 1] ?? pages.at(-1), status: 0 }
        : {};
    },
    askFile: () => Promise.reject(new Error('not a file')),
  };
  return { session, asked };
}

describe('who has which extension', () => {
  it('is read with queues and ring groups in one login, and passwords are not asked for', async () => {
    const { ucm, session } = await office();
    const { named, counts } = await readStaff(session);
    expect(counts).toEqual({ accounts: 6, queues: 1, groups: 1 });
    expect(named).toContainEqual({ number: '203', name: 'Claire Morel' });
    expect(named).toContainEqual({ number: '6500', name: 'Accueil clients' });
    expect(named).toContainEqual({ number: '6400', name: 'Bureau' });
    expect(ucm.counters.logins).toBe(1);
  });

  it('is left out list by list where the API user may not read it', async () => {
    const { session } = await office({ refused: ['listAccount', 'listRingGroup'] });
    const { named, counts } = await readStaff(session);
    expect(counts).toEqual({ accounts: 'refused', queues: 1, groups: 'refused' });
    expect(named).toEqual([{ number: '6500', name: 'Accueil clients' }]);
  });

  it('comes page by page; a UCM that heeds no page is not asked for ever', async () => {
    const page = (extension: string) => ({ account: [{ extension, fullname: `Poste ${extension}` }], total_page: 3 });
    const three = answering([page('201'), page('202'), page('203')]);
    expect((await readStaff(three.session)).counts.accounts).toBe(3);
    const deaf = answering([page('201')]);
    expect((await readStaff(deaf.session)).counts.accounts).toBe(1);
    expect(deaf.asked.filter(({ action }) => action === 'listAccount')).toHaveLength(2);
  });

  it('is number and name alone: whatever else came is dropped, and what is no extension too', async () => {
    const { session } = answering([
      {
        account: [
          { extension: '201', fullname: ' Claire\n\u202eMorel ', secret: 'geheim', email: 'claire@example.com' },
          { extension: 202, fullname: '202' },
          { extension: '__proto__', fullname: 'nobody' },
          { extension: '203', fullname: { toString: 'x' } },
          { fullname: 'nobody' },
          { extension: '204', fullname: '<img src=x onerror=alert(1)>'.repeat(10) },
        ],
      },
    ]);
    const { named } = await readStaff(session);
    expect(named).toEqual([
      { number: '201', name: 'Claire Morel' },
      { number: '202', name: '' },
      { number: '203', name: '' },
      { number: '204', name: expect.stringMatching(/^<img.{56}$/) },
    ]);
    expect(JSON.stringify(named)).not.toMatch(/geheim|example/);
  });

  it('a UCM that is away is an error', async () => {
    const session: UcmAsk = {
      ask: () => Promise.reject(new AppError('ucm-unreachable')),
      askFile: () => Promise.reject(new Error('not a file')),
    };
    await expect(readStaff(session)).rejects.toMatchObject({ code: 'ucm-unreachable' });
  });
});
