import { Command, Option } from 'commander';
import { accountsOf } from '../accounts.ts';
import { number, wholeNumber } from '../format.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

interface Options {
  type?: string;
  account?: string;
  region?: string;
  text?: string;
  count?: 'type' | 'account' | 'region';
  limit: number;
  offset: number;
  snapshot?: string;
}

const countHeads = { type: 'Type', account: 'Account', region: 'Region' } as const;

export const resourcesCommand = (terminal: Terminal): Command =>
  new Command('resources')
    .description('list resources, count them, or show one by its ARN')
    .argument('[arn]')
    .option('--type <type>', 'such as AWS::EC2::Volume')
    .option('--account <account>', 'id or name')
    .option('--region <region>', 'such as us-east-1')
    .option('--text <text>', 'part of a name or ARN')
    .addOption(
      new Option('--count <by>', 'how many there are of each')
        .choices(['type', 'account', 'region'])
        .conflicts(['type', 'account', 'region', 'text']),
    )
    .addOption(new Option('--limit <n>', 'rows').argParser(wholeNumber).default(50))
    .addOption(new Option('--offset <n>', 'rows to pass over').argParser(wholeNumber).default(0))
    .option('--snapshot <id>', 'otherwise the newest')
    .action(async (arn: string | undefined, options: Options, command) => {
      await terminal.openEngagement(command, 'look');
      const { snapshot, count, limit, offset, type, account, region, text } = options;
      const { json } = globals(command);
      const dim = (text: string) => terminal.style('dim', text);
      if (arn) {
        // A body is data in the SDK's own shape, for people and programs alike.
        terminal.json(await terminal.client.resources.get({ snapshot, arn }));
        return;
      }
      const accounts = await accountsOf(terminal);
      if (count) {
        const { counts } = await terminal.client.resources.counts({ snapshot, by: count });
        if (json) terminal.json(counts);
        else
          terminal.print(
            table(
              counts,
              [
                {
                  head: countHeads[count],
                  value: ({ value }) => (count === 'account' ? accounts.full(value) : value),
                },
                { head: 'Resources', value: (row) => number(row.count), align: 'right' },
              ],
              terminal.width,
              dim,
            ),
          );
        return;
      }
      const page = await terminal.client.resources.page({
        snapshot,
        filter: {
          ...(type && { type: [type] }),
          ...(account && { account: accounts.ids([account]) }),
          ...(region && { region: [region] }),
          ...(text && { text }),
        },
        limit: Math.max(1, Math.min(1000, limit)),
        offset,
      });
      if (json) {
        terminal.json(page);
        return;
      }
      terminal.print(
        table(
          page.resources,
          [
            { head: 'Type', value: (row) => row.type },
            { head: 'Name', value: (row) => row.name, flexible: true },
            { head: 'Account', value: (row) => accounts.name(row.account) },
            { head: 'Region', value: (row) => row.region },
            { head: 'ARN', value: (row) => row.arn, flexible: true, second: true },
          ],
          terminal.width,
          dim,
        ),
      );
      terminal.print(
        `${number(page.resources.length)} of ${number(page.total)} resources${page.total > page.resources.length ? '; --limit and --offset show more' : ''}.`,
      );
    });
