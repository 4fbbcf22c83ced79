import { afterEach, describe, expect, test } from 'vitest';
import { type Dolibarr, type DolibarrOptions, startDolibarr } from '../../sim/index';
import { browserWith, type Seat, talk } from './browser';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function office(options: DolibarrOptions = {}) {
  const dolibarr = await startDolibarr({ wrongKeyDelay: 0, ...options });
  closing.push(() => dolibarr.close());
  return dolibarr;
}
async function sitDown(dolibarr: Dolibarr, legs: Parameters<typeof browserWith>[0], seat: Partial<Seat> = {}) {
  const browser = await browserWith(legs, { url: dolibarr.url, key: dolibarr.key, ...seat });
  closing.push(browser.close);
  return browser;
}
const baker = '0639980001';
const digits = '33639980001';
const made = (dolibarr: Dolibarr) => [...dolibarr.parties.values()].filter(({ ref_ext }) => ref_ext.startsWith('tel-'));

describe('the review', () => {
  test('shows each number that nobody has once, with its calls, and nobody who is known', async () => {
    const dolibarr = await office();
    const { list } = await sitDown(dolibarr, [
      talk('09:00:00', baker, { name: 'Fournil Martin' }),
      talk('10:00:00', '+33639980001'),
      talk('10:30:00', '0199004712', { name: 'Garage' }),
      talk('10:40:00', 'anonymous'),
      talk('10:50:00', '0199001200'),
      talk('11:00:00', '0465710000', { talk: 2 }),
    ]);
    const { counts, lines } = await list();
    expect(counts).toEqual({ open: 1, other: 1, ignored: 0, done: 0 });
    expect(lines).toMatchObject([
      { digits, number: '06 39 98 00 01', name: 'Fournil Martin', calls: 2, talk: 180, verdict: 'propose' },
    ]);
    expect(lines[0]?.keys).toHaveLength(2);
    expect((await list('other')).lines.map(({ number }) => number)).toEqual(['04 65 71 00 00']);
  });

  test('shows those with most calls first, of equals the last to call', async () => {
    const dolibarr = await office();
    const { list } = await sitDown(dolibarr, [
      talk('09:00:00', baker),
      talk('09:10:00', baker),
      talk('09:20:00', '0465719999'),
      talk('09:30:00', '0465718888'),
    ]);
    expect((await list()).lines.map(({ number, calls }) => [number, calls])).toEqual([
      ['06 39 98 00 01', 2],
      ['04 65 71 88 88', 1],
      ['04 65 71 99 99', 1],
    ]);
  });

  test('tells a number that is never asked about by itself from one among many', async () => {
    const dolibarr = await office();
    const legs = [talk('09:00:00', baker), talk('09:20:00', '0465719999')];
    const { list } = await sitDown(dolibarr, legs, { rules: { mode: 'off', never: ['+33639980001', '0465*'] } });
    expect((await list('other')).lines.map(({ number, blocked }) => [number, blocked])).toEqual([
      ['04 65 71 99 99', undefined],
      ['06 39 98 00 01', true],
    ]);
  });

  test('makes a thirdparty that has the number from then on', async () => {
    const dolibarr = await office();
    const { ask, list, parties } = await sitDown(dolibarr, [talk('09:00:00', baker)]);
    const handled = await ask()['own.unknownCreate']({ digits, name: ' Fournil\n<b>Martin</b> ' });
    expect(handled).toMatchObject({ what: 'created', own: true, sure: true, party: { name: 'Fournil b Martin /b' } });
    const [card] = made(dolibarr);
    expect(card).toMatchObject({ phone: '+33639980001', client: 2, name: 'Fournil b Martin /b' });
    expect((await parties.get('thirdparty', card?.id ?? 0))?.phones[0]?.e164).toBe('+33639980001');
    expect((await list()).counts).toEqual({ open: 0, other: 0, ignored: 0, done: 1 });
    expect((await list('done')).lines[0]).toMatchObject({ digits, handled: { what: 'created' } });
  });

  test('makes none when a colleague has just written the number somewhere, however he did', async () => {
    const dolibarr = await office();
    const { ask } = await sitDown(dolibarr, [talk('09:00:00', baker)]);
    dolibarr.setPhone(3, '(06) 39-98/00.01');
    const handled = await ask()['own.unknownCreate']({ digits, name: 'Fournil' });
    expect(handled).toMatchObject({ what: 'attached', party: { id: 3 }, field: 'phone' });
    expect(made(dolibarr)).toEqual([]);
  });

  test('makes none of a number that did not call', async () => {
    const dolibarr = await office();
    const { ask } = await sitDown(dolibarr, [talk('09:00:00', baker)]);
    const other = { digits: '33639980002', name: 'x' };
    await expect(ask()['own.unknownCreate'](other)).rejects.toMatchObject({ code: 'invalid-question' });
  });

  test('ignores a number, and takes that back', async () => {
    const dolibarr = await office();
    const { ask, list } = await sitDown(dolibarr, [talk('09:00:00', baker)]);
    await ask()['own.unknownIgnore']({ digits });
    expect((await list()).counts).toMatchObject({ open: 0, ignored: 1 });
    expect(await ask()['own.unknownUndo']({ digits })).toBe(true);
    expect((await list()).counts).toMatchObject({ open: 1, ignored: 0 });
  });

  test('takes back a thirdparty that it made, unless a contact hangs on it by then', async () => {
    for (const used of [false, true]) {
      const dolibarr = await office();
      const { ask, list, parties } = await sitDown(dolibarr, [talk('09:00:00', baker)]);
      await ask()['own.unknownCreate']({ digits, name: 'Fournil' });
      const id = made(dolibarr)[0]?.id ?? 0;
      if (used) dolibarr.addContact(id, { lastname: 'Martin' });
      expect(await ask()['own.unknownUndo']({ digits })).toBe(!used);
      expect(dolibarr.parties.has(id)).toBe(used);
      expect((await parties.get('thirdparty', id)) !== undefined).toBe(used);
      expect((await list()).counts.ignored).toBe(used ? 0 : 1);
    }
  });

  test('says which right is missing, and remembers nothing of it', async () => {
    const dolibarr = await office();
    const reader = dolibarr.addUser({
      login: 'lea',
      rights: ['societe.lire', 'societe.client.voir', 'societe.contact.lire'],
    });
    const { ask, list } = await sitDown(dolibarr, [talk('09:00:00', baker)], { key: reader.key });
    await expect(ask()['own.unknownCreate']({ digits, name: 'Fournil' })).rejects.toMatchObject({
      code: 'dolibarr-right',
      detail: { subject: 'societe/creer' },
    });
    expect((await list()).counts).toMatchObject({ open: 1, done: 0 });
  });
});

