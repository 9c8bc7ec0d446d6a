import { Command } from 'commander';
import { day, number } from '../format.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

export const evidenceCommand = (terminal: Terminal): Command =>
  new Command('evidence').description('list the pieces of evidence').action(async (_options, command) => {
    await terminal.openEngagement(command, 'look');
    const { pieces, total } = await terminal.client.evidence.page({ limit: 1000 });
    if (globals(command).json) {
      terminal.json(pieces);
      return;
    }
    terminal.print(
      table(
        pieces,
        [
          { head: 'Title', value: (row) => row.title, flexible: true },
          { head: 'Kind', value: (row) => row.kind },
          { head: 'Added', value: (row) => day(row.addedAt) },
          {
            head: 'Good until',
            value: (row) => `${row.expiresOn ?? '–'}${row.expiry === 'expired' ? ' expired' : ''}`,
          },
          { head: 'Links', value: (row) => number(row.links.length), align: 'right' },
          { head: 'SHA-256', value: (row) => row.original.sha256, second: true },
        ],
        terminal.width,
        (text) => terminal.style('dim', text),
      ),
    );
    terminal.print(`${number(total)} pieces.`);
  });
