import * as z from 'zod/mini';
import { withoutDirectionMarks } from '../calls/direction-marks';
import { AppError } from '../errors';
import type { UcmAsk } from './session';

/** An extension, queue or ring group with the name it bears in the UCM. */
export interface Named {
  number: string;
  name: string;
}

export type StaffList = 'accounts' | 'queues' | 'groups';

export interface StaffRead {
  named: Named[];
  /** how many each list holds, `refused` where the API user may not read it */
  counts: Record<StaffList, number | 'refused'>;
}

/** Entries that are asked for at once, and pages at most: no office has ten thousand desks. */
const PAGE = 200;
const PAGES = 50;
const LONGEST_NAME = 60;

/** The action of each list, its key in the answer, and its field with the name (section 1.1). */
const lists: [StaffList, action: string, key: string, name: string][] = [
  ['accounts', 'listAccount', 'account', 'fullname'],
  ['queues', 'listQueue', 'queue', 'queue_name'],
  ['groups', 'listRingGroup', 'ringgroup', 'ringgroup_name'],
];

const text = z.catch(z.string(), '');
const answerSchema = z.object({ response: z.record(z.string(), z.unknown()) });
const rowsSchema = z.catch(z.array(z.record(z.string(), z.unknown())), []);

/**
 * Who has which extension, as far as the API user may know. Only number and name are asked for, and nothing else of an
 * answer is kept: `getSIPAccount`, which tells passwords, is never asked. Throws AppError where nothing can be asked.
 */
export async function readStaff(session: UcmAsk, signal?: AbortSignal): Promise<StaffRead> {
  const named: Named[] = [];
  const counts: StaffRead['counts'] = { accounts: 0, queues: 0, groups: 0 };
  for (const [list, action, key, name] of lists) {
    const found = await readList(session, action, key, name, signal);
    counts[list] = found?.length ?? 'refused';
    named.push(...(found ?? []));
  }
  return { named, counts };
}

async function readList(
  session: UcmAsk,
  action: string,
  key: string,
  nameField: string,
  signal: AbortSignal | undefined,
): Promise<Named[] | undefined> {
  const found = new Map<string, string>();
  try {
    for (let page = 1; page <= PAGES; page++) {
      const options = `extension,${nameField}`;
      const asked = { page, item_num: PAGE, sidx: 'extension', sord: 'asc', options };
      const answer = answerSchema.safeParse(await session.ask(action, asked, { signal }));
      if (!answer.success) break;
      const { [key]: rows, total_page: pages } = answer.data.response;
      const before = found.size;
      for (const row of rowsSchema.parse(rows)) {
        const number = numberOf(row['extension']);
        if (number !== '') found.set(number, nameOf(row[nameField], number));
      }
      // a UCM that heeds no page gives the first one for ever
      if (page >= Number(pages ?? 1) || found.size === before) break;
    }
  } catch (error) {
    if (error instanceof AppError && (error.code === 'ucm-not-this-action' || error.code === 'ucm-status')) return;
    throw error;
  }
  return [...found].map(([number, name]) => ({ number, name }));
}

/** '' for what no extension is. */
function numberOf(value: unknown): string {
  const number = typeof value === 'number' ? String(value) : text.parse(value);
  return /^[\d*#][\w*#.-]{0,19}$/.test(number) ? number : '';
}

/** '' for one that is only the number again. Hostile text all the same. */
function nameOf(value: unknown, number: string): string {
  const name = withoutDirectionMarks(text.parse(value))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  return name === number ? '' : name;
}
