import { kindsOfAnswers } from './kinds-of-answers';
import { kindsOfMachines } from './kinds-of-machines';

/** Everything that is tried, in the order of the table. */
export const kinds = [...kindsOfAnswers, ...kindsOfMachines];
