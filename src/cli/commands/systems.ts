import { Command, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { more, number } from '../format.ts';
import { importSystems } from '../import-systems.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

/** Null was never asked; an empty text is known to be nothing. */
const said = (value: string | null): string => (value === null ? 'not said' : value === '' ? 'none' : value);

interface SystemsOptions {
  import?: string;
  preview?: boolean;
  column: string[];
  export?: string;
}

export const systemsCommand = (terminal: Terminal): Command =>
  new Command('systems')
    .description('list the systems outside AWS, with what their checks say; take them in from a sheet')
    .addOption(
      new Option('--import <path>', 'take in the systems of a CSV or XLSX file, all or none').conflicts([
        'export',
      ]),
    )
    .option('--preview', 'with --import: only show what would become of each line, and what is wrong')
    .addOption(
      new Option(
        '--column <field=column>',
        "with --import: which column holds a field, by its heading or number; 'none' leaves it out; repeat for more",
      )
        .argParser(more)
        .default([], 'by the headings'),
    )
    .option('--export <path>', 'write them as CSV with the columns that --import reads')
    .action(async (options: SystemsOptions, command: Command) => {
      const { import: path, preview = false, column } = options;
      if (path !== undefined) await importSystems(terminal, command, { path, columns: column, preview });
      else if (preview || column.length > 0)
        throw new FieldbookError(
          'bad-input',
          'Which file this is about was not said.',
          'Name it with --import; without options all systems are listed.',
        );
      else if (options.export !== undefined) await write(terminal, command, options.export);
      else await show(terminal, command);
    });

async function write(terminal: Terminal, command: Command, path: string): Promise<void> {
  await terminal.openEngagement(command, 'look');
  const result = await terminal.client.inventory.export({ path });
  if (globals(command).json) terminal.json(result);
  else terminal.print(`Wrote ${number(result.rows)} systems to ${result.path}.`);
}

async function show(terminal: Terminal, command: Command): Promise<void> {
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
}
