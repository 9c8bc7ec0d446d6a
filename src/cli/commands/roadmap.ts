import { Command } from 'commander';
import { money, number, scoreText } from '../format.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

export const roadmapCommand = (terminal: Terminal): Command =>
  new Command('roadmap')
    .description('adopted recommendations in time, with what comes of them')
    .option('--snapshot <id>', 'otherwise the newest')
    .action(async ({ snapshot }: { snapshot?: string }, command) => {
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
              value: ({ warnings }) =>
                warnings
                  .map(({ kind, title }) =>
                    kind === 'before-prerequisite'
                      ? `begins before '${title}'`
                      : `needs '${title}', not planned`,
                  )
                  .join('; '),
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
