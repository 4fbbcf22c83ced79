import { attachNumber, detachNumber } from '../../lib/dolibarr/attach-number';
import { readCallTasks } from '../../lib/dolibarr/call-tasks';
import { readColleagues } from '../../lib/dolibarr/colleagues';
import { createContact } from '../../lib/dolibarr/create-contact';
import { attachToEvent } from '../../lib/dolibarr/documents';
import { findByNumber } from '../../lib/dolibarr/find-by-number';
import { readKeyUser } from '../../lib/dolibarr/key-user';
import { readNoteHtml } from '../../lib/dolibarr/note-html';
import { readPartyRights } from '../../lib/dolibarr/party-rights';
import { createDolibarrRest, type DolibarrRest } from '../../lib/dolibarr/rest';
import { createThirdpartyOnce, settleThirdparty } from '../../lib/dolibarr/thirdparty-once';
import { readThirdpartyRights } from '../../lib/dolibarr/thirdparty-rights';
import { AppError } from '../../lib/errors';
import { setCallTask } from '../../lib/notes/call-task';
import { finishTasks } from '../../lib/notes/finish-tasks';
import { logCall } from '../../lib/notes/log-call';
import type { NotedCall } from '../../lib/store/notes';
import { sitDown } from '../unit/notes/desk';
import type { SuiteArguments } from './arguments';
import type { Ledger } from './ledger';
import { BROWSERS, note, openDesks, raceForEvent, raceForThirdparty } from './races';
import { expectSame, type Report } from './report';

interface Run {
  /** of this run, in every name and reference: letters and digits */
  mark: string;
  /** numbers begin so, and nobody has them */
  digits: string;
}

export const restOf = (url: string, key: string, through: typeof fetch): DolibarrRest =>
  createDolibarrRest({ fetch: (input, init) => through(input, init), connection: async () => ({ root: url, key }) });

