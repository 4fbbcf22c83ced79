import { describe, expect, it } from 'vitest';
import { createMadeEvents } from '../../../entrypoints/background/made-events';
import { logCall } from '../../../lib/notes/log-call';
import { theCall } from './desk';
import { deskOf, dolibarrOf, stands, texts, write } from './office';

/** Told what is done before a request goes out, and whether its answer comes. */
function line(told: (method: string, count: number) => Promise<'lost' | undefined>): typeof fetch {
  let count = 0;
  return async (input, init) => {
    const method = init?.method ?? 'GET';
    if (!String(input).includes('/agendaevents')) return fetch(input, init);
    const verdict = await told(method, ++count);
    if (verdict === 'lost') throw new TypeError('Failed to fetch');
    return fetch(input, init);
  };
}

describe('an event that was made, and of which it could not be asked whether it was the first', () => {
  it.each([14, 20, 24] as const)('goes at the next try when a colleague was first, Dolibarr %i', async (version) => {
    const dolibarr = await dolibarrOf({ version });
    const colleague = await deskOf(dolibarr, dolibarr.key);
    let made = false;
    const send = line(async (method) => {
      // between our look and our making, the colleague's event is made
      if (method === 'POST') {
        await write(colleague, 'du collègue');
        made = true;
        return undefined;
      }
      if (!made) return undefined;
      made = false;
      return 'lost';
    });
    const desk = await deskOf(dolibarr, dolibarr.key, { send });
    await write(desk, 'de moi');
    expect(stands(dolibarr)).toHaveLength(2);
    expect((await desk.notes.kept(theCall().keys))?.pending).toMatchObject({ error: { code: 'dolibarr-unreachable' } });

    await desk.restart();
    await desk.notes.flush('now');
    expect(texts(dolibarr)).toEqual(['de moi']);
    const record = await desk.notes.kept(theCall().keys);
    expect(record?.pending).toBeUndefined();
    expect(record?.beside).toMatchObject([{ text: 'du collègue', whose: 'theirs' }]);
  });

  it('is the one when nobody else made another, and is looked at again as such', async () => {
    const dolibarr = await dolibarrOf();
    let lost = 0;
    const send = line(async (method) => {
      if (method === 'POST') lost = 1;
      else if (lost-- > 0) return 'lost';
      return undefined;
    });
    const desk = await deskOf(dolibarr, dolibarr.key, { send });
    await write(desk, 'de moi');
    await desk.notes.flush('now');
    expect(texts(dolibarr)).toEqual(['de moi']);
    // a slower colleague's event comes to light under a lower number
    const [ours] = stands(dolibarr);
    if (!ours) throw new Error('no event');
    dolibarr.events.set(1, { ...ours, id: 1, note: '<b>Note publique</b><br>plus lent' });
    await desk.pass(5_000);
    expect(stands(dolibarr).map(({ id }) => id)).toEqual([1]);
  });

  it('stays when a colleague has written into it meanwhile', async () => {
    const dolibarr = await dolibarrOf();
    const colleague = await deskOf(dolibarr, dolibarr.key);
    let made = false;
    const send = line(async (method) => {
      if (method === 'POST') {
        await write(colleague, 'du collègue');
        made = true;
      } else if (made) {
        made = false;
        return 'lost';
      }
      return undefined;
    });
    const desk = await deskOf(dolibarr, dolibarr.key, { send });
    await write(desk, 'de moi');
    const [, ours] = stands(dolibarr);
    if (!ours) throw new Error('no second event');
    ours.note = '<b>Note publique</b><br>écrit dans Dolibarr';
    await desk.notes.flush('now');
    expect(texts(dolibarr)).toEqual(['de moi', 'écrit dans Dolibarr']);
  });

  it.each([14, 20, 24] as const)(
    'goes as well when not even the answer to its making came and a colleague was first, Dolibarr %i',
    async (version) => {
      const dolibarr = await dolibarrOf({ version });
      const colleague = await deskOf(dolibarr, dolibarr.key);
      let first = true;
      const send = line(async (method) => {
        if (method !== 'POST' || !first) return undefined;
        first = false;
        await write(colleague, 'du collègue');
        dolibarr.faults.add('POST /api/index.php/agendaevents', { kind: 'drop' });
        return undefined;
      });
      const desk = await deskOf(dolibarr, dolibarr.key, { send });
      await write(desk, 'de moi');
      expect(texts(dolibarr)).toEqual(['du collègue', 'de moi']);
      await desk.restart();
      await desk.notes.flush('now');
      expect(texts(dolibarr)).toEqual(['de moi']);
      const record = await desk.notes.kept(theCall().keys);
      expect(record?.beside).toMatchObject([{ text: 'du collègue', whose: 'theirs' }]);
    },
  );

  it('of a call without a note goes at the next try, when its answer never came and a colleague was first', async () => {
    const dolibarr = await dolibarrOf();
    const colleague = await deskOf(dolibarr, dolibarr.key);
    const remember = async () => undefined;
    let first = true;
    const send = line(async (method) => {
      if (method !== 'POST' || !first) return undefined;
      first = false;
      await logCall(colleague.agenda, theCall(), remember);
      dolibarr.faults.add('POST /api/index.php/agendaevents', { kind: 'drop' });
      return undefined;
    });
    const desk = await deskOf(dolibarr, dolibarr.key, { send });
    await expect(logCall(desk.agenda, theCall(), remember)).rejects.toMatchObject({ code: 'dolibarr-unreachable' });
    expect(stands(dolibarr)).toHaveLength(2);
    const [kept] = stands(dolibarr);
    expect(await logCall(desk.agenda, theCall(), remember)).toBe(0);
    expect(stands(dolibarr)).toEqual([kept]);
  });

  it('of a call without a note is told before it is asked for, so that it is remembered', async () => {
    const dolibarr = await dolibarrOf();
    let made = false;
    const send = line(async (method) => {
      if (method === 'POST') made = true;
      else if (made) return 'lost';
      return undefined;
    });
    const desk = await deskOf(dolibarr, dolibarr.key, { send });
    const told: number[] = [];
    await expect(logCall(desk.agenda, theCall(), async (id) => void told.push(id))).rejects.toMatchObject({
      code: 'dolibarr-unreachable',
    });
    expect(stands(dolibarr)).toHaveLength(1);
    expect(told).toEqual(stands(dolibarr).map(({ id }) => id));
  });

  it('is settled by a later synchronisation, and asked about until Dolibarr answers', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr, dolibarr.key);
    const shelf = new Map<string, unknown>();
    const state = {
      read: async (name: string) => structuredClone(shelf.get(name)),
      write: async (name: string, value: unknown) => void shelf.set(name, value),
    };
    const made = await logCall(desk.agenda, theCall(), (id) =>
      createMadeEvents(state, desk.agenda).add(id, theCall().keys),
    );
    const event = dolibarr.events.get(made);
    if (!event) throw new Error('no event');
    dolibarr.events.set(1, { ...event, id: 1 });
    desk.online = false;
    await expect(createMadeEvents(state, desk.agenda).settle()).rejects.toMatchObject({ code: 'offline' });
    desk.online = true;
    await createMadeEvents(state, desk.agenda).settle();
    expect(stands(dolibarr).map(({ id }) => id)).toEqual([1]);
    const { requests } = dolibarr;
    const before = requests.length;
    await createMadeEvents(state, desk.agenda).settle();
    expect(requests.length).toBe(before);
  });
});
