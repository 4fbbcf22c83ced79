import { parseArgs } from 'node:util';

export interface DemoArguments {
  check: boolean;
  /** a real Dolibarr in place of the simulated one */
  dolibarr?: { url: string; key: string };
  /** a real UCM; its password is asked for */
  ucm?: { url: string; user: string };
}

/** `--check`, `--dolibarr URL --key KEY`, `--ucm URL --user U`. Throws with a sentence when one is missing. */
export function readArguments(words: readonly string[]): DemoArguments {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: { check: { type: 'boolean', default: false }, dolibarr: text, key: text, ucm: text, user: text },
  });
  if ((values.dolibarr === undefined) !== (values.key === undefined)) {
    throw new Error('A real Dolibarr needs both --dolibarr URL and --key KEY.');
  }
  if ((values.ucm === undefined) !== (values.user === undefined)) {
    throw new Error('A real UCM needs both --ucm URL and --user NAME.');
  }
  return {
    check: values.check,
    ...(values.dolibarr && values.key ? { dolibarr: { url: values.dolibarr, key: values.key } } : {}),
    ...(values.ucm && values.user ? { ucm: { url: values.ucm, user: values.user } } : {}),
  };
}