describe.each([14, 16, 20, 23] as const)('attached to a party that exists (%i)', (version) => {
  test('a number goes into a free field of its kind, and out of it again', async () => {
    const dolibarr = await office({ version });
    const { ask, list } = await sitDown(dolibarr, [talk('09:00:00', baker)]);
    const contact = dolibarr.addContact(2, { lastname: 'Petit', phone_pro: '02 61 91 40 21' });
    const party = { kind: 'contact' as const, id: contact };
    expect(await ask()['own.unknownAttach']({ digits, party })).toMatchObject({ field: 'phone_mobile' });
    expect(dolibarr.contacts.get(contact)?.phone_mobile).toBe('+33639980001');
    expect((await list()).counts).toMatchObject({ open: 0, done: 1 });
    expect(await ask()['own.unknownUndo']({ digits })).toBe(true);
    expect(dolibarr.contacts.get(contact)?.phone_mobile).toBe('');
    expect((await list()).counts).toMatchObject({ open: 1, done: 0 });
  });

  test('what stood there already was not written by us, and is not taken out', async () => {
    const dolibarr = await office({ version });
    const { ask } = await sitDown(dolibarr, [talk('09:00:00', baker)]);
    // a colleague has just written it
    const contact = dolibarr.addContact(2, { lastname: 'Petit', phone_mobile: '+33 6 39 98 00 01' });
    const party = { kind: 'contact' as const, id: contact };
    expect(await ask()['own.unknownAttach']({ digits, party })).toMatchObject({ field: 'phone_mobile' });
    expect(await ask()['own.unknownUndo']({ digits })).toBe(true);
    expect(dolibarr.contacts.get(contact)?.phone_mobile).toBe('+33 6 39 98 00 01');
  });

  test('a thirdparty has a mobile field since 20; where none is free nothing is displaced', async () => {
    const dolibarr = await office({ version });
    const { ask } = await sitDown(dolibarr, [talk('09:00:00', baker)]);
    const full = dolibarr.addThirdparty({ name: 'Complet', phone: '0261914022' });
    const answer = await ask()['own.unknownAttach']({ digits, party: { kind: 'thirdparty', id: full } });
    if (version < 20) expect(answer).toBeUndefined();
    else expect(answer).toMatchObject({ field: 'phone_mobile' });
    expect(dolibarr.parties.get(full)?.phone).toBe('0261914022');
  });
});

