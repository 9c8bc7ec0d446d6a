import { Command, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { dimensionNames } from '../../shared/model/records/checklist.ts';
import { noneInUse } from '../checklists.ts';
import { bar, dimensionName, list, number, percent, valueName } from '../format.ts';
import { phaseName, phaseNamed } from '../milestones.ts';
import { maturityText } from '../show-checklists.ts';
import { table } from '../table.ts';
import { setTargets } from '../targets.ts';
import { globals, type Terminal } from '../terminal.ts';

interface MaturityOptions {
  phase?: string;
  target?: string[];
}

export const maturityCommand = (terminal: Terminal): Command =>
  new Command('maturity')
    .description('what the answers come to for each aspect, stage and principle, with what is aimed at')
    .argument('[file]', 'engagement file; otherwise as everywhere')
    .option('--phase <name>', 'as it was when this phase was closed; otherwise now')
    .addOption(
      new Option(
        '--target <targets>',
        "what is aimed at in percent, comma-separated, such as networking=70,test=none; 'none' takes it away",
      )
        .argParser(list)
        .conflicts(['phase']),
    )
    .action(async (path: string | undefined, options: MaturityOptions, command: Command) => {
      if (path) command.setOptionValueWithSource('file', path, 'cli');
      await terminal.openEngagement(command, options.target ? 'write' : 'look');
      if (options.target) {
        await setTargets(terminal, options.target, globals(command).json ?? false);
        return;
      }
      const { checklists } = terminal.client;
      const milestone =
        options.phase === undefined ? {} : { milestone: await milestoneOf(terminal, options.phase) };
      const maturity = await checklists.maturity(milestone);
      if (globals(command).json) {
        terminal.json(maturity);
        return;
      }
      if (maturity.checklists.length === 0) throw noneInUse();
      for (const dimension of dimensionNames) {
        terminal.print(
          table(
            maturity.values.filter((one) => one.dimension === dimension),
            [
              {
                head: dimensionName(dimension),
                value: (row) => valueName(dimension, row.value),
                flexible: true,
              },
              { head: '', value: (row) => (row.score === null ? '' : bar(row.score / 100, 16)) },
              { head: 'Maturity', value: (row) => maturityText(row.score), align: 'right' },
              { head: 'Target', value: (row) => maturityText(row.target), align: 'right' },
              { head: 'Confidence', value: (row) => percent(row.confidence), align: 'right' },
              { head: 'Answered', value: (row) => number(row.answered), align: 'right' },
              { head: 'Open', value: (row) => number(row.open), align: 'right' },
            ],
            terminal.width,
            (text) => terminal.style('dim', text),
          ),
        );
        terminal.print();
      }
      const { overall } = maturity;
      terminal.print(
        `Overall ${maturityText(overall.score)}, confidence ${percent(overall.confidence)}: ${number(overall.answered)} questions answered, ${number(overall.open)} open, ${number(overall.leftOut)} left out.`,
      );
    });

async function milestoneOf({ client }: Terminal, name: string): Promise<string> {
  const phase = phaseNamed((await client.phases.list({})).phases, name);
  if (phase.milestone) return phase.milestone.id;
  throw new FieldbookError(
    'bad-input',
    `${phaseName(phase)} is not closed yet.`,
    "Leave --phase out to see where it stands now; 'fieldbook phases close' freezes it.",
  );
}
