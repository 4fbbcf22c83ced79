import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../components/calls/journal-filter';
import { noFilter } from '../../../components/panel/filter';
import { toJournal } from '../../../components/panel/to-journal';

const garage = { kind: 'thirdparty', id: 12 } as const;
const now = new Date(2026, 10, 24, 15).getTime() / 1000;

const viewOf = (...[filter, part]: [Partial<typeof noFilter>, Record<string, string>]) =>
  readQuery(toJournal(garage, { ...noFilter, ...filter }, part, now).replace('/journal?', ''));

describe('a figure of the panel leads to', () => {
  it('the calls of its card by the filters of the panel, as the journal understands them', () => {
    expect(viewOf({}, {})).toMatchObject({ card: 'thirdparty:12', period: 'all', outcome: '' });
    expect(viewOf({ direction: 'in', period: '30d', text: 'devis é&#' }, { talk: '1-' })).toMatchObject({
      ...{ card: 'thirdparty:12', direction: 'in', period: '30d', text: 'devis é&#', talk: '1-' },
    });
    expect(viewOf({ outcome: 'answered' }, { outcome: 'nobody' })).toMatchObject({ outcome: 'nobody' });
  });

  it('twelve months by their first day, which the journal has no word for', () => {
    expect(viewOf({ period: '12m' }, {})).toMatchObject({ period: 'range', from: '2025-11-24', to: '' });
  });
});
