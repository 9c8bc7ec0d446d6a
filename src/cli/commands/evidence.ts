import { Command, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import type { EvidenceLink } from '../../shared/model/records/evidence.ts';
import { adoptedNamed } from '../actions.ts';
import { allQuestions, questionNamed } from '../checklists.ts';
import { day, number } from '../format.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

interface EvidenceOptions {
  add?: string;
  title?: string;
  note?: string;
  until?: string;
  answer: string[];
  finding: string[];
  recommendation: string[];
}

const more = (one: string, all: string[]) => [...all, one];

export const evidenceCommand = (terminal: Terminal): Command =>
  new Command('evidence')
    .description('list the pieces of evidence, or add a file to them')
    .option('--add <path>', 'take this file into the engagement, up to 200 MB')
    .option('--title <text>', 'what it shows; otherwise the name of the file')
    .option('--note <text>', 'what else is to be said of it')
    .option('--until <day>', 'last day on which it proves something, such as 2027-03-01')
    .addOption(repeated('--answer <question>', 'question of a checklist whose answer it supports'))
    .addOption(repeated('--finding <reference>', 'finding that it shows'))
    .addOption(repeated('--recommendation <id>', 'recommendation that it is about'))
    .action(async (options: EvidenceOptions, command: Command) => {
      if (options.add !== undefined) await add(terminal, command, options, options.add);
      else await show(terminal, command, options);
    });

const repeated = (flags: string, what: string) =>
  new Option(flags, `${what}; repeat for more`).argParser(more).default([], 'none');

async function add(
  terminal: Terminal,
  command: Command,
  { title, note, until, ...options }: EvidenceOptions,
  path: string,
): Promise<void> {
  await terminal.openEngagement(command, 'write');
  // Before the file is read in: what it is for has to be there.
  const links = await linksOf(terminal, options);
  const result = await terminal.client.evidence.addFile({ path, title, note, expiresOn: until, links });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  const { piece } = result;
  terminal.print(
    `Added '${piece.title}': ${piece.kind}, ${number(piece.original.bytes)} bytes, SHA-256 ${piece.original.sha256}.`,
  );
  for (const { kind, name } of piece.links) terminal.print(`For the ${kind}: ${name}`);
  if (piece.links.length === 0)
    terminal.print('It is for nothing yet: --answer, --finding and --recommendation say what it shows.');
}

async function linksOf(
  { client }: Terminal,
  { answer, finding, recommendation }: Pick<EvidenceOptions, 'answer' | 'finding' | 'recommendation'>,
): Promise<EvidenceLink[]> {
  const questions = answer.length > 0 ? await allQuestions(client, {}) : [];
  const found = await Promise.all(finding.map((one) => client.findings.get({ finding: one })));
  // A proposal has no id that lasts: it gets one when it is adopted.
  const actions = await Promise.all(recommendation.map((id) => adoptedNamed(client, id)));
  return [
    ...answer.map((id) => ({ kind: 'answer' as const, id: questionNamed(questions, id).item.id })),
    ...found.map(({ ref }) => ({ kind: 'finding' as const, id: ref })),
    ...actions.map(({ id }) => ({ kind: 'recommendation' as const, id })),
  ];
}

async function show(terminal: Terminal, command: Command, options: EvidenceOptions): Promise<void> {
  const { title, note, until, answer, finding, recommendation } = options;
  if ([title, note, until, ...answer, ...finding, ...recommendation].some((one) => one !== undefined))
    throw new FieldbookError(
      'bad-input',
      'Which file this is about was not said.',
      'Name it with --add; without options all pieces are listed.',
    );
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
