import { describe, expect, it } from 'vitest';
import { readNoteHtml } from '../../../lib/dolibarr/note-html';
import { ALL_RIGHTS, SALES_RIGHTS, type Version } from '../../sim';
import { theCall } from './desk';
import { deskOf, dolibarrOf, stands, texts, write } from './office';

describe.each<Version>([14, 16, 20, 22, 23, 24])('a note on a call, Dolibarr %i', (version) => {
  it('becomes the event of that call, with what a colleague needs to read it', async () => {
    const dolibarr = await dolibarrOf({ version });
    const desk = await deskOf(dolibarr);
    const text = 'Veut le modèle <bleu> & "vite"\nrappeler   demain\nNote publique\nà l’été';
    await write(desk, text, theCall(), 'bon payeur');
    const [event, ...others] = stands(dolibarr);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      type_code: 'AC_TEL',
      label: 'Appel entrant 06 39 98 12 34',
      socid: 1,
      ownerId: dolibarr.sales.id,
      percentage: -1,
      datep: 1_795_425_120,
      datef: 1_795_425_312,
      ref_ext: 'ucm:1795425120.17',
      email_msgid: 'ucm:1795425120.17',
    });
    const record = await desk.notes.read(theCall());
    expect(record?.known).toMatchObject([{ event: event?.id, public: text, private: 'bon payeur' }]);
    expect(record?.pending).toBeUndefined();
  });

  it('an emoji that the database does not hold is no change by somebody else', async () => {
    const dolibarr = await dolibarrOf({ version });
    const desk = await deskOf(dolibarr);
    await write(desk, 'content 😀');
    await desk.pass(5000);
    await desk.pass(900_000);
    expect((await desk.notes.kept(theCall().keys))?.beside).toEqual([]);
  });

  it('of one with few rights never goes into the event of another: each has an own one, and reads both', async () => {
    const dolibarr = await dolibarrOf({ version });
    const paul = dolibarr.addUser({ login: 'paul', rights: SALES_RIGHTS });
    const claire = await deskOf(dolibarr);
    const other = await deskOf(dolibarr, paul.key);
    await write(claire, 'de Claire');
    await write(other, 'de Paul', theCall({ language: 'en' }));
    expect(stands(dolibarr)).toMatchObject([
      { ownerId: dolibarr.sales.id, ref_ext: 'ucm:1795425120.17' },
      { ownerId: paul.id, ref_ext: `ucm:1795425120.17:u${paul.id}` },
    ]);
    expect(texts(dolibarr)).toEqual(['de Claire', 'de Paul']);
    expect((await claire.notes.read(theCall()))?.known.map((note) => note.public)).toEqual(['de Claire', 'de Paul']);
  });

  it('finds the event that another browser filed under another leg of the same call', async () => {
    const dolibarr = await dolibarrOf({ version });
    const first = await deskOf(dolibarr);
    await write(first, 'vu avant', theCall({ id: '1795425121.18', keys: ['ucm:1795425121.18'] }));
    const second = await deskOf(dolibarr);
    await second.notes.read(theCall());
    await write(second, 'vu après');
    expect(texts(dolibarr)).toEqual(['vu après']);
  });

  it('with the right to write for all goes into the first event, which stays its owner’s', async () => {
    const dolibarr = await dolibarrOf({ version });
    const claire = await deskOf(dolibarr);
    await write(claire, 'de Claire');
    const chief = await deskOf(dolibarr, dolibarr.key);
    await chief.notes.read(theCall());
    await write(chief, 'complété');
    expect(stands(dolibarr)).toMatchObject([{ ownerId: dolibarr.sales.id }]);
    expect(texts(dolibarr)).toEqual(['complété']);
  });
});

