import { describe, expect, it } from 'vitest';
import { createJournalLook } from '../../../entrypoints/background/journal-look';
import type { StateStore } from '../../../lib/store/state';

function kept(): StateStore {
  const values = new Map<string, unknown>();
  return {
    read: async (name) => values.get(name),
    write: async (name, value) => void values.set(name, structuredClone(value)),
  };
}

describe('how the journal looks', () => {
  it('two tabs that change it at once both have their way', async () => {
    const look = createJournalLook(kept());
    await Promise.all([
      look.keep({ name: 'Zone nord', query: 'extension=201' }),
      look.keep({ name: 'Accueil', query: 'through=6500' }),
      look.columns(['talk', 'number']),
    ]);
    expect(await look.read()).toEqual({
      columns: ['number', 'talk'],
      views: [
        { name: 'Accueil', query: 'through=6500' },
        { name: 'Zone nord', query: 'extension=201' },
      ],
    });
  });

  it('a view of the same name takes the place of the older one', async () => {
    const look = createJournalLook(kept());
    await look.keep({ name: 'Accueil', query: 'through=6500' });
    await look.keep({ name: ' Accueil ', query: 'through=6400' });
    expect((await look.remove('another')).views).toEqual([{ name: 'Accueil', query: 'through=6400' }]);
    expect((await look.remove('Accueil')).views).toEqual([]);
  });

  it('those about somebody go together, also while another tab keeps one', async () => {
    const look = createJournalLook(kept());
    await look.keep({ name: 'Accueil', query: 'through=6500' });
    await look.keep({ name: 'Durand', query: 'text=durand' });
    const [gone] = await Promise.all([
      look.removeAll(({ name }) => name !== 'Accueil'),
      look.keep({ name: 'Zone nord', query: 'extension=201' }),
    ]);
    expect(gone).toBe(1);
    expect((await look.read()).views.map(({ name }) => name)).toEqual(['Accueil', 'Zone nord']);
  });

  it('no name, a name without end and a column that there is none of are refused', async () => {
    const look = createJournalLook(kept());
    const refused = { code: 'invalid-question' };
    await expect(look.keep({ name: '  ', query: '' })).rejects.toMatchObject(refused);
    await expect(look.keep({ name: 'x'.repeat(61), query: '' })).rejects.toMatchObject(refused);
    await expect(look.columns(['number', 'password'])).rejects.toMatchObject(refused);
    expect((await look.read()).columns).toContain('direction');
  });
});
