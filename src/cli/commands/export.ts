import { Argument, Command, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { planFormats } from '../../shared/contract/roadmap.ts';
import { number } from '../format.ts';
import { globals, type Terminal } from '../terminal.ts';

type What = 'findings' | 'resources' | 'coverage' | 'calls' | 'trail' | 'actions';
type Format = (typeof planFormats)[number];

/** How the file of a format is called where nobody says it. */
const endings: Record<Format, string> = {
  csv: 'csv',
  json: 'json',
  xlsx: 'xlsx',
  jira: 'jira.csv',
  github: 'jsonl',
  ics: 'ics',
};

export const exportCommand = (terminal: Terminal): Command =>
  new Command('export')
    .description(
      'write findings, resources, gaps of coverage, the log of all calls, the audit trail, or the adopted actions to a file',
    )
    .addArgument(
      new Argument('<what>').choices(['findings', 'resources', 'coverage', 'calls', 'trail', 'actions']),
    )
    .addOption(
      new Option('--format <format>', 'xlsx, jira, github and ics are of actions alone')
        .choices([...planFormats])
        .default('csv'),
    )
    .option('-o, --out <file>', 'where to; otherwise WHAT.FORMAT here')
    .option('--snapshot <id>', 'otherwise the newest')
    .action(async (what: What, options: { format: Format; out?: string; snapshot?: string }, command) => {
      const { format, snapshot } = options;
      const path = options.out ?? `${what}.${endings[format]}`;
      await terminal.openEngagement(command, 'look');
      const write = () => {
        if (what === 'actions') return terminal.client.roadmap.export({ format, snapshot, path });
        if (format === 'csv' || format === 'json')
          return terminal.client.exchange.export({ what, format, snapshot, path });
        throw new FieldbookError(
          'bad-input',
          `There is no ${format} of ${what}.`,
          'Choose csv or json, or export actions.',
        );
      };
      const result = await write();
      if (globals(command).json) terminal.json(result);
      else terminal.print(`Wrote ${number(result.rows)} rows to ${result.path}.`);
    });
