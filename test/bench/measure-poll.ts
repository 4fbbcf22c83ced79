import { bringForward, type Office, openOffice } from '../e2e/support/office';
import { passTime } from '../e2e/support/pass-time';
import { setUp } from '../e2e/support/set-up';
import { askState, untilSynchronised } from '../e2e/support/state';
import { type Measured, measured } from './figures';

interface Poll {
  requests: number;
  logins: number;
}

/** What a poll asks of the UCM when nothing is new: with its session still good, and with the session run out. */
export async function measurePoll(extension: string): Promise<Measured> {
  const office = await openOffice({ extension });
  try {
    const options = await setUp(office.browser, office.machines);
    await options.waitForCalls();
    await options.page.close();
    // the first poll after new rows learns that the page it gets is whole
    await poll(office);
    const plain = await poll(office);
    await letSessionRunOut(office);
    const relogged = await poll(office);
    return measured({
      name: 'poll requests',
      value: plain.requests,
      unit: 'requests',
      floor: 1,
      goal: 1,
      ok: plain.requests === 1 && plain.logins === 0 && relogged.requests === 1 && relogged.logins === 1,
      remark: `${plain.logins} logins; with the session run out ${relogged.requests} request and ${relogged.logins} login`,
    });
  } finally {
    await office.close();
  }
}

/**
 * As if ten minutes had passed without a request: the UCM has forgotten the session, the extension knows its age, and
 * the guard against too many logins has forgotten those of the set-up.
 */
async function letSessionRunOut({ browser, ucm }: Office): Promise<void> {
  ucm.endSessions();
  const page = await browser.open(browser.pageAddress('popup.html'));
  await passTime(page, 10 * 60_000);
  await page.close();
  await browser.stopWorker();
}

/** Lets the alarm ring and waits for the run's end. */
async function poll(office: Office): Promise<Poll> {
  const requests = () => office.ucm.requests.filter(({ action }) => action === 'cdrapi').length;
  const page = await office.browser.open(office.browser.pageAddress('popup.html'));
  const before = { requests: requests(), logins: office.ucm.counters.logins };
  const { lastRun } = await askState(page);
  // the state knows seconds: the run's end must lie in a later one than that of the run before
  await page.waitForTimeout(1100);
  await bringForward(office, 'sync');
  for (let state = await askState(page); state.lastRun === lastRun; state = await askState(page)) {
    await page.waitForTimeout(50);
  }
  const { newCalls } = await untilSynchronised(page);
  await page.close();
  if (newCalls !== 0) throw new Error(`The poll found ${newCalls} new calls.`);
  return { requests: requests() - before.requests, logins: office.ucm.counters.logins - before.logins };
}
