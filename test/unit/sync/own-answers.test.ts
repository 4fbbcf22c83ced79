import { describe, expect, it } from 'vitest';
import { ownAnswers } from '../../../lib/sync/own-answers';
import type { CdrPage, ReadCdrPage } from '../../../lib/sync/pull-calls';
import { leg, wallClock } from '../calls/rows';

const signal = new AbortController().signal;
const clock = (time: string) => wallClock(`2026-07-14 ${time}`);
const morning = { from: clock('08:00:00'), until: clock('12:00:00'), offset: 0, limit: 3 };
const afternoon = { from: clock('12:00:00'), until: clock('18:00:00'), offset: 0, limit: 3 };

function rows(...times: string[]): CdrPage {
  const legs = times.map((time) => leg({ at: `2026-07-14T${time}`, acctId: time, uniqueid: time, session: time }));
  return { legs, entries: legs.length, setAside: {} };
}

/** A UCM that gives these answers, one after the other, whatever it is asked. */
function saying(...answers: CdrPage[]): { readPage: ReadCdrPage; left: CdrPage[] } {
  const left = [...answers];
  return { left, readPage: async () => left.shift() ?? rows() };
}

describe('an answer that was sent before', () => {
  it('is not taken for that to another question: it is asked once more', async () => {
    const { readPage } = saying(rows('13:00:00'), rows('13:00:00'), rows('09:00:00'));
    const ask = ownAnswers(readPage);
    await ask(afternoon, signal);
    expect(await ask(morning, signal)).toEqual(rows('09:00:00'));
  });

  it('that fills a page, and comes again and again, is a failure with a name', async () => {
    const full = rows('13:00:00', '14:00:00', '15:00:00');
    const ask = ownAnswers(saying(full, full, full).readPage);
    await ask(afternoon, signal);
    await expect(ask(morning, signal)).rejects.toMatchObject({ code: 'ucm-answer' });
  });

  it('of few rows is believed the second time: a group may lie on the border', async () => {
    const ask = ownAnswers(saying(...Array.from({ length: 3 }, () => rows('11:59:00', '12:01:00'))).readPage);
    await ask(afternoon, signal);
    expect(await ask(morning, signal)).toEqual(rows('11:59:00', '12:01:00'));
  });

  it('of rows that belong to both questions is one like any other', async () => {
    const { readPage, left } = saying(rows('12:00:00'), rows('12:00:00'), rows('09:00:00'));
    const ask = ownAnswers(readPage);
    await ask(afternoon, signal);
    await ask(morning, signal);
    expect(left).toHaveLength(1);
  });
});
