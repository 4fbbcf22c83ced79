import { describe, expect, it } from 'vitest';
import { readNoteHtml } from '../../../lib/dolibarr/note-html';
import { AppError } from '../../../lib/errors';
import type { NotedCall } from '../../../lib/store/notes';
import { theCall } from './desk';
import { deskOf, dolibarrOf, stands, texts, write } from './office';

/** A call that turns out to be the same one as theCall(), through a leg that came late. */
const itsOtherHalf = (part: Partial<NotedCall> = {}): NotedCall =>
  theCall({ id: '1795425121.18', keys: ['ucm:1795425121.18'], start: 1_795_425_121, ...part });
const itsFirstHalf = (): NotedCall => theCall({ keys: ['ucm:1795425120.17'] });
const beside = async (desk: Awaited<ReturnType<typeof deskOf>>) => (await desk.notes.kept(theCall().keys))?.beside;
const privateOf = (dolibarr: Awaited<ReturnType<typeof dolibarrOf>>) =>
  readNoteHtml(stands(dolibarr)[0]?.note ?? '').private;

describe('a field that was not touched', () => {
  it('stays as a colleague wrote it since the page was shown', async () => {
    const dolibarr = await dolibarrOf();
    const [claire, paul] = [await deskOf(dolibarr, dolibarr.key), await deskOf(dolibarr, dolibarr.key)];
    await write(paul, 'p');
    await claire.notes.read(theCall());
    await write(paul, 'p', theCall(), 'privé de Paul');
    await claire.notes.read(theCall()); // by another tab of hers
    await claire.notes.type(theCall(), { text: { public: 'p et plus' }, base: { public: 'p' } }, 1, true);
    await claire.notes.flush();
    expect(texts(dolibarr)).toEqual(['p et plus']);
    expect(privateOf(dolibarr)).toBe('privé de Paul');
  });

  it('nor does typing on while the first words are on their way wipe it out', async () => {
    const dolibarr = await dolibarrOf();
    const [claire, paul] = [await deskOf(dolibarr, dolibarr.key), await deskOf(dolibarr, dolibarr.key)];
    await write(paul, 'p');
    await claire.notes.read(theCall());
    await write(paul, 'p', theCall(), 'privé de Paul');
    const { change } = claire.agenda;
    claire.agenda.change = async (...asked) => {
      const changed = await change(...asked);
      claire.agenda.change = change;
      claire.clock += 10;
      await claire.notes.type(theCall(), { text: { public: 'un deux' }, base: { public: 'p' } }, 1, true);
      return changed;
    };
    await claire.notes.type(theCall(), { text: { public: 'un' }, base: { public: 'p' } }, 1, true);
    await claire.notes.flush();
    expect(texts(dolibarr)).toEqual(['un deux']);
    expect(privateOf(dolibarr)).toBe('privé de Paul');
  });
});

describe('words that were taken back', () => {
  it('do not stay in Dolibarr because the answer to them was lost', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    dolibarr.faults.add('POST /api/index.php/agendaevents', { kind: 'drop' });
    await write(desk, 'mauvais client');
    expect(texts(dolibarr)).toEqual(['mauvais client']);
    desk.clock += 5000;
    await write(desk, '');
    await desk.pass(3_600_000);
    expect(texts(dolibarr)).toEqual(['']);
  });

  it('nor because they were on their way', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    await write(desk, 'abc');
    const { change } = desk.agenda;
    desk.agenda.change = async (...asked) => {
      const changed = await change(...asked);
      desk.agenda.change = change;
      desk.clock += 50;
      await desk.notes.type(theCall(), { text: { public: 'abc' }, base: { public: 'abc' } }, 1, true);
      return changed;
    };
    desk.clock += 10;
    await desk.notes.type(theCall(), { text: { public: 'abc, et un gros mot' }, base: { public: 'abc' } }, 1, false);
    await desk.notes.flush('now');
    await desk.pass(60_000);
    expect(texts(dolibarr)).toEqual(['abc']);
  });
});

describe('two noted calls that turn out to be one', () => {
  it('keep what each of them said, whichever was noted first', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    await write(desk, 'second', itsOtherHalf());
    await write(desk, 'premier', itsFirstHalf());
    await desk.notes.read(theCall());
    await desk.pass(900_000);
    await desk.pass(900_000);
    expect(texts(dolibarr).sort()).toEqual(['premier', 'second']);
  });

  it('keep both notes that are only for oneself', async () => {
    const desk = await deskOf(await dolibarrOf());
    const sealed = (n: number) => ({ iv: new Uint8Array(12).fill(n), data: new ArrayBuffer(n) });
    await desk.notes.keepHere(itsFirstHalf(), sealed(1));
    await desk.notes.keepHere(itsOtherHalf(), sealed(2));
    expect((await desk.notes.kept(theCall().keys))?.onlyMe).toHaveLength(2);
    expect(await desk.store.all()).toHaveLength(1);
  });

  it('lose no letter that is typed at that moment', async () => {
    const desk = await deskOf(await dolibarrOf());
    const letters = (text: string) => ({ text: { public: text }, base: {} });
    await desk.notes.keepHere(itsFirstHalf(), { iv: new Uint8Array(12), data: new ArrayBuffer(1) });
    await desk.notes.type(itsOtherHalf(), letters('deux m'), 1, false);
    await Promise.all([
      desk.notes.kept(theCall().keys),
      desk.notes.kept(theCall().keys),
      desk.notes.type(itsOtherHalf(), letters('deux mots'), 1, false),
    ]);
    expect((await desk.notes.kept(theCall().keys))?.pending?.public).toBe('deux mots');
  });
});

