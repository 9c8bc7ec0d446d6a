import { resolve } from 'node:path';

export interface StartRequest {
  path: string;
  /** Left out: the window asks for it. */
  passphrase: string | undefined;
}

/** `--engagement FILE` opens a file on start, with FIELDBOOK_PASSPHRASE where a script wants no question. */
export function startRequest(argv: readonly string[], env: NodeJS.ProcessEnv): StartRequest | undefined {
  const flag = '--engagement';
  const at = argv.indexOf(flag);
  const path =
    at >= 0 ? argv[at + 1] : argv.find((argument) => argument.startsWith(`${flag}=`))?.slice(flag.length + 1);
  return path ? { path: resolve(path), passphrase: env.FIELDBOOK_PASSPHRASE } : undefined;
}
