import { parseArgs } from 'node:util';

export interface DemoArguments {
  check: boolean;
  /** a real Dolibarr in place of the simulated one */
  dolibarr?: { url: string; key: string };
  /** a real UCM; its password is asked for */
  ucm?: { url: string; user: string };
}

/** `--check`, `--dolibarr URL --key KEY`, `--ucm URL --user U`. Throws with a sentence what is missing or does not fit. */
export function readArguments(words: readonly string[], display: boolean): DemoArguments {
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
  const real = values.dolibarr ?? values.ucm;
  if (real !== undefined && values.check) throw new Error('The check knows the story of the simulated machines alone.');
  if (real !== undefined && !display) throw new Error('A real machine is shown on a display, and there is none here.');
  return {
    check: values.check,
    ...(values.dolibarr && values.key ? { dolibarr: { url: values.dolibarr, key: values.key } } : {}),
    ...(values.ucm && values.user ? { ucm: { url: values.ucm, user: values.user } } : {}),
  };
}
