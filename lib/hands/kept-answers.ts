import type { HandsAnswer } from './hands';

/** The last answer whose asker may not live to hear it; it waits in the document, whose life is longer than a worker's. */
export interface KeptAnswers {
  /** in the place of what was kept before */
  keep(name: string, answer: Promise<HandsAnswer>): void;
  /**
   * What came, or will come, under this name; undefined when nothing was asked by it or no answer came. It stays: whoever
   * heard it may be stopped before it was put down.
   */
  read(name: string): Promise<HandsAnswer | undefined>;
}

export function createKeptAnswers(): KeptAnswers {
  let kept: { name: string; answer: Promise<HandsAnswer | undefined> } | undefined;
  return {
    keep(name, answer) {
      // a copy: the bytes themselves go to whoever asked, if he is still there
      const copy = answer.then((came) => ({ ...came, bytes: came.bytes.slice() }));
      kept = { name, answer: copy.catch(() => undefined) };
    },
    async read(name) {
      const came = kept?.name === name ? await kept.answer : undefined;
      return came && { ...came, bytes: came.bytes.slice() };
    },
  };
}
