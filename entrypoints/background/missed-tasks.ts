import type { JournalAnswers } from '../../lib/answers/journal';
import type { ByHand } from '../../lib/answers/missed-callers';
import { browser } from '../../lib/browser';
import { type CallTask, readCallTasks } from '../../lib/dolibarr/call-tasks';
import { AppError, shapeOf } from '../../lib/errors';
import { setCallTask, type TaskChange } from '../../lib/notes/call-task';
import { finishTasks } from '../../lib/notes/finish-tasks';
import type { HandState } from '../../lib/questions/missed';
import type { SettingsStore } from '../../lib/settings/settings-store';
import { markOf, readLineKey } from '../../lib/store/columns';
import type { StateStore } from '../../lib/store/state';
import { spokenLanguage } from '../../lib/text/texts';
import { createByHandHere } from './by-hand-here';
import type { Connections } from './connections';
import { type CardNotes, labelOf } from './notes';

interface Parts {
  state: StateStore;
  settings: SettingsStore;
  connections: Connections;
  cardNotes: CardNotes;
  journal: JournalAnswers;
  changed(): void;
}

const NAME = 'missed-tasks';
/** how far back the view of missed calls goes, s */
const REACH = 366 * 86_400;
/** Events remembered as finished; a year has fewer that were given to somebody. */
const FINISHED = 2000;
/** ms between two looks at what colleagues did, while the view is open */
const FRESH = 60_000;

/** A task as it is kept: nothing in it names a caller. */
interface KeptTask extends Pick<CallTask, 'start' | 'done' | 'changedAt' | 'assigned'> {
  /** left out by earlier versions */
  until?: number;
  /** of the call's key (lib/store/columns); 0 where Dolibarr does not say under what the event was filed */
  mark: number;
  /** the same of the end of the number in the label; 0 when there is none */
  end: number;
}

interface Kept {
  /** as Dolibarr told last; the one changed last of several of a call counts */
  tasks: KeptTask[];
  /** not in Dolibarr yet, by key of the line's newest call; an earlier version knew closed and open alone */
  pending: Record<string, TaskChange | boolean>;
  /** UTC epoch ms */
  readAt: number;
  /** ids of events that were said to be done here since somebody got through; left out by earlier versions */
  finished?: number[];
}

export type MissedTasks = ReturnType<typeof createMissedTasks>;

/**
 * What people did with lines of missed calls, here and as colleagues: closed, given to somebody, put off. It is shared in
 * the call's event in Dolibarr: its percentage, its owner and its location.
 */
