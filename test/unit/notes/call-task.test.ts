import { describe, expect, it } from 'vitest';
import { readCallTasks } from '../../../lib/dolibarr/call-tasks';
import { createDolibarrRest } from '../../../lib/dolibarr/rest';
import { AppError } from '../../../lib/errors';
import type { Agenda } from '../../../lib/notes/agenda';
import { setCallTask } from '../../../lib/notes/call-task';
import { finishTasks } from '../../../lib/notes/finish-tasks';
import { ALL_RIGHTS, type Dolibarr, SALES_RIGHTS, type Version } from '../../sim';
import { theCall } from './desk';
import { deskOf, dolibarrOf, stands, write } from './office';

/** 9:00 of the day after, UTC epoch seconds */
const tomorrow = Date.parse('2026-11-24T09:00:00+01:00') / 1000;

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
    await setCallTask(desk.agenda, theCall(), { done: true });
    expect(stands(dolibarr)).toMatchObject([{ ref_ext: 'ucm:1795425120.17', percentage: 100, socid: 1 }]);
    expect(await read(dolibarr)).toMatchObject([
      {
        ref: version === 14 ? '' : 'ucm:1795425120.17',
        start: theCall().start,
        label: 'Appel entrant 06 39 98 12 34',
        done: true,
      },
    ]);
    await setCallTask(desk.agenda, theCall(), { done: false });
    expect(await read(dolibarr)).toMatchObject([{ done: false }]);
  });

  it('is the event that a note stands in, which keeps its note', async () => {
    const dolibarr = await dolibarrOf({ version });
    const desk = await deskOf(dolibarr);
    await write(desk, 'veut le bleu');
    expect(await read(dolibarr)).toEqual([]);
    await setCallTask(desk.agenda, theCall(), { done: true });
    expect(stands(dolibarr)).toMatchObject([{ percentage: 100, note: expect.stringContaining('veut le bleu') }]);
    await write(desk, 'veut le vert');
    expect(stands(dolibarr)).toMatchObject([{ percentage: 100, note: expect.stringContaining('veut le vert') }]);
  });

  it('by one who may write the events of all goes into the first; by one with few rights into his own', async () => {
    const dolibarr = await dolibarrOf({ version });
    const boss = dolibarr.addUser({ login: 'boss', rights: ALL_RIGHTS });
    const paul = dolibarr.addUser({ login: 'paul', rights: SALES_RIGHTS });
    await setCallTask((await deskOf(dolibarr)).agenda, theCall(), { done: true });
    await setCallTask((await deskOf(dolibarr, boss.key)).agenda, theCall(), { done: false });
    expect(stands(dolibarr)).toMatchObject([{ ownerId: dolibarr.sales.id, percentage: 0 }]);
    await setCallTask((await deskOf(dolibarr, paul.key)).agenda, theCall(), { done: true });
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
    await Promise.all([
      setCallTask(one.agenda, theCall(), { done: true }),
      setCallTask(other.agenda, theCall(), { done: true }),
    ]);
    expect(stands(dolibarr)).toMatchObject([{ percentage: 100 }]);
  });

  it('that nobody ever wrote down needs no event to be open', async () => {
    const dolibarr = await dolibarrOf({ version });
    await setCallTask((await deskOf(dolibarr)).agenda, theCall(), { done: false });
    expect(stands(dolibarr)).toEqual([]);
  });

  it('given to a colleague is his in Dolibarr, put off as long as was said, and both end when it is done', async () => {
    const dolibarr = await dolibarrOf({ version });
    const boss = dolibarr.addUser({ login: 'boss', rights: ALL_RIGHTS });
    const { agenda } = await deskOf(dolibarr, boss.key);
    const sales = { id: dolibarr.sales.id, name: 'Sophie Vente' };
    await setCallTask(agenda, theCall(), { assigned: sales });
    await setCallTask(agenda, theCall(), { until: tomorrow }, 60);
    expect(stands(dolibarr)).toMatchObject([
      { ownerId: sales.id, percentage: 0, location: `→ Sophie Vente (${sales.id}) · ⏰ 2026-11-24 09:00 +01:00` },
    ]);
    expect(await read(dolibarr)).toMatchObject([{ done: false, assigned: sales, until: tomorrow }]);
    await setCallTask((await deskOf(dolibarr)).agenda, theCall(), { done: true });
    expect(await read(dolibarr)).toMatchObject([{ done: true, assigned: sales, until: 0 }]);
    expect(stands(dolibarr)).toHaveLength(1);
  });

  it('is taken by one with few rights in an event of his own, and given back', async () => {
    const dolibarr = await dolibarrOf({ version });
    const boss = dolibarr.addUser({ login: 'boss', rights: ALL_RIGHTS });
    const paul = dolibarr.addUser({ login: 'paul', rights: SALES_RIGHTS });
    await setCallTask((await deskOf(dolibarr, boss.key)).agenda, theCall(), { until: tomorrow });
    const { agenda } = await deskOf(dolibarr, paul.key);
    await setCallTask(agenda, theCall(), { assigned: { id: paul.id, name: '' } });
    expect(stands(dolibarr)).toMatchObject([{ ownerId: boss.id }, { ownerId: paul.id }]);
    const last = (await read(dolibarr)).at(-1);
    expect(last).toMatchObject({ assigned: { id: paul.id }, until: tomorrow });
    await setCallTask(agenda, theCall(), { assigned: null });
    expect((await read(dolibarr)).at(-1)?.assigned).toBeUndefined();
  });

  it('is done in the agenda of whoever has it once the caller was talked to, put off no more, and keeps its note', async () => {
    const dolibarr = await dolibarrOf({ version });
    const boss = dolibarr.addUser({ login: 'boss', rights: ALL_RIGHTS });
    const desk = await deskOf(dolibarr, boss.key);
    await write(desk, 'veut le bleu');
    await setCallTask(desk.agenda, theCall(), { assigned: { id: dolibarr.sales.id, name: 'Sophie Vente' } });
    await setCallTask(desk.agenda, theCall(), { until: tomorrow }, 60);
    const [task] = await read(dolibarr);
    if (!task) throw new Error('no task');
    const finish = (agenda: Agenda, over: number, done: number[] = []) =>
      finishTasks(
        {
          agenda,
          overAt: async (tasks) => new Map(tasks.map((one) => [one, over])),
          wasFinished: (event) => done.includes(event),
          finished: async (event) => void done.push(event),
        },
        [task],
      );
    const reader = dolibarr.addUser({
      login: 'lea',
      rights: SALES_RIGHTS.filter((right) => !right.includes('create')),
    });
    const other = dolibarr.addUser({ login: 'paul', rights: SALES_RIGHTS });
    for (const { key } of [reader, other]) await finish((await deskOf(dolibarr, key)).agenda, task.changedAt);
    const { agenda } = await deskOf(dolibarr);
    // somebody has it to be done although that call was two days ago
    await finish(agenda, task.changedAt - 2 * 86_400);
    expect(stands(dolibarr)).toMatchObject([{ percentage: 0 }]);
    const done: number[] = [];
    await finish(agenda, task.changedAt, done);
    expect(stands(dolibarr)).toMatchObject([
      {
        ...{ ownerId: dolibarr.sales.id, percentage: 100, location: `→ Sophie Vente (${dolibarr.sales.id})` },
        note: expect.stringContaining('veut le bleu'),
      },
    ]);
    const [event] = stands(dolibarr);
    if (event) event.percentage = 0;
    await finish(agenda, task.changedAt, done);
    expect(stands(dolibarr)).toMatchObject([{ percentage: 0 }]);
  });

  it('that cannot be written keeps no other from being done', async () => {
    const dolibarr = await dolibarrOf({ version });
    const { agenda } = await deskOf(dolibarr);
    await setCallTask(agenda, theCall(), { assigned: { id: dolibarr.sales.id, name: 'Sophie Vente' } });
    const [task] = await read(dolibarr);
    if (!task) throw new Error('no task');
    const done: number[] = [];
    await finishTasks(
      {
        agenda: {
          ...agenda,
          async change(event, change) {
            if (event.id !== task.id) throw new AppError('dolibarr-server', { reason: '500' });
            return agenda.change(event, change);
          },
        },
        overAt: async (tasks) => new Map(tasks.map((one) => [one, one.changedAt])),
        wasFinished: () => false,
        finished: async (event) => void done.push(event),
      },
      [{ ...task, id: task.id + 1000 }, task],
    );
    expect(done).toEqual([task.id]);
  });

  it('that was handed over in Dolibarr itself is with whoever has it there', async () => {
    const dolibarr = await dolibarrOf({ version });
    const boss = dolibarr.addUser({ login: 'boss', rights: ALL_RIGHTS });
    await setCallTask((await deskOf(dolibarr, boss.key)).agenda, theCall(), {
      assigned: { id: dolibarr.sales.id, name: 'Sophie Vente' },
    });
    const [event] = stands(dolibarr);
    if (event) event.ownerId = boss.id;
    expect(await read(dolibarr)).toMatchObject([{ assigned: { id: boss.id, name: '' } }]);
  });

  it('stays untold where the place of the event is full of other words', async () => {
    const dolibarr = await dolibarrOf({ version });
    const { agenda } = await deskOf(dolibarr);
    await setCallTask(agenda, theCall(), { done: true });
    const [event] = stands(dolibarr);
    if (event)
      event.location = 'Au fond de la cour, deuxième porte à gauche, sonner chez Mme Lefèvre, et attendre '
        .repeat(2)
        .slice(0, 128);
    expect(await setCallTask(agenda, theCall(), { until: tomorrow })).toBe(false);
    expect(stands(dolibarr)).toMatchObject([{ percentage: 100, location: event?.location }]);
  });

  it('cannot be shared by one who may not write events', async () => {
    const dolibarr = await dolibarrOf({ version });
    const reader = dolibarr.addUser({
      login: 'lea',
      rights: SALES_RIGHTS.filter((right) => !right.includes('create')),
    });
    const desk = await deskOf(dolibarr, reader.key);
    await expect(setCallTask(desk.agenda, theCall(), { done: true })).rejects.toMatchObject({ code: 'dolibarr-right' });
  });
});
