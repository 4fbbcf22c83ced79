import { describe, expect, it } from 'vitest';
import { readMomentReference } from '../../../lib/calls/moment';
import { lineKey, markOf } from '../../../lib/store/columns';
import type { Version } from '../../sim';
import { theCall } from './desk';
import { deskOf, dolibarrOf, stands, texts, write } from './office';

const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe.each<Version>([14, 24])('a moment in a note, in the event of Dolibarr %i', (version) => {
  it('leads to the card of the thirdparty, to this call, recording and second, by no host’s name', async () => {
    const dolibarr = await dolibarrOf({ version });
    await write(await deskOf(dolibarr), '01:12 veut le bleu, 2/00:30 aussi, rappeler à 14:30');
    const key = lineKey(theCall().start, markOf(theCall().id));
    expect(hrefs(stands(dolibarr)[0]?.note ?? '')).toEqual([
      `/dolibarr/societe/card.php?socid=1#calls?play=${key}.1.72`,
      `/dolibarr/societe/card.php?socid=1#calls?play=${key}.2.30`,
    ]);
    expect(readMomentReference(`${key}.2.30`)).toEqual({ key, n: 1, at: 30 });
  });

  it('is read back as what was typed, so that nothing seems changed', async () => {
    const dolibarr = await dolibarrOf({ version });
    const desk = await deskOf(dolibarr);
    await write(desk, '01:12 veut le bleu');
    await desk.pass(5000);
    await desk.pass(900_000);
    expect(texts(dolibarr)).toEqual(['01:12 veut le bleu']);
    expect((await desk.notes.kept(theCall().keys))?.beside).toEqual([]);
  });

  it('that is typed as markup is text', async () => {
    const dolibarr = await dolibarrOf({ version });
    await write(await deskOf(dolibarr), '<a href="https://evil.example/">01:12</a>"onclick="x');
    expect(hrefs(stands(dolibarr)[0]?.note ?? '').filter((href) => href?.includes('evil'))).toEqual([]);
    expect(texts(dolibarr)).toEqual(['<a href="https://evil.example/">01:12</a>"onclick="x']);
  });

  it('of a call that is filed under nobody stays text', async () => {
    const dolibarr = await dolibarrOf({ version });
    await write(await deskOf(dolibarr), '01:12 veut le bleu', theCall({ thirdparty: 0 }));
    expect(stands(dolibarr)[0]?.note).toContain('01:12 veut le bleu');
    expect(hrefs(stands(dolibarr)[0]?.note ?? '')).toEqual([]);
  });
});
