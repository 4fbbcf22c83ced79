import { parseArgs } from 'node:util';

export interface SuiteArguments {
  /** web root of the Dolibarr, without a slash at the end */
  url: string;
  /** of a user who may do everything that is done here, deleting included */
  key: string;
  /** of a user with few rights */
  salesKey: string;
  /** of each race */
  rounds: number;
}

const usage =
  'npm run test:dolibarr -- --url https://erp.example --key KEY --sales-key KEY [--rounds 100]\n' +
  '--key: of a user who may create and delete thirdparties, contacts and events of others; --sales-key: of one with few rights.';

/** Throws with a sentence what is missing. */
export function readArguments(words: readonly string[]): SuiteArguments {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: { url: text, key: text, 'sales-key': text, rounds: text },
  });
  const { url, key, 'sales-key': salesKey } = values;
  const rounds = Number(values.rounds ?? 100);
  if (!url || !URL.canParse(url) || !key || !salesKey) throw new Error(usage);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number from 1 on.');
  return { url: url.replace(/\/+$/, ''), key, salesKey, rounds };
}
