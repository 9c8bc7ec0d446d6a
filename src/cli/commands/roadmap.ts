import { Command, InvalidArgumentError, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import {
  type ActionStatus,
  actionStatuses,
  type Horizon,
  horizons,
} from '../../shared/model/records/recommendation.ts';
import { adoptedNamed } from '../actions.ts';
import { dayOrNone, money, noneAsNull, number, scoreText } from '../format.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

const warningText = ({ kind, title }: { kind: string; title: string }): string =>
  kind === 'before-prerequisite' ? `begins before '${title}'` : `needs '${title}', not planned`;

function capacityOf(text: string): number | 'none' {
  if (text === 'none') return text;
  const days = text.trim() === '' ? Number.NaN : Number(text);
  if (days >= 0 && days <= 5000) return days;
  throw new InvalidArgumentError(`'${text}' is no number of days up to 5000, and not 'none'.`);
}

const planned = ['from', 'to', 'owner', 'status', 'horizon'] as const;

interface RoadmapOptions {
  snapshot?: string;
  capacity?: number | 'none';
  plan?: string;
  from?: string;
  to?: string;
  owner?: string;
  status?: ActionStatus;
  horizon?: Horizon;
}

export const roadmapCommand = (terminal: Terminal): Command =>
  new Command('roadmap')
    .description(
      'adopted recommendations in time, with what comes of them; plan one, say how much can be done',
    )
    .option('--snapshot <id>', 'otherwise the newest')
    .option('--plan <id>', 'say when an adopted recommendation is done, and by whom; what is left out stays')
    .addOption(new Option('--from <day>', "first day, such as 2027-01-11, or 'none'").argParser(dayOrNone))
    .addOption(new Option('--to <day>', "last day, or 'none'").argParser(dayOrNone))
    .option('--owner <text>', "who does it; '' takes the name away")
    .addOption(new Option('--status <status>', 'how far it is').choices([...actionStatuses]))
    .addOption(
      new Option(
        '--horizon <horizon>',
        "where it stands on the roadmap; otherwise where it stood, and at first 'now'",
      ).choices([...horizons]),
    )
    .addOption(
      new Option('--capacity <days>', "person-days that can be done in a month; 'none' watches no limit")
        .argParser(capacityOf)
        .conflicts(['plan', ...planned]),
    )
    .action(async (options: RoadmapOptions, command: Command) => {
      const { snapshot, capacity } = options;
      if (capacity !== undefined) {
        await limit(terminal, command, snapshot, noneAsNull(capacity));
        return;
      }
      if (options.plan !== undefined) {
        await plan(terminal, command, options, options.plan);
        return;
      }
      if (planned.some((name) => options[name] !== undefined))
        throw new FieldbookError(
          'bad-input',
          'Which recommendation is planned was not said.',
          'Name it with --plan; without options the roadmap is shown.',
        );
      await terminal.openEngagement(command, 'look');
      const roadmap = await terminal.client.roadmap.get(snapshot === undefined ? {} : { snapshot });
      if (globals(command).json) {
        terminal.json(roadmap);
        return;
      }
      terminal.print(
        table(
          roadmap.items,
          [
            { head: 'when', value: ({ horizon }) => horizon ?? '-' },
            { head: 'action', value: ({ title }) => title, flexible: true },
            { head: 'status', value: ({ status }) => status },
            { head: 'owner', value: ({ owner }) => owner || '-' },
            { head: 'from', value: ({ from }) => from ?? '-' },
            { head: 'to', value: ({ to }) => to ?? '-' },
            { head: 'days', value: ({ effort }) => number(effort), align: 'right' },
            { head: 'score then', value: ({ afterwards }) => scoreText(afterwards.score), align: 'right' },
            { head: 'saved', value: ({ afterwards }) => money(afterwards.counted), align: 'right' },
            {
              head: 'warnings',
              value: ({ warnings }) => warnings.map(warningText).join('; '),
              second: true,
            },
          ],
          terminal.width,
          (text) => terminal.style('dim', text),
        ),
      );
      for (const { month, booked, over } of roadmap.months)
        terminal.print(
          `${month}  ${number(Math.round(booked * 10) / 10)}${roadmap.capacity === null ? '' : ` of ${number(roadmap.capacity)}`} person-days${over ? ', over-booked' : ''}`,
        );
    });

async function limit(
  terminal: Terminal,
  command: Command,
  snapshot: string | undefined,
  capacity: number | null,
): Promise<void> {
  await terminal.openEngagement(command, 'write');
  const { roadmap } = terminal.client;
  const result = await roadmap.setCapacity({ capacity });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  terminal.print(
    capacity === null ? 'No limit is watched.' : `Capacity: ${number(capacity)} person-days a month.`,
  );
  const { months } = await roadmap.get(snapshot === undefined ? {} : { snapshot });
  const over = months.filter((one) => one.over);
  if (over.length > 0) terminal.print(`Over-booked: ${over.map(({ month }) => month).join(', ')}.`);
}

async function plan(
  terminal: Terminal,
  command: Command,
  { snapshot, from, to, owner, status, horizon }: RoadmapOptions,
  named: string,
): Promise<void> {
  if ([from, to, owner, status, horizon].every((one) => one === undefined))
    throw new FieldbookError(
      'bad-input',
      'What is planned of it was not said.',
      'Such as: fieldbook roadmap --plan ID --from 2027-01-11 --to 2027-01-22 --owner NAME',
    );
  await terminal.openEngagement(command, 'write');
  const { roadmap } = terminal.client;
  const action = await adoptedNamed(terminal.client, named);
  const { id } = action;
  const result = await roadmap.plan({
    snapshot,
    id,
    from: noneAsNull(from),
    to: noneAsNull(to),
    owner,
    status,
    // Dates alone put nothing on the roadmap; being done is a place of its own.
    horizon: horizon ?? (action.horizon === null && status !== 'done' ? 'now' : undefined),
  });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  const { items, months } = await roadmap.get(snapshot === undefined ? {} : { snapshot });
  const item = items.find((one) => one.id === id)!;
  terminal.print(
    `${item.title}: ${[
      item.horizon ?? 'on no horizon',
      item.status,
      item.from || item.to ? `${item.from ?? '…'} to ${item.to ?? '…'}` : 'no dates',
      item.owner || 'no owner',
      `${number(item.effort)} person-${item.effort === 1 ? 'day' : 'days'}`,
    ].join(', ')}.`,
  );
  for (const warning of item.warnings) terminal.print(`It ${warningText(warning)}.`);
  const [first, last] = [item.from ?? item.to, item.to ?? item.from].map((one) => one?.slice(0, 7));
  const own = months.filter(({ month, over }) => over && first && last && month >= first && month <= last);
  if (own.length > 0) terminal.print(`Over-booked: ${own.map(({ month }) => month).join(', ')}.`);
}
