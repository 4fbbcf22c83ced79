/** The names that contain the words a person typed, `poll` or `ucm status`; all of them where none was typed. Throws when none does. */
export function choose<N extends string>(names: readonly N[], words: readonly string[], kind: string): N[] {
  const asked = words.join(' ').toLowerCase();
  const chosen = names.filter((name) => name.toLowerCase().includes(asked));
  if (chosen.length === 0) throw new Error(`No ${kind} is called “${asked}”. There are: ${names.join(', ')}`);
  return chosen;
}
