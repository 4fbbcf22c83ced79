import { createContext } from 'preact';
import type { NumberHomes, NumberWritten } from '../../lib/questions/add-number';
import type { PartyRef } from '../../lib/questions/questions';
import type { AddNumberWords } from './add-number-words';

/** What is needed of the page; the promises reject with AppError. */
export interface AddNumberShell {
  homes(call: string): Promise<NumberHomes | undefined>;
  /** undefined when no field is free any more */
  add(call: string, to: PartyRef): Promise<NumberWritten | undefined>;
  contact(call: string, firstname: string, lastname: string): Promise<NumberWritten>;
  /** the page's user agrees to write in the name of the key's */
  agree(): Promise<unknown>;
}

/** Given by the page; without it nothing is offered. `contacts`: the card is a thirdparty's, which has them. */
export const AddNumberContext = createContext<
  { shell: AddNumberShell; words: AddNumberWords; contacts: boolean; openOptions(): void } | undefined
>(undefined);
