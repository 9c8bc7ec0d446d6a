import { Argument, Command, Option } from 'commander';
import { number } from '../format.ts';
import { globals, type Terminal } from '../terminal.ts';

type What = 'findings' | 'resources' | 'coverage' | 'calls';

export const exportCommand = (terminal: Terminal): Command =>
  new Command('export')
    .description('write findings, resources, gaps of coverage, or the log of all calls to a file')
    .addArgument(new Argument('<what>').choices(['findings', 'resources', 'coverage', 'calls']))
    .addOption(new Option('--format <format>').choices(['csv', 'json']).default('csv'))
    .option('-o, --out <file>', 'where to; otherwise WHAT.FORMAT here')
    .option('--snapshot <id>', 'otherwise the newest')
    .action(
      async (what: What, options: { format: 'csv' | 'json'; out?: string; snapshot?: string }, command) => {
        await terminal.openEngagement(command, 'look');
        const { format, snapshot } = options;
        const result = await terminal.client.exchange.export({
          what,
          format,
          snapshot,
          path: options.out ?? `${what}.${format}`,
        });
        if (globals(command).json) terminal.json(result);
        else terminal.print(`Wrote ${number(result.rows)} rows to ${result.path}.`);
      },
    );