describe('by rules', () => {
  const automatic = { rules: { mode: 'automatic' } } as const;

  test('old history is proposed only; who calls after the rules began becomes a thirdparty', async () => {
    const dolibarr = await office();
    const { afterSync, list, ring, clock } = await sitDown(dolibarr, [talk('09:00:00', baker)], automatic);
    expect(await afterSync()).toBe(0);
    expect(await afterSync()).toBe(0);
    expect((await list()).lines).toMatchObject([{ digits, verdict: 'propose' }]);
    await ring([talk('12:10:00', '0639980002', { name: 'Nouvelle cliente' })]);
    clock.now += 900_000;
    expect(await afterSync()).toBe(1);
    expect(made(dolibarr)).toMatchObject([{ name: 'Nouvelle cliente', phone: '+33639980002' }]);
    expect((await list()).counts).toMatchObject({ open: 1, done: 1 });
    expect(await afterSync()).toBe(0);
  });

  test('with a key that may not delete, the number waits for a person, unless this browser was named', async () => {
    for (const creator of [false, true]) {
      const dolibarr = await office();
      const seat = { key: dolibarr.salesKey, rules: { mode: 'automatic', creator } } as const;
      const { afterSync, list, ring } = await sitDown(dolibarr, [], seat);
      await afterSync();
      await ring([talk('12:10:00', baker)]);
      expect(await afterSync()).toBe(creator ? 1 : 0);
      expect((await list()).counts).toMatchObject({ open: creator ? 0 : 1, done: creator ? 1 : 0 });
    }
  });

  test('what was undone is not made again', async () => {
    const dolibarr = await office();
    const { afterSync, ask, ring } = await sitDown(dolibarr, [], automatic);
    await afterSync();
    await ring([talk('12:10:00', baker)]);
    await afterSync();
    await ask()['own.unknownUndo']({ digits });
    await ring([talk('12:20:00', baker)]);
    expect(await afterSync()).toBe(0);
    expect(made(dolibarr)).toEqual([]);
  });

  test('ten browsers hear of the same caller at once: one thirdparty is left, and all of them show it', async () => {
    let n = 0;
    const dolibarr = await office({ slowCommit: () => (n++ * 7) % 23 });
    const browsers = await Promise.all(Array.from({ length: 10 }, () => sitDown(dolibarr, [], automatic)));
    await Promise.all(browsers.map(({ afterSync }) => afterSync()));
    await Promise.all(browsers.map(({ ring }) => ring([talk('12:10:00', baker)])));
    await Promise.all(browsers.map(({ afterSync }) => afterSync()));
    // the next synchronisation looks once more
    await Promise.all(browsers.map(({ afterSync }) => afterSync()));
    const left = made(dolibarr);
    expect(left).toHaveLength(1);
    for (const { list } of browsers) {
      const { lines } = await list('done');
      // who came later found it in Dolibarr already, and made nothing
      for (const line of lines) expect(line.handled).toMatchObject({ party: { id: left[0]?.id } });
    }
  });

  test('the background ends between making and looking again: the next run looks', async () => {
    const dolibarr = await office();
    const { afterSync, ring, standing, restart, list, parties } = await sitDown(dolibarr, [], automatic);
    await afterSync();
    await ring([talk('12:10:00', baker)]);
    const first = dolibarr.addThirdparty({ name: 'Premier', ref_ext: '' });
    standing.still = true;
    void afterSync();
    await expect.poll(() => made(dolibarr).length).toBe(1);
    restart();
    await afterSync();
    // another browser's lower id comes to light only now
    dolibarr.parties.delete(first);
    dolibarr.parties.set(first, { ...(made(dolibarr)[0] ?? fail()), id: first, ref_ext: `tel-${digits}-other` });
    await afterSync();
    expect(made(dolibarr).map(({ id }) => id)).toEqual([first]);
    expect((await list('done')).lines[0]?.handled).toMatchObject({ own: false, party: { id: first } });
    expect(await parties.get('thirdparty', first)).toBeDefined();
  });
});

function fail(): never {
  throw new Error('nothing was made');
}
