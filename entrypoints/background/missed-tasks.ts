import type { JournalAnswers } from '../../lib/answers/journal';
import type { ByHand } from '../../lib/answers/missed-callers';
import { browser } from '../../lib/browser';
import { type CallTask, readCallTasks } from '../../lib/dolibarr/call-tasks';
import { AppError, shapeOf } from '../../lib/errors';
import { setCallTask } from '../../lib/notes/call-task';
import type { SettingsStore } from '../../lib/settings/settings-store';
import { markOf, readLineKey } from '../../lib/store/columns';
import type { StateStore } from '../../lib/store/state';
import { spokenLanguage } from '../../lib/text/texts';
import { createClosedByHand } from './closed-by-hand';
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
/** ms between two looks at what colleagues did, while the view is open */
const FRESH = 60_000;

/** A task as it is kept: nothing in it names anybody. */
interface KeptTask extends Pick<CallTask, 'start' | 'done' | 'changedAt'> {
  /** of the call's key (lib/store/columns); 0 where Dolibarr does not say under what the event was filed */
  mark: number;
  /** the same of the end of the number in the label; 0 when there is none */
  end: number;
}

interface Kept {
  /** as Dolibarr told last; the one changed last of several of a call counts */
  tasks: KeptTask[];
  /** not in Dolibarr yet: closed or opened again, by key of the line's newest call */
  pending: Record<string, boolean>;
  /** UTC epoch ms */
  readAt: number;
}

export type MissedTasks = ReturnType<typeof createMissedTasks>;

/** Lines of missed calls closed by hand, here and by colleagues: what is shared is the percentage of the call's event. */
export function createMissedTasks({ state, settings, connections, cardNotes, journal, changed }: Parts) {
  const here = createClosedByHand(state);
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

  async function share(key: string, closed: boolean): Promise<void> {
    const { language } = await settings.read();
    const spoken = spokenLanguage(language, [browser.i18n.getUILanguage()]);
    const call = await journal.noted(key);
    if (call) {
      await connections.dolibarrReady();
      await setCallTask(cardNotes.agenda, { ...call, label: labelOf(call, spoken), language: spoken }, closed);
    }
    const ref = call?.keys[0] ?? '';
    const task =
      call &&
      keptTask({ ref, start: call.start, label: call.number, done: closed, changedAt: Math.floor(Date.now() / 1000) });
    await change((before) => {
      const { [key]: asked, ...others } = before.pending;
      // pressed again meanwhile: that goes out next
      if (asked !== closed) return before;
      return { ...before, pending: others, tasks: task ? [...before.tasks, task] : before.tasks };
    });
  }

  /** What waits goes out, then what colleagues did comes in. Nothing is written where no events are. */
  async function exchange(): Promise<void> {
    if ((await settings.read()).notes.events === 'none') return;
    for (const [key, closed] of Object.entries((await kept()).pending)) {
      try {
        await share(key, closed);
      } catch (error) {
        // What this user may not write stays here; what could not be reached goes with the next run.
        if (shapeOf(error).code !== 'dolibarr-right') throw error;
        await change(({ pending: { [key]: _refused, ...pending }, ...before }) => ({ ...before, pending }));
      }
    }
    await connections.dolibarrReady();
    const read = await readCallTasks(connections.dolibarr, Math.floor(Date.now() / 1000) - REACH);
    const tasks = read.map(keptTask);
    const before = JSON.stringify((await kept()).tasks);
    await change((now) => ({ ...now, tasks, readAt: Date.now() }));
    if (before !== JSON.stringify(tasks)) changed();
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
      const [{ tasks, pending, readAt }, closed] = await Promise.all([kept(), here.keys()]);
      if (Date.now() - readAt > FRESH) void exchangeOnce().catch(() => undefined); // the next run says what is wrong
      const byStart = new Map<number, KeptTask[]>();
      for (const task of tasks) byStart.set(task.start, [...(byStart.get(task.start) ?? []), task]);
      return ({ key, start, number }) => {
        const waits = pending[key];
        if (waits !== undefined) return waits ? 'sending' : undefined;
        const mark = readLineKey(key)?.mark;
        const own = (byStart.get(start) ?? []).filter(
          (task) => task.mark === mark || (task.end !== 0 && task.end === endOf(number)),
        );
        const last = own.reduce<KeptTask | undefined>(
          (newest, one) => (newest && newest.changedAt > one.changedAt ? newest : one),
          undefined,
        );
        if (last) return last.done ? 'dolibarr' : undefined;
        return closed.has(key) ? 'here' : undefined;
      };
    },

    /** Throws AppError `store-full`, `store-broken`, `invalid-question`. */
    async close(key: string, closed: boolean): Promise<void> {
      await here.set(key, closed);
      if ((await settings.read()).notes.events === 'none' || !(await journal.noted(key))) return;
      await change((before) => ({ ...before, pending: { ...before.pending, [key]: closed } }));
      void exchangeOnce()
        .catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error; // it waits for the next run
        })
        .finally(changed);
    },
  };
}

function keptTask({ ref, start, label, done, changedAt }: CallTask): KeptTask {
  return { mark: ref === '' ? 0 : markOf(ref.replace(/^ucm:/, '')), start, end: endOf(label), done, changedAt };
}

/** Mark of the last digits of a number, however it is written; 0 when it has too few. */
function endOf(text: string): number {
  const end = /\d{6}$/.exec(text.replace(/\D/g, ''))?.[0];
  return end === undefined ? 0 : markOf(end);
}
