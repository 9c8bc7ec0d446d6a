import { Command } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { EXIT_NOT_SOUND } from '../exit.ts';
import { number } from '../format.ts';
import { globals, type Terminal } from '../terminal.ts';

export const doctorCommand = (terminal: Terminal): Command =>
  new Command('doctor')
    .description('say what is wrong with this machine or an engagement file, and how to mend it')
    .option('--repair <file>', 'save what can be read of a damaged engagement into a new file')
    .action(async (options: { repair?: string }, command) => {
      const { json, file } = globals(command);
      if (options.repair) {
        const passphrase = await terminal.passphrase(command, `Passphrase of ${options.repair}:`);
        const repaired = await terminal.client.app.repair({ path: options.repair, passphrase });
        if (json) terminal.json(repaired);
        else {
          terminal.print(
            `Saved ${number(repaired.rows)} rows to ${repaired.saved}; ${options.repair} is as it was.`,
          );
          for (const lost of repaired.lost) terminal.print(`Lost: ${lost}`);
        }
        if (repaired.lost.length > 0) terminal.setExitCode(EXIT_NOT_SOUND);
        return;
      }
      const refused = file ? await opening(terminal, command) : undefined;
      const { findings } = await terminal.client.app.doctor({ path: refused ? undefined : file });
      if (refused && !findings.some((finding) => finding.what === refused.message))
        findings.push({ ok: false, what: refused.message, next: refused.next });
      if (json) terminal.json(findings);
      else
        for (const finding of findings) {
          terminal.print(
            `${finding.ok ? terminal.style('green', 'ok  ') : terminal.style('red', 'mend')}  ${finding.what}`,
          );
          if (finding.next) terminal.print(`      ${finding.next}`);
        }
      if (findings.some((finding) => !finding.ok)) terminal.setExitCode(EXIT_NOT_SOUND);
    });

/** Why the engagement does not open, which is one finding beside the others. */
async function opening(terminal: Terminal, command: Command): Promise<FieldbookError | undefined> {
  try {
    await terminal.openEngagement(command, 'look');
    return undefined;
  } catch (error) {
    if (error instanceof FieldbookError) return error;
    throw error;
  }
}
