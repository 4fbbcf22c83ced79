import type { DolibarrRest } from '../../lib/dolibarr/rest';
import { createThirdpartyOnce, findMade, settleThirdparty } from '../../lib/dolibarr/thirdparty-once';
import type { NotedCall } from '../../lib/store/notes';
import { type Desk, sitDown } from '../unit/notes/desk';

/** Browsers of one office that see the same call at the same moment. */
export const BROWSERS = 10;

interface Office {
  url: string;
  /** may write and remove the events of all: without that, each user has an event of his own */
  key: string;
  fetch?: typeof fetch;
  /** ms before each request, so that they do not come in step */
  pause?(): Promise<unknown>;
}

export function openDesks({ url, key, fetch: through = fetch, pause }: Office): Promise<Desk[]> {
  const send: typeof fetch = async (input, init) => {
    await pause?.();
    return through(input, init);
  };
  return Promise.all(Array.from({ length: BROWSERS }, () => sitDown({ url, key, send })));
}

/** All note the same call at once, and look again later. Gives the ids of the events that are left, and what could not be sent. */
export async function raceForEvent(desks: readonly Desk[], call: NotedCall) {
  await Promise.all(desks.map((desk, n) => note(desk, call, `bureau ${n}`)));
  await Promise.all(desks.map((desk) => desk.pass(5_000)));
  await Promise.all(desks.map((desk) => desk.pass(900_000)));
  const left = (await desks[0]?.agenda.find(call.keys)) ?? [];
  const unsent: string[] = [];
  for (const desk of desks) {
    const pending = (await desk.notes.kept(call.keys))?.pending;
    if (pending) unsent.push(pending.error?.code ?? 'waiting');
  }
  return { left: left.map(({ id }) => id), unsent };
}

export async function note(desk: Desk, call: NotedCall, text: string, staff = ''): Promise<void> {
  await desk.notes.type(call, { text: { public: text, private: staff }, base: {} }, 0, true);
  await desk.notes.flush();
}

/** Ten browsers make a thirdparty for the same number at once, and look again later. Gives the ids that are left. */
export async function raceForThirdparty(rests: readonly DolibarrRest[], digits: string, name: string) {
  const wish = { digits, name, phone: `+${digits}`, country: 'FR' };
  await Promise.all(rests.map((rest, n) => createThirdpartyOnce(rest, wish, `essai${n}`)));
  await Promise.all(rests.map((rest, n) => settleThirdparty(rest, digits, `essai${n}`, 'fresh')));
  const [rest] = rests;
  return { left: rest ? (await findMade(rest, digits)).map(({ id }) => id) : [] };
}
