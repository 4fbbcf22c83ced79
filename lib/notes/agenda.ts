import type { CallEvent, EventChange, NewCallEvent } from '../dolibarr/call-events';
import type { KeyUser } from '../dolibarr/key-user';

/** Dolibarr's agenda, as far as notes need it; everything rejects with AppError. */
export interface Agenda {
  /** who writes: the user behind the API key */
  user(signal?: AbortSignal): Promise<KeyUser>;
  /** lowest id first */
  find(keys: readonly string[], signal?: AbortSignal): Promise<CallEvent[]>;
  /** of all calls, those changed since (UTC epoch seconds), a page at a time */
  changed(
    since: number | undefined,
    page: number,
    signal?: AbortSignal,
  ): Promise<{ events: CallEvent[]; more: boolean }>;
  create(event: NewCallEvent, signal?: AbortSignal): Promise<number>;
  change(event: { id: number; ownerId: number }, change: EventChange, signal?: AbortSignal): Promise<boolean>;
  remove(event: number, signal?: AbortSignal): Promise<boolean>;
}

/**
 * The event of a call that this user's note stands in. Whoever may write the events of all shares the first one; whoever
 * may not has one of his own beside it, since Dolibarr would hand over another's event to him with the first change.
 */
export function ownEvent<T extends { id: number; ownerId: number }>(
  events: readonly T[],
  user: KeyUser,
): T | undefined {
  return user.mayWriteOthers ? events[0] : events.find(({ ownerId }) => ownerId === user.id);
}