describe('nothing that was typed is lost', () => {
  it('typed without a network, the browser ended and started again: it stands in Dolibarr once', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    desk.online = false;
    await write(desk, 'rappeler mardi');
    expect((await desk.notes.kept(theCall().keys))?.pending).toMatchObject({ error: { code: 'offline' }, fails: 1 });
    await desk.restart();
    desk.online = true;
    await desk.pass(60_000);
    await desk.pass(60_000);
    expect(texts(dolibarr)).toEqual(['rappeler mardi']);
  });

  it('made, but the answer never came: the next try finds it and makes no second one', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    dolibarr.faults.add('POST /api/index.php/agendaevents', { kind: 'drop' });
    await write(desk, 'une seule fois');
    expect((await desk.notes.kept(theCall().keys))?.pending?.error?.code).toBe('dolibarr-unreachable');
    await desk.pass(60_000);
    expect(texts(dolibarr)).toEqual(['une seule fois']);
    expect((await desk.notes.kept(theCall().keys))?.pending).toBeUndefined();
  });

  it('letters are kept as they come and sent after ten seconds of rest', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    await desk.notes.type(theCall(), { text: { public: 'rap', private: '' }, base: {} }, 2, false);
    await desk.pass(6000);
    await desk.notes.type(theCall(), { text: { public: 'rappeler', private: '' }, base: {} }, 2, false);
    await desk.pass(6000);
    expect(stands(dolibarr)).toEqual([]);
    expect((await desk.notes.kept(theCall().keys))?.pending?.public).toBe('rappeler');
    await desk.pass(4000);
    expect(texts(dolibarr)).toEqual(['rappeler']);
  });

  it('an empty note is never sent, and letters taken back leave nothing to send', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    await desk.notes.type(theCall(), { text: { public: 'a', private: '' }, base: {} }, 2, false);
    await desk.notes.type(theCall(), { text: { public: '', private: '' }, base: {} }, 2, true);
    await desk.pass(60_000);
    expect(stands(dolibarr)).toEqual([]);
    expect((await desk.notes.kept(theCall().keys))?.pending).toBeUndefined();
  });

  it('typed on while the first words were on their way: both stand', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    dolibarr.faults.add('POST /api/index.php/agendaevents', { kind: 'delay', ms: 50 });
    await desk.notes.type(theCall(), { text: { public: 'un', private: '' }, base: {} }, 2, true);
    await expect.poll(() => stands(dolibarr).length).toBe(1);
    desk.clock += 10;
    await desk.notes.type(theCall(), { text: { public: 'un deux', private: '' }, base: {} }, 2, true);
    await desk.notes.flush();
    expect(texts(dolibarr)).toEqual(['un deux']);
    expect((await desk.notes.kept(theCall().keys))?.beside).toEqual([]);
  });

  it('two that changed the same text: the later stands, the other is shown beside it and can be put back', async () => {
    const dolibarr = await dolibarrOf();
    const [claire, paul] = [await deskOf(dolibarr, dolibarr.key), await deskOf(dolibarr, dolibarr.key)];
    await write(claire, 'prix : 100');
    await paul.notes.read(theCall());
    await claire.notes.read(theCall());
    // both build on the same text
    await claire.notes.type(theCall(), { text: { public: 'prix : 90', private: '' }, base: {} }, 1, false);
    await write(paul, 'prix : 110');
    await claire.pass(10_000);
    expect(texts(dolibarr)).toEqual(['prix : 90']);
    const beside = (await claire.notes.kept(theCall().keys))?.beside;
    expect(beside).toMatchObject([{ kind: 'public', text: 'prix : 110', whose: 'theirs' }]);
    // he looks again, and sees that his no longer stands
    await paul.pass(5000);
    const lost = (await paul.notes.kept(theCall().keys))?.beside;
    expect(lost).toMatchObject([{ text: 'prix : 110', whose: 'ours' }]);
    await paul.notes.settle(theCall(), lost?.[0]?.id ?? '', 1, true);
    await paul.notes.flush();
    expect(texts(dolibarr)).toEqual(['prix : 110']);
  });

  it('what one did not touch stays as the other wrote it', async () => {
    const dolibarr = await dolibarrOf();
    const [claire, paul] = [await deskOf(dolibarr, dolibarr.key), await deskOf(dolibarr, dolibarr.key)];
    await write(claire, 'public', theCall(), 'privé');
    await paul.notes.read(theCall());
    await write(claire, 'public', theCall(), 'privé, complété');
    await write(paul, 'public de Paul', theCall(), 'privé');
    const [event] = stands(dolibarr);
    expect(readNoteHtml(event?.note ?? '')).toMatchObject({ public: 'public de Paul', private: 'privé, complété' });
  });

  it('what people wrote above our headings in Dolibarr itself stays as it is', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr, dolibarr.key);
    await write(desk, 'avant');
    const [event] = stands(dolibarr);
    if (event)
      event.note = `<p>Vu avec <strong>Hugo</strong>.</p><p><strong>Note publique</strong><br />apr&egrave;s</p>`;
    expect((await desk.notes.read(theCall()))?.known).toMatchObject([{ public: 'après' }]);
    await write(desk, 'encore après');
    expect(event?.note).toContain('<p>Vu avec <strong>Hugo</strong>.</p>');
    expect(texts(dolibarr)).toEqual(['encore après']);
  });

  it('two noted calls that turn out to be one keep both their notes', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    await write(desk, 'premier', theCall({ keys: ['ucm:1795425120.17'] }));
    await write(desk, 'second', theCall({ id: '1795425121.18', keys: ['ucm:1795425121.18'], start: 1_795_425_121 }));
    const record = await desk.notes.read(theCall());
    expect(record?.known.map((note) => note.public)).toEqual(['premier', 'second']);
    expect(await desk.store.all()).toHaveLength(1);
  });
});

