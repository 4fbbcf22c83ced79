import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { proposePlanOf } from '../../../lib/answers/number-plan';
import { readNumber } from '../../../lib/calls/number';
import { addLegs } from '../../../lib/store/add-legs';
import { createCallStore } from '../../../lib/store/call-store';
import { openDatabase } from '../../../lib/store/database';
import { answered, leg, outLeg, wallClock } from '../calls/rows';

it('a 0 before every number dialled is seen in the kept calls, those that came in bearing none', async () => {
  const plan = { country: 'FR', outsidePrefix: '', own: [] };
  const db = await openDatabase('number-plan');
  const store = createCallStore(db, (raw) => {
    const read = readNumber(raw, plan);
    return read.kind === 'outside' ? (read.e164 ?? read.digits) : '';
  });
  const session = (at: string, of: string) => `${wallClock(at) - 7200}1-${of}`;
  const dialled = ['00199001234', '00199005678', '00639981234', '00465710000'];
  await addLegs(
    store,
    [
      ...dialled.map((dst, i) =>
        outLeg({ at: `09:0${i}:00`, dst, session: session(`09:0${i}:00`, '203'), duration: 60, talk: 50, ...answered }),
      ),
      leg({ at: '09:10:00', src: '0199001234', session: session('09:10:00', 'in'), duration: 20 }),
    ],
    7200,
  );
  const { of, read, better } = await proposePlanOf(store, plan, ['BE']);
  expect({ of, read }).toEqual({ of: 5, read: 1 });
  expect(better).toEqual({ country: 'FR', outsidePrefix: '0', read: 5 });
  db.close();
});
