import type { CallTask } from '../dolibarr/call-tasks';
import { readFollowUp, writeFollowUp } from '../dolibarr/follow-up';
import { AppError } from '../errors';
import type { Agenda } from './agenda';

/** Dolibarr's word for a task that is done. */
const DONE = 100;

/**
 * s after the call that got through: whoever changed a task later knew of that call. A day, since nobody tells in which zone
 * Dolibarr's database writes its changes.
 */
const KNOWN = 86_400;

export interface FinishDeps {
  agenda: Pick<Agenda, 'user' | 'change'>;
  /** when somebody got through to the caller after the task's call, UTC epoch seconds, by task; those of the others are left out */
  overAt(tasks: readonly CallTask[]): Promise<ReadonlyMap<CallTask, number>>;
  /** it was done before: whoever has it to be done again since means it */
  wasFinished(event: number): boolean;
  finished(event: number): Promise<void>;
}

/**
 * A task of a call after which somebody got through to the caller is done, in Dolibarr as well: nobody's agenda is to hold what
 * the view of missed calls has closed by itself. By whose it is, or by who may write for all; others leave it alone. One that
 * cannot be written waits for the next time. Throws AppError where it is not known who writes.
 */
export async function finishTasks(deps: FinishDeps, tasks: readonly CallTask[], signal?: AbortSignal): Promise<void> {
  const undone = tasks.filter(({ id, done }) => !done && !deps.wasFinished(id));
  if (undone.length === 0) return;
  const user = await deps.agenda.user(signal);
  const mine = undone.filter(({ owner }) => user.mayWriteOthers || (user.mayWrite && owner === user.id));
  if (mine.length === 0) return;
  for (const [{ id, owner, location, changedAt }, at] of await deps.overAt(mine)) {
    if (changedAt > at + KNOWN) continue;
    const { rest, ...told } = readFollowUp(location);
    // what is done waits for nothing
    const waited = told.until > 0 ? writeFollowUp({ ...told, until: 0 }, rest, 0) : undefined;
    const change = { percentage: DONE, ...(waited !== undefined && { location: waited }) };
    try {
      await deps.agenda.change({ id, ownerId: owner }, change, signal);
      await deps.finished(id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}
