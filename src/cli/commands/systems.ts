import { Command } from 'commander';
import { number } from '../format.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

/** Null was never asked; an empty text is known to be nothing. */
const said = (value: string | null): string => (value === null ? 'not said' : value === '' ? 'none' : value);

export const systemsCommand = (terminal: Terminal): Command =>
  new Command('systems')
    .description('list the systems outside AWS, with what their checks say')
    .action(async (_options, command) => {
      await terminal.openEngagement(command, 'look');
      const { systems } = await terminal.client.inventory.page({ limit: 1000 });
      const { findings } = await terminal.client.inventory.findings({});
      if (globals(command).json) {
        terminal.json({ systems, findings });
        return;
      }
      terminal.print(
        table(
          systems,
          [
            { head: 'System', value: (row) => row.name, flexible: true },
            { head: 'Kind', value: (row) => said(row.kind) },
            { head: 'Criticality', value: (row) => said(row.criticality) },
            { head: 'Data', value: (row) => said(row.dataClass) },
            { head: 'Owner', value: (row) => said(row.owner), flexible: true, second: true },
            { head: 'Contract ends', value: (row) => said(row.contractEnd), second: true },
            { head: 'Fail', value: (row) => number(row.fail), align: 'right' },
            { head: 'Unknown', value: (row) => number(row.unknown), align: 'right' },
          ],
          terminal.width,
          (text) => terminal.style('dim', text),
        ),
      );
      const failing = findings.filter(({ status }) => status === 'fail');
      terminal.print(`\n${number(failing.length)} checks fail.`);
      for (const { name, title, reason } of failing)
        terminal.print(`${terminal.style('bold', name)}  ${title}: ${reason}`);
    });
