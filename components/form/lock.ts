import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Which fields nobody may change here, and the words for who set them. */
export interface Locks {
  locked: ReadonlySet<string>;
  word: string;
}

export const LockContext = createContext<Locks>({ locked: new Set(), word: '' });

/** The words for who set the setting; '' when it may be changed, or is none. */
export function useLock(setting: string | undefined): string {
  const { locked, word } = useContext(LockContext);
  return setting !== undefined && locked.has(setting) ? word : '';
}
