import { Command } from 'commander';
import { showCoverage } from '../show-coverage.ts';
import { globals, type Terminal } from '../terminal.ts';

export const coverageCommand = (terminal: Terminal): Command =>
  new Command('coverage')
    .description('what was read, what was not, and why')
    .option('--snapshot <id>', 'otherwise the newest')
    .action(async (options: { snapshot?: string }, command) => {
      await terminal.openEngagement(command, 'look');
      const coverage = await terminal.client.coverage.get(options);
      if (globals(command).json) terminal.json(coverage);
      else showCoverage(terminal, coverage);
    });
