import { expect, it } from 'vitest';
import { waitingNotes } from '../../../lib/answers/waiting-notes';
import { theCall } from './desk';
import { deskOf, dolibarrOf, write } from './office';

it('a note that Dolibarr did not take is told of with its reason, since when and until when it waits; sent, no more', async () => {
  const desk = await deskOf(await dolibarrOf());
  desk.online = false;
  const typed = Math.floor(desk.clock / 1000);
  await write(desk, 'rappeler mardi');
  expect(await waitingNotes(desk.store, async () => true)).toEqual([
    { call: theCall().start, since: typed, fails: 1, next: typed + 30, error: { code: 'offline', detail: {} } },
  ]);
  desk.online = true;
  await desk.pass(60_000);
  await desk.pass(60_000);
  expect(await waitingNotes(desk.store, async () => true)).toEqual([]);
});

it('one that was typed in the page of another user waits for a word of his, with no time set', async () => {
  const dolibarr = await dolibarrOf();
  const desk = await deskOf(dolibarr, dolibarr.salesKey, { agreed: () => false });
  await write(desk, 'rappeler mardi');
  const [waiting, ...others] = await waitingNotes(desk.store, async () => false);
  expect(others).toEqual([]);
  expect(waiting).toMatchObject({ call: theCall().start, fails: 0 });
  expect(waiting).not.toHaveProperty('next');
});
