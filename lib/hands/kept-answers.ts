import type { HandsAnswer } from './hands';

/** The last answer whose asker may not live to hear it; it waits in the document, whose life is longer than a worker's. */
export interface KeptAnswers {
  /** in the place of what was kept before */
  keep(name: string, answer: Promise<HandsAnswer>): void;
  /** What came, or will come, under this name; undefined when nothing was asked by it or no answer came. Given out once. */
  take(name: string): Promise<HandsAnswer | undefined>;
}

export function createKeptAnswers(): KeptAnswers {
  let kept: { name: string; answer: Promise<HandsAnswer | undefined> } | undefined;
  return {
    keep(name, answer) {
      // a copy: the bytes themselves go to whoever asked, if he is still there
      const copy = answer.then((came) => ({ ...came, bytes: came.bytes.slice() }));
      kept = { name, answer: copy.catch(() => undefined) };
    },
    async take(name) {
      if (kept?.name !== name) return undefined;
      const { answer } = kept;
      kept = undefined;
      return answer;
    },
  };
}
