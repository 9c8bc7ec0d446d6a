import { Command, Option } from 'commander';
import { wholeNumber } from '../format.ts';
import { showComparison } from '../show.ts';
import { globals, type Terminal } from '../terminal.ts';

export const diffCommand = (terminal: Terminal): Command =>
  new Command('diff')
    .description('compare two snapshots; otherwise the two newest')
    .argument('[before]', 'id of a snapshot, or the end of it')
    .argument('[after]')
    .addOption(new Option('--limit <n>', 'rows of each list').argParser(wholeNumber).default(15))
    .action(
      async (before: string | undefined, after: string | undefined, options: { limit: number }, command) => {
        await terminal.openEngagement(command, 'look');
        const comparison = await terminal.client.compare.snapshots({ before, after });
        if (globals(command).json) terminal.json(comparison);
        else showComparison(terminal, comparison, options.limit);
      },
    );
