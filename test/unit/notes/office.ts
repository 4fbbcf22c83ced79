import { afterEach } from 'vitest';
import { readNoteHtml } from '../../../lib/dolibarr/note-html';
import { type Dolibarr, type DolibarrOptions, startDolibarr } from '../../sim';
import { type Desk, sitDown, theCall } from './desk';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

export async function dolibarrOf(options: DolibarrOptions = {}): Promise<Dolibarr> {
  const dolibarr = await startDolibarr({ wrongKeyDelay: 0, ...options });
  open.push(dolibarr);
  return dolibarr;
}

/** Somebody's browser; each test's are put away after it. */
export async function deskOf(
  dolibarr: Dolibarr,
  key = dolibarr.salesKey,
  more: Partial<Parameters<typeof sitDown>[0]> = {},
): Promise<Desk> {
  const desk = await sitDown({ url: dolibarr.url, key, ...more });
  open.push(desk);
  return desk;
}

/** Types both fields anew and leaves them. */
export async function write(desk: Desk, text: string, call = theCall(), staff = ''): Promise<void> {
  await desk.notes.type(call, { text: { public: text, private: staff }, base: {} }, 2, true);
  await desk.notes.flush();
}

/** The events that were written for calls, lowest id first. */
export const stands = ({ events }: Dolibarr) =>
  [...events.values()].filter(({ ref_ext }) => ref_ext.startsWith('ucm:'));

/** Their public notes. */
export const texts = (dolibarr: Dolibarr) => stands(dolibarr).map(({ note }) => readNoteHtml(note).public);
