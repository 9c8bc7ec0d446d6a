import { resolve } from 'node:path';

export interface StartRequest {
  path: string;
  /** Left out: the window asks for it. */
  passphrase?: string | undefined;
}

/** Ending of engagement files; the system hands one over as a bare path when it is double-clicked. */
const ENDING = '.fieldbook';

/**
 * What the program was started for: `--engagement FILE`, or a file of ours by its bare path. FIELDBOOK_PASSPHRASE goes
 * with it where a script wants no question. Paths are taken from the folder in which it was started.
 */
export function startRequest(
  argv: readonly string[],
  env: NodeJS.ProcessEnv = {},
  folder: string = process.cwd(),
): StartRequest | undefined {
  const flag = '--engagement';
  const at = argv.indexOf(flag);
  const path =
    at >= 0
      ? argv[at + 1]
      : (argv.find((argument) => argument.startsWith(`${flag}=`))?.slice(flag.length + 1) ??
        argv.slice(1).find((argument) => !argument.startsWith('-') && isEngagementFile(argument)));
  return path ? { path: resolve(folder, path), passphrase: env.FIELDBOOK_PASSPHRASE } : undefined;
}

export const isEngagementFile = (path: string): boolean => path.toLowerCase().endsWith(ENDING);
