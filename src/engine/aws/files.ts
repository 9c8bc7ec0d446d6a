import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cannot } from '../cannot.ts';

export interface AwsFiles {
  config: string;
  credentials: string;
}

/** Where the AWS files are, as every AWS tool finds them. */
export const awsFiles = (env: NodeJS.ProcessEnv): AwsFiles => ({
  config: env.AWS_CONFIG_FILE ?? join(homedir(), '.aws', 'config'),
  credentials: env.AWS_SHARED_CREDENTIALS_FILE ?? join(homedir(), '.aws', 'credentials'),
});

/** AWS tools skip lines that they do not understand, which turns a slip into a riddle; Fieldbook names the line. */
export function assertWellFormed(file: string): void {
  let inSection = false;
  for (const [index, line] of linesOf(file).entries()) {
    if (/^\s*([#;].*)?$/.test(line)) continue;
    if (/^\s*\[[^\]]+\]\s*([#;].*)?$/.test(line)) inSection = true;
    else if (!inSection || !/^\s*[^\s=]+\s*=/.test(line))
      throw cannot('aws-config-malformed', 'aws.line', { line: index + 1, file });
  }
}

/** In the config file a profile is written [profile NAME]; as [NAME] no AWS tool sees it, but for `default`. */
export const hasBareSection = (config: string, name: string): boolean =>
  existsSync(config) && linesOf(config).some((line) => line.trim() === `[${name}]`);

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EISDIR'
      ? cannot('aws-config-malformed', 'aws.fileIsFolder', { file }, { cause: error })
      : cannot(
          'aws-config-malformed',
          'aws.fileUnreadable',
          { file, code: code ?? String(error) },
          { cause: error },
        );
  }
}
