import { describe, expect, it } from 'vitest';
import { AppError } from '../../lib/errors';
import { createLog, logged, masked } from '../../lib/log';

const noon = Date.UTC(2026, 10, 23, 11);
const minute = 60_000;

function office() {
  const shelf = new Map<string, string>();
  let now = noon;
  const log = createLog(
    {
      read: async (name) => (shelf.has(name) ? JSON.parse(shelf.get(name) ?? '') : undefined),
      write: async (name, value) => void shelf.set(name, JSON.stringify(value)),
    },
    () => now,
    async () => 30,
  );
  return { log, shelf, pass: (ms: number) => (now += ms) };
}

describe('the log of the diagnostics', () => {
  it('tells a quiet night in one line: how often, since when and until when', async () => {
    const { log, pass } = office();
    await log.add('calls', { newCalls: 3 });
    for (let run = 0; run < 40; run++) {
      pass(15 * minute);
      await log.add('calls', { newCalls: 0 });
      if (run % 4 === 0) await log.add('directory', { parties: 22 });
    }
    const entries = await log.read();
    expect(entries.map(({ what, times }) => [what, times])).toEqual([
      ['calls', 1],
      ['calls', 40],
      ['directory', 10],
    ]);
    expect(entries[1]).toMatchObject({ first: noon + 15 * minute, last: noon + 40 * 15 * minute });
  });

  it('keeps what failed and why, and what fails goes on to whoever asked', async () => {
    const { log } = office();
    const refused = new AppError('ucm-banned', { host: '192.168.1.10:8089', seconds: 240 });
    await expect(
      logged(
        log,
        'test-ucm',
        () => Promise.reject(refused),
        () => ({}),
      ),
    ).rejects.toBe(refused);
    expect(await log.read()).toMatchObject([
      { what: 'test-ucm', error: { code: 'ucm-banned', detail: { host: '192.168.1.10:8089', seconds: 240 } } },
    ]);
  });

  it('forgets after thirty days', async () => {
    const { log, pass } = office();
    await log.add('calls', { newCalls: 1 });
    pass(31 * 86_400_000);
    await log.add('calls', { newCalls: 2 });
    expect((await log.read()).map(({ facts }) => facts)).toEqual([{ newCalls: 2 }]);
  });

  it('holds no telephone number and no cookie, whatever a machine put into its answer', async () => {
    const { log, shelf } = office();
    const reason = 'no such user 06 39 98 12 34 (+33639981234), cookie sid743052864-1771597757';
    await log.add('calls', {}, { code: 'unexpected', detail: { reason, host: '192.168.100.200:8089' } });
    const kept = [...shelf.values()].join();
    expect(kept).not.toMatch(/0639|06 39|3399|639981234|743052864|1771597757/);
    expect(kept).toContain('…34');
    expect(kept).toContain('192.168.100.200:8089');
  });

  it('is pruned of what is too old although nothing new is written', async () => {
    const { log, pass, shelf } = office();
    await log.add('calls', { newCalls: 1 });
    pass(31 * 1440 * minute);
    await log.prune();
    expect(shelf.get('log')).toBe('[]');
  });

  it('does not stop what it tells of when the disk is full', async () => {
    const log = createLog(
      { read: async () => undefined, write: () => Promise.reject(new AppError('store-full')) },
      () => noon,
      async () => 30,
    );
    expect(
      await logged(
        log,
        'calls',
        async () => 7,
        () => ({}),
      ),
    ).toBe(7);
  });
});

it('a number keeps its last two digits, words and versions stay as they are', () => {
  expect(masked('call 01.99.00.12.34 on UCM6302 1.0.27.10')).toBe('call …34 on UCM6302 1.0.27.10');
});
