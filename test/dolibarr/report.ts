/** What was looked at, line by line as it comes, and whether all of it held. */
export interface Report {
  /** one thing that must hold; whatever is thrown is what was found instead */
  check(name: string, work: () => Promise<string | undefined>): Promise<void>;
  failures(): number;
}

export function createReport(say: (line: string) => void): Report {
  let failures = 0;
  return {
    async check(name, work) {
      const before = Date.now();
      try {
        const found = await work();
        say(`  ok    ${name}${found ? `: ${found}` : ''} (${((Date.now() - before) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failures++;
        say(`  FAIL  ${name}: ${wordsOf(error)}`);
      }
    },
    failures: () => failures,
  };
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const detail = 'detail' in error ? ` ${JSON.stringify(error.detail)}` : '';
  return `${error.message}${detail}`;
}

export function expectSame(found: unknown, wanted: unknown, what: string): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${what}: ${one} instead of ${other}`);
}
