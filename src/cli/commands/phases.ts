import { Command } from 'commander';
import type { ClosingGap, Standing } from '../../shared/model/milestone.ts';
import { day, money, number, percent, scoreText, shortId } from '../format.ts';
import { phaseName, phaseNamed } from '../milestones.ts';
import { addPhaseCommand, planPhaseCommand, removePhaseCommand } from '../plan-phases.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

export const phasesCommand = (terminal: Terminal): Command =>
  new Command('phases')
    .description('phases of the engagement and what each came to; plan them, close one')
    .action(async (_, command: Command) => {
      await terminal.openEngagement(command, 'look');
      const result = await terminal.client.phases.list({});
      if (globals(command).json) {
        terminal.json(result);
        return;
      }
      if (result.phases.length === 0) {
        terminal.print("No phases yet: 'fieldbook phases add assessment' plans the first.");
        return;
      }
      const open = result.phases.findIndex(({ closedAt }) => closedAt === null);
      showPhases(
        terminal,
        result.phases.map((phase, at) => ({
          number: at + 1,
          name: phaseName(phase),
          state: phase.milestone ? `closed ${day(phase.milestone.closedAt)}` : at === open ? 'open' : 'later',
          days: phase.from || phase.to ? `${phase.from ?? '…'} to ${phase.to ?? '…'}` : '–',
          milestone: phase.milestone ? shortId(phase.milestone.id) : '',
          standing: phase.milestone ? phase.milestone.standing : at === open ? result.now.standing : null,
        })),
      );
    })
    .addCommand(addPhaseCommand(terminal))
    .addCommand(planPhaseCommand(terminal))
    .addCommand(removePhaseCommand(terminal))
    .addCommand(
      new Command('close')
        .description('freeze what a phase came to; it can be looked at and compared for ever')
        .argument('<name>', 'name or number of the phase')
        .option('--note <text>', 'such as what was agreed, and with whom', '')
        .option('--snapshot <id>', 'otherwise the newest that was judged')
        .action(async (name: string, options: { note: string; snapshot?: string }, command: Command) => {
          await terminal.openEngagement(command, 'write');
          const { phases } = await terminal.client.phases.list({});
          const phase = phaseNamed(phases, name);
          const { missing } = await terminal.client.phases.closing({ phase: phase.id });
          const milestone = await terminal.client.phases.close({ phase: phase.id, ...options });
          if (globals(command).json) {
            terminal.json({ ...milestone, missing });
            return;
          }
          const { standing } = milestone;
          terminal.print(
            `${phaseName(phase)} is closed. ${
              standing
                ? `It keeps the snapshot of ${day(standing.startedAt)}: score ${scoreText(standing.scores.overall.score)}, ${number(openOf(standing))} open findings, ${money(standing.savings.counted)} a month to be saved.`
                : 'Nothing had been judged.'
            }`,
          );
          if (missing.length > 0) {
            terminal.print('What is missing in it:');
            for (const { kind, count } of missing) terminal.print(`- ${gapTexts[kind](count)}`);
          }
          terminal.print(`Compare with it: fieldbook diff ${shortId(milestone.id)}`);
        }),
    );

const one = (count: number, singular: string, plural: string): string =>
  count === 1 ? `One ${singular}.` : `${number(count)} ${plural}.`;

/** What a careful consultant would have done before closing. */
const gapTexts: Record<ClosingGap['kind'], (count: number) => string> = {
  'no-snapshot': () => 'Nothing was scanned and judged.',
  'scan-under-way': () => 'A scan is paused or under way; what it still reads is no part of the phase.',
  'coverage-gaps': (count) =>
    `${one(count, 'read did not succeed', 'reads did not succeed')} See 'fieldbook coverage'.`,
  unanswered: (count) =>
    one(count, 'question of the checklists has no answer', 'questions of the checklists have no answer'),
  unreasoned: (count) =>
    one(count, 'answer overrides the scan without a reason', 'answers override the scan without a reason'),
  'no-report': () => 'No report was made in this phase.',
};

interface Row {
  number: number;
  name: string;
  state: string;
  days: string;
  milestone: string;
  standing: Standing | null;
}

const openOf = ({ open }: Standing) => Object.values(open).reduce((sum, n) => sum + n, 0);

function showPhases(terminal: Terminal, rows: readonly Row[]): void {
  const of = (write: (standing: Standing) => string) => (row: Row) =>
    row.standing ? write(row.standing) : '–';
  terminal.print(
    table(
      rows,
      [
        { head: '#', value: (row) => String(row.number), align: 'right' },
        { head: 'Phase', value: (row) => row.name, flexible: true },
        { head: 'State', value: (row) => row.state },
        { head: 'Planned', value: (row) => row.days, second: true },
        { head: 'Milestone', value: (row) => row.milestone },
        { head: 'Score', value: of(({ scores }) => scoreText(scores.overall.score)), align: 'right' },
        { head: 'Open', value: of((one) => number(openOf(one))), align: 'right' },
        { head: 'Saving/month', value: of(({ savings }) => money(savings.counted)), align: 'right' },
        {
          head: 'Coverage',
          value: of(({ reads }) => (reads.planned === 0 ? '–' : percent(reads.ok / reads.planned))),
          align: 'right',
        },
      ],
      terminal.width,
      (text) => terminal.style('dim', text),
    ),
  );
}
