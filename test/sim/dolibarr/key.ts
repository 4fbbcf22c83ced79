import { randomBytes } from 'node:crypto';

/** An API key, or the name of a session: made anew at each start, so nobody can come to rely on one. */
export const createKey = (bytes = 20): string => randomBytes(bytes).toString('hex');