describe('notes of colleagues on calls that were never opened here', () => {
  it.each<Version>([16, 20, 22, 23, 24])('are known after a synchronisation, Dolibarr %i', async (version) => {
    const dolibarr = await dolibarrOf({ version });
    const [claire, paul] = [await deskOf(dolibarr), await deskOf(dolibarr, dolibarr.key)];
    await write(claire, 'note 0', theCall({ id: '1795400000.0', keys: ['ucm:1795400000.0'] }));
    const [first] = stands(dolibarr);
    if (!first) throw new Error('no event');
    for (let n = 1; n < 250; n++) {
      const ref = `ucm:${1_795_400_000 + n * 60}.${n}`;
      const note = first.note.replace('note 0', `note ${n}`);
      dolibarr.events.set(first.id + n, { ...first, id: first.id + n, ref_ext: ref, email_msgid: ref, note });
    }
    await paul.notes.learn();
    expect(await paul.store.marks()).toHaveLength(250);
    await write(claire, 'note 7 changée', theCall({ id: '1795400420.7', keys: ['ucm:1795400420.7'] }));
    const asked = dolibarr.requests.length;
    await paul.notes.learn();
    expect((await paul.notes.kept(['ucm:1795400420.7']))?.known).toMatchObject([{ public: 'note 7 changée' }]);
    expect(dolibarr.requests.length - asked).toBeLessThan(5);
  });
});

describe('what stands in the way', () => {
  it('without the right to write events the note stays here and says which right is missing', async () => {
    const dolibarr = await dolibarrOf();
    const reader = dolibarr.addUser({ login: 'lecteur', rights: ['societe.lire', 'agenda.myactions.read'] });
    const desk = await deskOf(dolibarr, reader.key);
    await write(desk, 'gardé ici');
    await desk.pass(3_600_000);
    expect((await desk.notes.kept(theCall().keys))?.pending).toMatchObject({
      public: 'gardé ici',
      error: { code: 'dolibarr-right', detail: { subject: 'agenda/myactions/create' } },
    });
    expect(stands(dolibarr)).toEqual([]);
  });

  it('in another user’s page nothing is written before he agrees', async () => {
    const dolibarr = await dolibarrOf();
    let agrees = false;
    const desk = await deskOf(dolibarr, dolibarr.key, { agreed: (by, { id }) => by === id || agrees });
    await desk.notes.type(theCall(), { text: { public: 'de Claire', private: '' }, base: {} }, dolibarr.sales.id, true);
    await desk.pass(60_000);
    expect(stands(dolibarr)).toEqual([]);
    agrees = true;
    await desk.notes.flush();
    expect(texts(dolibarr)).toEqual(['de Claire']);
  });
});

describe('ten browsers at the same moment', () => {
  it.each([
    { who: 'with the right to delete', rights: ALL_RIGHTS },
    { who: 'of one user without it', rights: SALES_RIGHTS },
  ])('$who: one event with the note is left', async ({ rights }) => {
    const dolibarr = await dolibarrOf();
    const user = dolibarr.addUser({ login: 'tous', rights: [...rights, 'user.self.creer'] });
    const desks = await Promise.all(Array.from({ length: 10 }, () => deskOf(dolibarr, user.key)));
    await Promise.all(desks.map((desk) => write(desk, 'client pressé')));
    // whoever came second has seen it himself, and taken his away
    if (rights === ALL_RIGHTS) expect(stands(dolibarr)).toHaveLength(1);
    for (const desk of desks) await desk.pass(5000);
    for (const desk of desks) await desk.pass(900_000);
    expect(texts(dolibarr).filter((text) => text !== '')).toEqual(['client pressé']);
    if (rights === ALL_RIGHTS) expect(stands(dolibarr)).toHaveLength(1);
    for (const desk of desks) expect((await desk.notes.kept(theCall().keys))?.beside).toEqual([]);
  });
});
