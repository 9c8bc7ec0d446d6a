import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { FieldbookError } from '../../shared/contract/errors.ts';

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
      throw new FieldbookError(
        'aws-config-malformed',
        `Line ${index + 1} of ${file} cannot be understood.`,
        "A line is a [section], a 'key = value' inside a section, a comment or empty. Mend the line and repeat.",
      );
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
    throw new FieldbookError(
      'aws-config-malformed',
      `${file} cannot be read (${code === 'EISDIR' ? 'it is a folder' : code}).`,
      'Check your rights to it, or where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE point.',
      { cause: error },
    );
  }
}
