import { createContext } from 'preact';

/** Whether calls may be deleted in this browser, as it is set: what may not be done is not offered. */
export const MayDelete = createContext(false);
