import { Command, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { day, dayOf, more, number, shortId } from '../format.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';
import { type About, addPiece, linkPiece, removePiece, type Shown, unlinkPiece } from '../write-evidence.ts';

interface EvidenceOptions extends About, Shown {
  add?: string;
  remove?: string;
  link?: string;
  unlink?: string;
}

const said = ['title', 'note', 'until', 'answer', 'finding', 'recommendation', 'system'] as const;

const repeated = (flags: string, what: string) =>
  new Option(flags, `${what}; repeat for more`).argParser(more).default([], 'none');

export const evidenceCommand = (terminal: Terminal): Command =>
  new Command('evidence')
    .description('list the pieces of evidence, add a file to them, say what they show, or remove one')
    .addOption(
      new Option('--add <path>', 'take this file into the engagement, up to 200 MB').conflicts([
        'remove',
        'link',
        'unlink',
      ]),
    )
    .option('--title <text>', 'what it shows; otherwise the name of the file')
    .option('--note <text>', 'what else is to be said of it')
    .addOption(
      new Option('--until <day>', 'last day on which it proves something, such as 2027-03-01').argParser(
        dayOf,
      ),
    )
    .addOption(repeated('--answer <question>', 'question of a checklist whose answer it supports'))
    .addOption(repeated('--finding <reference>', 'finding that it shows'))
    .addOption(repeated('--recommendation <id>', 'recommendation that it is about'))
    .addOption(repeated('--system <name>', 'system outside AWS that it is about'))
    .addOption(new Option('--link <id>', 'say what more a piece shows').conflicts(['remove', 'unlink']))
    .addOption(new Option('--unlink <id>', 'take off what a piece does not show').conflicts(['remove']))
    .addOption(
      new Option('--remove <id>', 'remove a piece; a phase that was closed keeps it').conflicts([...said]),
    )
    .action(async (options: EvidenceOptions, command: Command) => {
      const { add, remove, link, unlink, title, note, until, ...shown } = options;
      const about = { title, note, until };
      const saysAbout = Object.values(about).some((one) => one !== undefined);
      const saysShown = said.some((one) => one in shown && shown[one as keyof Shown].length > 0);
      if (add !== undefined) await addPiece(terminal, command, add, { ...about, ...shown });
      else if (saysAbout)
        throw new FieldbookError(
          'bad-input',
          'Which file this is about was not said.',
          'Name it with --add; without options all pieces are listed.',
        );
      else if (remove !== undefined) await removePiece(terminal, command, remove);
      else if (unlink !== undefined) await unlinkPiece(terminal, command, unlink, shown);
      else if (link !== undefined && saysShown) await linkPiece(terminal, command, link, shown);
      else if (link !== undefined || saysShown)
        throw new FieldbookError(
          'bad-input',
          link === undefined ? 'Which piece shows it was not said.' : 'What it shows was not said.',
          'Such as: fieldbook evidence --link ID --finding FB-7K3Q2-X2MA9, or --add with a file.',
        );
      else await show(terminal, command);
    });

async function show(terminal: Terminal, command: Command): Promise<void> {
  await terminal.openEngagement(command, 'look');
  const { pieces, total } = await terminal.client.evidence.page({ limit: 1000 });
  if (globals(command).json) {
    terminal.json(pieces);
    return;
  }
  if (pieces.length > 0)
    terminal.print(
      table(
        pieces,
        [
          { head: 'Id', value: (row) => shortId(row.id) },
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
}
