/** By what a list of all calls can be put in order; the columns of its lines. */
export const sortColumns = ['when', 'direction', 'number', 'who', 'outcome', 'extension', 'talk'] as const;

/** `up`: smallest, oldest or A first; what is empty comes last either way, and of equal calls the newest first. */
export interface Sort {
  by: (typeof sortColumns)[number];
  up: boolean;
}
