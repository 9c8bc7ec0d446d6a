import { Command, Option } from 'commander';
import { comparisonOf, wholeComparison } from '../comparison.ts';
import { wholeNumber } from '../format.ts';
import { snapshotOrMilestone } from '../milestones.ts';
import { showComparison } from '../show-comparison.ts';
import { globals, type Terminal } from '../terminal.ts';

export const diffCommand = (terminal: Terminal): Command =>
  new Command('diff')
    .description('compare two snapshots or closed phases; otherwise the two newest')
    .argument('[before]', 'id of a snapshot or milestone, or the end of it, or the name of a closed phase')
    .argument('[after]')
    .addOption(new Option('--limit <n>', 'rows of each list').argParser(wholeNumber).default(15))
    .action(
      async (before: string | undefined, after: string | undefined, options: { limit: number }, command) => {
        await terminal.openEngagement(command, 'look');
        const which = {
          before: await snapshotOrMilestone(terminal.client, before),
          after: await snapshotOrMilestone(terminal.client, after),
        };
        if (globals(command).json) terminal.json(await wholeComparison(terminal.client, which));
        else showComparison(terminal, await comparisonOf(terminal.client, which, options.limit));
      },
    );