/** The writing side against a real Dolibarr. Everything it makes is in the ledger. */
export async function runSuite(
  { url, key, salesKey, rounds }: SuiteArguments,
  { mark, digits }: Run,
  ledger: Ledger,
  { check, failures }: Report,
): Promise<void> {
  const chief = restOf(url, key, ledger.fetch);
  const sales = restOf(url, salesKey, ledger.fetch);
  const desk = (of: string) => sitDown({ url, key: of, send: ledger.fetch });
  const name = `Essai des appels ${mark}`;
  let major = 0;
  let thirdparty = 0;
  let calls = 0;
  const newCall = (): NotedCall => {
    const id = `${mark}.${++calls}`;
    const start = Math.floor(Date.now() / 1000) - 600;
    const label = `${name} ${calls}`;
    return { id, keys: [`ucm:${id}`], start, end: start + 60, label, language: 'fr', thirdparty, contact: 0 };
  };

  await check('the keys and what they may', async () => {
    const status = await chief.status();
    major = status.major;
    const [who, few] = await Promise.all([readKeyUser(chief), readKeyUser(sales)]);
    const [rights, may] = await Promise.all([readThirdpartyRights(chief), readPartyRights(sales)]);
    if (!rights.remove || !who.mayWriteOthers) throw new Error('--key may not write and remove what is made here');
    if (!few.mayWrite) throw new Error('--sales-key may not write events');
    if (few.id === who.id) throw new Error('both keys are those of one user');
    return `Dolibarr ${status.version}, users ${who.id} and ${few.id}; the second may ${JSON.stringify(may)}`;
  });

  // nothing is made that could not be removed
  if (failures() > 0) return;

  await check('a thirdparty is made once, whoever asks', async () => {
    const wish = { digits: `${digits}000`, name, phone: `+${digits}000`, country: 'FR' };
    const first = await createThirdpartyOnce(chief, wish, 'essai0');
    thirdparty = first.id ?? 0;
    const second = await createThirdpartyOnce(sales, { ...wish, name: 'Autre' }, 'essai1');
    expectSame([second.id, second.own], [thirdparty, false], 'the second browser');
    expectSame((await settleThirdparty(chief, wish.digits, 'essai0', 'fresh')).id, thirdparty, 'looked at again');
    const found = await findByNumber(chief, wish.digits, major);
    if (!found.some(({ id, kind }) => kind === 'thirdparty' && id === thirdparty))
      throw new Error('not found by number');
    return `id ${thirdparty}`;
  });

  await check('a number goes into a free field, and out again', async () => {
    const to = { kind: 'thirdparty' as const, id: thirdparty };
    const number = { stored: `+${digits}001`, mobile: true };
    const field = (await attachNumber(chief, to, number))?.field;
    // before 20 a thirdparty has one telephone field, which is taken
    expectSame(field, major >= 20 ? 'phone_mobile' : undefined, 'field');
    if (field) expectSame(await detachNumber(chief, to, field, number.stored), true, 'taken out');
    return field ?? 'none is free';
  });

  await check('a contact is made once, and takes a second number', async () => {
    const number = { stored: `+${digits}002`, mobile: false };
    const wish = { thirdparty, firstname: 'Essai', lastname: mark, number };
    const made = await createContact(chief, wish);
    expectSame(await createContact(sales, wish), { id: made.id, made: false }, 'the second browser');
    const to = { kind: 'contact' as const, id: made.id };
    const second = { stored: `+${digits}003`, mobile: true };
    expectSame(await attachNumber(sales, to, second), { field: 'phone_mobile', written: true }, 'field');
    expectSame(await attachNumber(sales, to, second), { field: 'phone_mobile', written: false }, 'once more');
    return `id ${made.id}`;
  });

  await check('a note stands in the event of its call as it was written', async () => {
    const text = 'Veut le modèle <bleu> & "vite"\nrappeler   demain\nNote publique\nà l’été';
    const call = newCall();
    const writer = await desk(salesKey);
    await note(writer, call, text, 'bon payeur');
    const [event] = await writer.agenda.find(call.keys);
    const read = readNoteHtml(event?.note ?? '');
    expectSame([read.public, read.private], [text, 'bon payeur'], 'note');
    await writer.pass(5_000);
    await writer.pass(900_000);
    expectSame((await writer.notes.kept(call.keys))?.beside, [], 'displaced');
    // who may write the events of all shares it, and its owner stays
    const second = await desk(key);
    await second.notes.read(call);
    await note(second, call, 'complété');
    const after = await second.agenda.find(call.keys);
    expectSame(
      after.map(({ ownerId }) => ownerId),
      [event?.ownerId],
      'owners',
    );
    expectSame(readNoteHtml(after[0]?.note ?? '').public, 'complété', 'note');
    for (const one of [writer, second]) one.close();
    return undefined;
  });

  await check('who may not write the events of others has one of his own beside it', async () => {
    const call = newCall();
    const [first, second] = [await desk(key), await desk(salesKey)];
    const few = await second.agenda.user();
    await note(first, call, 'du chef');
    await second.notes.read(call);
    await note(second, call, 'de la vendeuse');
    const events = await first.agenda.find(call.keys);
    expectSame(events.length, few.mayWriteOthers ? 1 : 2, 'events');
    for (const one of [first, second]) one.close();
    return few.mayWriteOthers ? 'he may, and shares it' : undefined;
  });

  await check('a missed call is given to a colleague and put off, and both are read as they were written', async () => {
    const call = newCall();
    const [first, second] = [await desk(key), await desk(salesKey)];
    const few = await second.agenda.user();
    const until = Math.floor(Date.now() / 60_000) * 60 + 86_400;
    const assigned = { id: few.id, name: `Zoé d’Arc & O'Neil ${mark}` };
    // Dolibarr takes double quotes out of the field
    await setCallTask(first.agenda, call, { assigned: { ...assigned, name: `"${assigned.name}"` } });
    await setCallTask(first.agenda, call, { until }, 60);
    const read = async (of: DolibarrRest) =>
      (await readCallTasks(of, call.start - 3600)).filter(
        ({ ref, label }) => ref === call.keys[0] || label === call.label,
      );
    const task = async (of: DolibarrRest) =>
      (await read(of)).map(({ assigned: to, until: time, done }) => ({ to, time, done }));
    expectSame(await task(sales), [{ to: assigned, time: until, done: false }], 'read by the second browser');
    const events = await first.agenda.find(call.keys);
    expectSame(
      events.map(({ ownerId }) => ownerId),
      [few.id],
      'owner',
    );
    await setCallTask(second.agenda, call, { done: true });
    expectSame(await task(chief), [{ to: assigned, time: 0, done: true }], 'done');
    await setCallTask(second.agenda, call, { done: false });
    await finishTasks(
      {
        agenda: second.agenda,
        overAt: async (tasks) => new Map(tasks.map((one) => [one, one.changedAt])),
        wasFinished: () => false,
        finished: async () => undefined,
      },
      await read(sales),
    );
    expectSame(await task(chief), [{ to: assigned, time: 0, done: true }], 'done once the caller was talked to');
    for (const one of [first, second]) one.close();
    const colleagues = await readColleagues(chief);
    if (!colleagues.some(({ id }) => id === few.id)) throw new Error('the second user is not among the colleagues');
    return `${colleagues.length} colleagues; ${events[0]?.location}`;
  });

  await check('a call without a note stands in the agenda once, and takes a recording once', async () => {
    const call = newCall();
    const [first, second] = [await desk(key), await desk(salesKey)];
    const event = await logCall(first.agenda, call, async () => undefined);
    expectSame(await logCall(second.agenda, call, async () => undefined), 0, 'the second browser');
    const attached = await attachOnce(chief, event, `essai-${mark}.wav`, major);
    for (const one of [first, second]) one.close();
    return `event ${event}, ${attached}`;
  });

  await check(`${BROWSERS} browsers at once for an event, ${rounds} rounds: one is left`, async () => {
    const wrong: string[] = [];
    const desks = await openDesks({ url, key, fetch: ledger.fetch });
    for (let round = 0; round < rounds; round++) {
      const call = newCall();
      const { left, unsent } = await raceForEvent(desks, call);
      if (left.length !== 1 || unsent.length > 0) wrong.push(`${round}: ${left.length} left, ${unsent.join()}`);
      for (const id of left) await chief.send('DELETE', `agendaevents/${id}`, {}, 'agenda/allactions/delete');
    }
    for (const one of desks) one.close();
    if (wrong.length > 0) throw new Error(wrong.join('; '));
    return undefined;
  });

  await check(`${BROWSERS} browsers at once for a thirdparty, ${rounds} rounds: one is left`, async () => {
    const wrong: string[] = [];
    const rests = Array.from({ length: BROWSERS }, () => restOf(url, key, ledger.fetch));
    for (let round = 0; round < rounds; round++) {
      const { left } = await raceForThirdparty(rests, `${digits}${String(100 + round).padStart(4, '0')}`, name);
      if (left.length !== 1) wrong.push(`${round}: ${left.length} left`);
      for (const id of left) await chief.send('DELETE', `thirdparties/${id}`, {}, 'societe/supprimer');
    }
    if (wrong.length > 0) throw new Error(wrong.join('; '));
    return undefined;
  });
}

/** Until 19 Dolibarr wants a right for it that not every user with rights to events has (section 5). */
async function attachOnce(rest: DolibarrRest, event: number, name: string, major: number): Promise<string> {
  const file = { name, base64: 'UklGRiQAAABXQVZFZm10IA==' };
  try {
    expectSame(await attachToEvent(rest, event, file), 'attached', 'first');
  } catch (error) {
    if (major >= 20 || !(error instanceof AppError) || error.detail.subject !== 'ecm/upload') throw error;
    return 'no recording: --key lacks the right ecm/upload';
  }
  expectSame(await attachToEvent(rest, event, file), 'there', 'once more');
  const place = `documents?modulepart=agenda&original_file=${event}/${file.name}`;
  if ((await rest.send('DELETE', place, {}, 'ecm/upload')) === undefined) throw new Error(`left behind: ${place}`);
  return 'attached once';
}
