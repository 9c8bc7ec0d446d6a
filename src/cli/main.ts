import { Command, CommanderError } from 'commander';
import { version } from '../engine/version.ts';
import { asFieldbookError } from '../shared/contract/errors.ts';
import { planCommand, policyCommand, profilesCommand } from './commands/aws.ts';
import { checklistsCommand } from './commands/checklists.ts';
import { checksCommand } from './commands/checks.ts';
import { coverageCommand } from './commands/coverage.ts';
import { decideCommand, decisionsCommand } from './commands/decisions.ts';
import { demoCommand } from './commands/demo.ts';
import { diffCommand } from './commands/diff.ts';
import { doctorCommand } from './commands/doctor.ts';
import { newCommand, openCommand } from './commands/engagement.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { exportCommand } from './commands/export.ts';
import { findingsCommand } from './commands/findings.ts';
import { maturityCommand } from './commands/maturity.ts';
import { phasesCommand } from './commands/phases.ts';
import { recommendationsCommand } from './commands/recommendations.ts';
import { reportCommand } from './commands/report.ts';
import { resourcesCommand } from './commands/resources.ts';
import { roadmapCommand } from './commands/roadmap.ts';
import { resumeCommand, scanCommand } from './commands/scan.ts';
import { scoresCommand } from './commands/scores.ts';
import { systemsCommand } from './commands/systems.ts';
import { refuseEmpty } from './empty.ts';
import { EXIT_USAGE, exitCodeOf, exitCodes } from './exit.ts';
import { createTerminal } from './terminal.ts';

const terminal = createTerminal(process);

const program = new Command('fieldbook')
  .description('Assess an AWS estate offline: scan read-only, judge, compare, report.')
  .version(version)
  .option('-f, --file <file>', 'engagement file; otherwise FIELDBOOK_FILE, otherwise the one opened last')
  .option(
    '--passphrase-file <file>',
    'file whose first line is the passphrase; otherwise FIELDBOOK_PASSPHRASE, otherwise it is asked for',
  )
  .option('--read-only', 'open the engagement without writing to it')
  .option('--json', 'print data for programs')
  .addHelpText(
    'after',
    `\nExit codes:\n${exitCodes.map(([code, meaning]) => `  ${String(code).padEnd(4)}${meaning}`).join('\n')}`,
  )
  .showHelpAfterError('(add --help for the options)')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

for (const command of [
  newCommand,
  openCommand,
  profilesCommand,
  planCommand,
  scanCommand,
  resumeCommand,
  findingsCommand,
  decideCommand,
  decisionsCommand,
  resourcesCommand,
  coverageCommand,
  scoresCommand,
  diffCommand,
  phasesCommand,
  checklistsCommand,
  maturityCommand,
  recommendationsCommand,
  roadmapCommand,
  reportCommand,
  checksCommand,
  policyCommand,
  exportCommand,
  evidenceCommand,
  systemsCommand,
  demoCommand,
  doctorCommand,
])
  program.addCommand(likeIts(program, command(terminal)));
refuseEmpty(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
  else {
    const known = asFieldbookError(error);
    terminal.error(known);
    process.exitCode = exitCodeOf(known.code);
  }
} finally {
  await terminal.close();
}

/** Commands of commands, too, end and complain as all do. */
function likeIts(parent: Command, command: Command): Command {
  command.copyInheritedSettings(parent);
  for (const one of command.commands) likeIts(command, one);
  return command;
}
