import { afterEach, describe, expect, it } from 'vitest';
import { logCall, withdraw } from '../../../lib/notes/log-call';
import { ALL_RIGHTS, type Dolibarr, startDolibarr, type Version } from '../../sim';
import { sitDown, theCall } from './desk';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function office(version: Version = 23, browsers = 1) {
  const dolibarr = await startDolibarr({ version, wrongKeyDelay: 0 });
  open.push(dolibarr);
  const user = dolibarr.addUser({ login: 'tous', rights: ALL_RIGHTS });
  const desks = await Promise.all(
    Array.from({ length: browsers }, () => sitDown({ url: dolibarr.url, key: user.key })),
  );
  open.push(...desks);
  return { dolibarr, desks, desk: desks[0] ?? (await sitDown({ url: dolibarr.url, key: user.key })) };
}

/** what is made is not looked at again here */
const forget = async () => undefined;

const logged = ({ events }: Dolibarr) => [...events.values()].filter(({ ref_ext }) => ref_ext.startsWith('ucm:'));

describe('a matched call without a note', () => {
  it.each<Version>([14, 16, 20, 22, 23, 24])('stands in the agenda once, Dolibarr %i', async (version) => {
    const { dolibarr, desk } = await office(version);
    expect(await logCall(desk.agenda, theCall(), forget)).toBeGreaterThan(0);
    expect(await logCall(desk.agenda, theCall(), forget)).toBe(0);
    expect(logged(dolibarr)).toMatchObject([{ label: 'Appel entrant 06 39 98 12 34', socid: 1, note: '' }]);
  });

  it('which somebody noted before has its event already', async () => {
    const { dolibarr, desk } = await office();
    await desk.notes.type(theCall(), { text: { public: 'noté', private: '' }, base: {} }, 3, true);
    await desk.notes.flush();
    expect(await logCall(desk.agenda, theCall(), forget)).toBe(0);
    expect(logged(dolibarr)).toHaveLength(1);
  });

  it('is noted in the event that it has', async () => {
    const { dolibarr, desk } = await office();
    await logCall(desk.agenda, theCall(), forget);
    await desk.notes.type(theCall(), { text: { public: 'noté après', private: '' }, base: {} }, 3, true);
    await desk.notes.flush();
    expect(logged(dolibarr)).toMatchObject([{ note: expect.stringContaining('noté après') }]);
  });

  it('of ten browsers at the same moment one puts it there', async () => {
    const { dolibarr, desks } = await office(23, 10);
    const made = await Promise.all(desks.map((desk) => logCall(desk.agenda, theCall(), forget)));
    expect(made.filter((id) => id > 0)).toHaveLength(1);
    expect(logged(dolibarr)).toHaveLength(1);
  });

  it('made although a slower one had a lower number: it goes at the next look, unless somebody has noted in it', async () => {
    const { dolibarr, desk } = await office();
    const made = await logCall(desk.agenda, theCall(), forget);
    const event = dolibarr.events.get(made);
    if (!event) throw new Error('no event');
    dolibarr.events.set(1, { ...event, id: 1 });
    event.note = '<b>Note publique</b><br>noté';
    expect(await withdraw(desk.agenda, theCall(), made)).toBe(true);
    expect(logged(dolibarr)).toHaveLength(2);
    event.note = '';
    await withdraw(desk.agenda, theCall(), made);
    expect(logged(dolibarr).map(({ id }) => id)).toEqual([1]);
  });
});
