import { describe, expect, it } from 'vitest';
import { readCallTasks } from '../../../lib/dolibarr/call-tasks';
import { createDolibarrRest } from '../../../lib/dolibarr/rest';
import { setCallTask } from '../../../lib/notes/call-task';
import { ALL_RIGHTS, type Dolibarr, SALES_RIGHTS, type Version } from '../../sim';
import { theCall } from './desk';
import { deskOf, dolibarrOf, stands, write } from './office';

/** What any browser reads of the tasks: of each call whether it is done, in the order of its changes. */
const read = (dolibarr: Dolibarr, key = dolibarr.salesKey) =>
  readCallTasks(
    createDolibarrRest({
      connection: async () => ({ root: dolibarr.url, key }),
      fetch: (input, init) => fetch(input, init),
      offline: () => false,
    }),
    theCall().start - 3600,
  );

describe.each<Version>([14, 16, 20, 24])('a missed call that somebody has seen to, Dolibarr %i', (version) => {
  it('is done in the event of that call for every browser, and to be done again when it was taken back', async () => {
    const dolibarr = await dolibarrOf({ version });
    const desk = await deskOf(dolibarr);
    await setCallTask(desk.agenda, theCall(), true);
    expect(stands(dolibarr)).toMatchObject([{ ref_ext: 'ucm:1795425120.17', percentage: 100, socid: 1 }]);
    expect(await read(dolibarr)).toMatchObject([
      {
        ref: version === 14 ? '' : 'ucm:1795425120.17',
        start: theCall().start,
        label: 'Appel entrant 06 39 98 12 34',
        done: true,
      },
    ]);
    await setCallTask(desk.agenda, theCall(), false);
    expect(await read(dolibarr)).toMatchObject([{ done: false }]);
  });

  it('is the event that a note stands in, which keeps its note', async () => {
    const dolibarr = await dolibarrOf({ version });
    const desk = await deskOf(dolibarr);
    await write(desk, 'veut le bleu');
    expect(await read(dolibarr)).toEqual([]);
    await setCallTask(desk.agenda, theCall(), true);
    expect(stands(dolibarr)).toMatchObject([{ percentage: 100, note: expect.stringContaining('veut le bleu') }]);
    await write(desk, 'veut le vert');
    expect(stands(dolibarr)).toMatchObject([{ percentage: 100, note: expect.stringContaining('veut le vert') }]);
  });

  it('by one who may write the events of all goes into the first; by one with few rights into his own', async () => {
    const dolibarr = await dolibarrOf({ version });
    const boss = dolibarr.addUser({ login: 'boss', rights: ALL_RIGHTS });
    const paul = dolibarr.addUser({ login: 'paul', rights: SALES_RIGHTS });
    await setCallTask((await deskOf(dolibarr)).agenda, theCall(), true);
    await setCallTask((await deskOf(dolibarr, boss.key)).agenda, theCall(), false);
    expect(stands(dolibarr)).toMatchObject([{ ownerId: dolibarr.sales.id, percentage: 0 }]);
    await setCallTask((await deskOf(dolibarr, paul.key)).agenda, theCall(), true);
    expect(stands(dolibarr)).toMatchObject([
      { ownerId: dolibarr.sales.id, percentage: 0 },
      { ownerId: paul.id, percentage: 100, ref_ext: `ucm:1795425120.17:u${paul.id}` },
    ]);
    const tasks = await read(dolibarr);
    expect(tasks).toHaveLength(2);
    expect(new Set(tasks.map(({ ref }) => ref)).size).toBe(1);
  });

  it('by two at once is one event', async () => {
    const dolibarr = await dolibarrOf({ version });
    const boss = dolibarr.addUser({ login: 'boss', rights: ALL_RIGHTS });
    const [one, other] = [await deskOf(dolibarr, boss.key), await deskOf(dolibarr, boss.key)];
    await Promise.all([setCallTask(one.agenda, theCall(), true), setCallTask(other.agenda, theCall(), true)]);
    expect(stands(dolibarr)).toMatchObject([{ percentage: 100 }]);
  });

  it('that nobody ever wrote down needs no event to be open', async () => {
    const dolibarr = await dolibarrOf({ version });
    await setCallTask((await deskOf(dolibarr)).agenda, theCall(), false);
    expect(stands(dolibarr)).toEqual([]);
  });

  it('cannot be shared by one who may not write events', async () => {
    const dolibarr = await dolibarrOf({ version });
    const reader = dolibarr.addUser({
      login: 'lea',
      rights: SALES_RIGHTS.filter((right) => !right.includes('create')),
    });
    const desk = await deskOf(dolibarr, reader.key);
    await expect(setCallTask(desk.agenda, theCall(), true)).rejects.toMatchObject({ code: 'dolibarr-right' });
  });
});
