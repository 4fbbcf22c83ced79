import { useRef, useState } from 'preact/hooks';

/** Saves a value; undefined when it is saved, else why it cannot be, in words. */
export type Save<T> = (value: T) => Promise<string | undefined>;

export interface Saving {
  saved: boolean;
  /** '' when nothing is wrong */
  why: string;
}

/** What became of the last value of one field. An answer that a later value has overtaken is not shown. */
export function useSaving<T>(save: Save<T>) {
  const [saving, setSaving] = useState<Saving>({ saved: false, why: '' });
  const turn = useRef(0);
  return {
    saving,
    /** true when it was saved */
    async run(value: T): Promise<boolean> {
      turn.current += 1;
      const mine = turn.current;
      const why = await save(value);
      if (mine === turn.current) setSaving({ saved: why === undefined, why: why ?? '' });
      return why === undefined;
    },
    /** as before anything was entered */
    rest(): void {
      turn.current += 1;
      setSaving({ saved: false, why: '' });
    },
  };
}