export function createMissedTasks({ state, settings, connections, cardNotes, journal, changed }: Parts) {
  const here = createByHandHere(state);
  let queue: Promise<unknown> = Promise.resolve();

  async function kept(): Promise<Kept> {
    return ((await state.read(NAME)) as Kept | undefined) ?? { tasks: [], pending: {}, readAt: 0 }; // written below alone
  }

  /** One change after the other: an answer of Dolibarr and a press never undo one another. */
  function change(next: (before: Kept) => Kept): Promise<void> {
    const done = queue.then(async () => state.write(NAME, next(await kept())));
    queue = done.catch(() => undefined); // its caller has the failure
    return done;
  }

  async function share(key: string, told: TaskChange): Promise<void> {
    const { language } = await settings.read();
    const spoken = spokenLanguage(language, [browser.i18n.getUILanguage()]);
    const call = await journal.noted(key);
    if (!call) return settle(key, told);
    await connections.dolibarrReady();
    const named = { ...call, label: labelOf(call, spoken), language: spoken };
    const east = -new Date((told.until ?? 0) * 1000).getTimezoneOffset();
    if (!(await setCallTask(cardNotes.agenda, named, told, east))) return settle(key, told);
    await here.forget(key);
    const before = stateOf(await kept(), key, call);
    const task = keptTask({
      ...{ ref: call.keys[0] ?? '', start: call.start, label: call.number, changedAt: Math.floor(Date.now() / 1000) },
      ...{ done: told.done ?? false, until: told.done ? 0 : (told.until ?? before?.until ?? 0) },
      assigned: told.assigned === undefined ? before?.assigned : (told.assigned ?? undefined),
    });
    await settle(key, told, task);
  }

  /** It waits no more, unless something else was pressed meanwhile: that goes out next. */
  function settle(key: string, told: TaskChange, task?: KeptTask): Promise<void> {
    return change((before) => {
      const { [key]: asked, ...others } = before.pending;
      const tasks = task ? [...before.tasks, task] : before.tasks;
      const isSame = JSON.stringify(changeOf(asked)) === JSON.stringify(told);
      return { ...before, pending: isSame ? others : before.pending, tasks };
    });
  }

  /** What waits goes out, then what colleagues did comes in. Nothing is written where no events are. */
  async function exchange(): Promise<void> {
    if ((await settings.read()).notes.events === 'none') return;
    for (const [key, asked] of Object.entries((await kept()).pending)) {
      const told = changeOf(asked) ?? {};
      try {
        await share(key, told);
      } catch (error) {
        // What this user may not write stays here; what could not be reached goes with the next run.
        if (shapeOf(error).code !== 'dolibarr-right') throw error;
        await settle(key, told);
      }
    }
    await connections.dolibarrReady();
    const read = await readCallTasks(connections.dolibarr, Math.floor(Date.now() / 1000) - REACH);
    const tasks = read.map(keptTask);
    const before = JSON.stringify((await kept()).tasks);
    await change((now) => ({ ...now, tasks, readAt: Date.now() }));
    if (before !== JSON.stringify(tasks)) changed();
    await finish(read);
  }

  async function finish(tasks: readonly CallTask[]): Promise<void> {
    const { finished = [] } = await kept();
    await finishTasks(
      {
        agenda: cardNotes.agenda,
        async overAt(mine) {
          const over = await journal.over(new Set(mine.map(({ start }) => start)));
          const at = new Map<CallTask, number>();
          for (const task of mine) {
            const call = over.find((one) => one.start === task.start && isOf(keptTask(task), one.key, one.number));
            if (call) at.set(task, call.at);
          }
          return at;
        },
        wasFinished: (event) => finished.includes(event),
        finished: (event) =>
          change(({ finished: before = [], ...now }) => ({ ...now, finished: [...before, event].slice(-FINISHED) })),
      },
      tasks,
    );
  }

  let under: Promise<void> | undefined;
  function exchangeOnce(): Promise<void> {
    under ??= exchange().finally(() => {
      under = undefined;
    });
    return under;
  }

  return {
    exchange: exchangeOnce,

    /** How lines stand by hand, for an answer. */
    async byHand(): Promise<ByHand> {
      const [now, local, me] = await Promise.all([kept(), here.read(), cardNotes.knownUser()]);
      if (Date.now() - now.readAt > FRESH) void exchangeOnce().catch(() => undefined); // the next run says what is wrong
      const find = lookup(now.tasks);
      return ({ key, start, number }) => {
        const waits = changeOf(now.pending[key]);
        const task = find(key, start, number);
        const told = waits ?? local[key];
        if (!task && !told) return undefined;
        const assigned = told?.assigned === undefined ? task?.assigned : (told.assigned ?? undefined);
        return {
          where: waits ? 'sending' : told ? 'here' : 'dolibarr',
          done: told ? (told.done ?? false) : (task?.done ?? false),
          until: told?.until ?? task?.until ?? 0,
          ...(assigned && { assigned: { ...assigned, me: assigned.id === me?.id } }),
        } satisfies HandState;
      };
    },

    /** Throws AppError `store-full`, `store-broken`, `invalid-question`. */
    async set(key: string, told: TaskChange): Promise<void> {
      await here.add(key, told);
      if ((await settings.read()).notes.events === 'none' || !(await journal.noted(key))) return;
      await change((before) => ({
        ...before,
        pending: { ...before.pending, [key]: { ...changeOf(before.pending[key]), ...told } },
      }));
      void exchangeOnce()
        .catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error; // it waits for the next run
        })
        .finally(changed);
    },
  };
}

function changeOf(asked: TaskChange | boolean | undefined): TaskChange | undefined {
  return typeof asked === 'boolean' ? { done: asked } : asked;
}

/** The task of a call that was changed last. */
function lookup(tasks: readonly KeptTask[]) {
  const byStart = new Map<number, KeptTask[]>();
  for (const task of tasks) byStart.set(task.start, [...(byStart.get(task.start) ?? []), task]);
  return (key: string, start: number, number: string): KeptTask | undefined => {
    return (byStart.get(start) ?? [])
      .filter((task) => isOf(task, key, number))
      .reduce<KeptTask | undefined>(
        (newest, one) => (newest && newest.changedAt > one.changedAt ? newest : one),
        undefined,
      );
  };
}

/** Of two calls of one second: whether the task is that one's, by its key or, where Dolibarr does not tell it, by the number. */
function isOf({ mark, end }: KeptTask, key: string, number: string): boolean {
  return mark === readLineKey(key)?.mark || (end !== 0 && end === endOf(number));
}

function stateOf({ tasks }: Kept, key: string, call: { start: number; number: string }): KeptTask | undefined {
  return lookup(tasks)(key, call.start, call.number);
}

function keptTask({
  ref,
  start,
  label,
  done,
  changedAt,
  assigned,
  until,
}: Omit<CallTask, 'id' | 'owner' | 'location'>): KeptTask {
  const mark = ref === '' ? 0 : markOf(ref.replace(/^ucm:/, ''));
  return { mark, start, end: endOf(label), done, changedAt, until, ...(assigned && { assigned }) };
}

/** Mark of the last digits of a number, however it is written; 0 when it has too few. */
function endOf(text: string): number {
  const end = /\d{6}$/.exec(text.replace(/\D/g, ''))?.[0];
  return end === undefined ? 0 : markOf(end);
}