describe('an answer of Dolibarr that is older than what was written', () => {
  it('does not take the note away again', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    const { find } = desk.agenda;
    desk.agenda.find = async (...asked) => {
      const found = await find(...asked);
      desk.agenda.find = find;
      await write(desk, 'abc');
      return found;
    };
    expect((await desk.notes.read(theCall()))?.known).toMatchObject([{ public: 'abc' }]);
  });

  it('nor does it say that somebody wrote another text', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    await write(desk, 'un');
    const { find } = desk.agenda;
    desk.agenda.find = async (...asked) => {
      const found = await find(...asked);
      desk.agenda.find = find;
      desk.clock += 10;
      await write(desk, 'un deux');
      return found;
    };
    await desk.notes.lookAgain();
    expect(await beside(desk)).toEqual([]);
    expect((await desk.notes.kept(theCall().keys))?.known).toMatchObject([{ public: 'un deux' }]);
  });
});

describe('a note that cannot be sent', () => {
  it('of one call keeps no other from being sent', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    desk.online = false;
    await write(desk, 'que cette base refuse');
    await write(desk, 'une autre', theCall({ id: '1795425999.1', keys: ['ucm:1795425999.1'] }));
    desk.online = true;
    const { create } = desk.agenda;
    desk.agenda.create = async (event, signal) => {
      if (event.note.includes('refuse')) throw new AppError('dolibarr-server', { reason: '500' });
      return create(event, signal);
    };
    await desk.pass(3_600_000);
    expect(texts(dolibarr)).toEqual(['une autre']);
  });

  it('while Dolibarr is away is tried for all the others that wait, and they go together when it is back', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    const other = theCall({ id: '1795425999.1', keys: ['ucm:1795425999.1'] });
    desk.online = false;
    await write(desk, 'la première');
    await write(desk, 'la seconde', other);
    desk.clock += 3_600_000;
    await desk.notes.flush();
    const fails = async (keys: string[]) => (await desk.notes.kept(keys))?.pending?.fails;
    expect([await fails(theCall().keys), await fails(other.keys)]).toEqual([2, 1]);
    desk.online = true;
    await desk.pass(60_000);
    expect(texts(dolibarr)).toEqual(['la première', 'la seconde']);
  });

  it('since a hotel’s page answered in Dolibarr’s place goes by itself afterwards', async () => {
    const dolibarr = await dolibarrOf();
    const desk = await deskOf(dolibarr);
    const { find } = desk.agenda;
    desk.agenda.find = async () => {
      throw new AppError('dolibarr-address', { host: 'erp.example', reason: 'HTML' });
    };
    await write(desk, 'écrit à l’hôtel');
    desk.agenda.find = find;
    await desk.pass(3_600_000);
    expect(texts(dolibarr)).toEqual(['écrit à l’hôtel']);
  });

  it('is looked at again at the next synchronisation, whatever was noted between', async () => {
    const dolibarr = await dolibarrOf();
    const [claire, paul] = [await deskOf(dolibarr, dolibarr.key), await deskOf(dolibarr, dolibarr.key)];
    await write(claire, 'de Claire');
    await claire.pass(4000);
    await write(claire, 'autre', theCall({ id: '1795425999.1', keys: ['ucm:1795425999.1'] }));
    await claire.pass(4000);
    await paul.notes.read(theCall());
    await write(paul, 'de Paul');
    await claire.pass(900_000);
    expect(await beside(claire)).toMatchObject([{ text: 'de Claire', whose: 'ours' }]);
  });
});

describe('what people write into the event in Dolibarr itself', () => {
  it.each([
    '<p><strong>Note publique (Claire)</strong> rappeler mardi</p>',
    '<p><strong>Note publique (Claire)</strong>&nbsp;<br />\r\nrappeler mardi</p>',
    '<p><strong>Note publique (Claire) :</strong><br />\r\nrappeler mardi</p>',
    '<p><strong>Note publique (Claire)&nbsp;</strong></p>\r\n\r\n<p>rappeler mardi</p>',
    '<p><strong>Note publique de M. X</strong><br />\r\nrappeler mardi</p>',
    '<ul><li>rappeler</li><li>mardi</li></ul>',
  ])('is never taken for nothing: %s', (html) => {
    const { public: open, private: staff, rest } = readNoteHtml(html);
    expect(`${open}${staff}${rest}`).toContain('mardi');
  });
});
