import type { Call } from '../calls/call';
import type { CallLine, LegLine } from '../questions/questions';
import type { StaffNames } from '../store/staff';

/** Names of those of these extensions that have one, for an answer; nothing where nobody has. */
export function staffIn(names: StaffNames, extensions: Iterable<string>): { staff?: Record<string, string> } {
  const found: Record<string, string> = {};
  for (const extension of extensions) {
    const name = names.get(extension);
    if (name) found[extension] = name;
  }
  return Object.keys(found).length > 0 ? { staff: found } : {};
}

/** Every extension, queue and group that an opened call shows. */
export function extensionsOf(
  line: Pick<CallLine, 'extension' | 'through'>,
  call: Pick<Call, 'rung' | 'lastSpeaker'>,
  legs: readonly LegLine[],
): string[] {
  return [line.extension, line.through, call.lastSpeaker, ...call.rung, ...legs.map(({ target }) => target)];
}
