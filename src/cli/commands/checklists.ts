import { Command, Option } from 'commander';
import { templateFormats } from '../../shared/contract/checklists.ts';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { acceptProposals, answerQuestion } from '../answer-checklists.ts';
import { dropChecklist, removeTemplate, upgradeChecklist } from '../change-checklists.ts';
import { allQuestions, type Which } from '../checklists.ts';
import { list } from '../format.ts';
import { showChecklists, showQuestion, showQuestions } from '../show-checklists.ts';
import { exportTemplate, importTemplate, type TemplateFormat } from '../template-files.ts';
import { globals, type Terminal } from '../terminal.ts';

interface ChecklistOptions {
  show?: string;
  adopt?: string[];
  answer?: string[];
  note?: string;
  reason?: string;
  accept?: string[];
  snapshot?: string;
  import?: string;
  export?: string;
  upgrade?: string;
  yes?: boolean;
  drop?: string;
  remove?: string;
  format?: TemplateFormat;
  out?: string;
}

/** What is done with checklists in use, and goes with nothing that is done with a template or a whole one. */
const others = ['adopt', 'show', 'answer', 'accept'] as const;

export const checklistsCommand = (terminal: Terminal): Command =>
  new Command('checklists')
    .description(
      'which checklists are in use and how far they are; show their questions, answer them, read and write them as files',
    )
    .argument('[file]', 'engagement file, before the options; otherwise as everywhere')
    .option('--show <id>', 'the questions of a checklist, or one question with its levels')
    .addOption(
      new Option('--adopt <ids>', 'take these checklists into the engagement, comma-separated').argParser(
        list,
      ),
    )
    .addOption(
      new Option(
        '--answer <item and value...>',
        'answer a question with a level from 0 to 4, a choice, a figure, or why it does not apply',
      ).conflicts(['accept', 'adopt', 'show']),
    )
    .option('--note <text>', 'what was said, with --answer')
    .option('--reason <text>', 'why it is another level than the scan proposes, with --answer')
    .addOption(
      new Option(
        '--accept <items...>',
        "take what the scan proposes for these questions; 'all': for those that are open",
      ).conflicts(['adopt', 'show']),
    )
    .option('--snapshot <id>', 'whose proposals; otherwise the newest')
    .addOption(
      new Option(
        '--import <path>',
        'read a YAML file, a workbook or a custom lens into a checklist',
      ).conflicts([...others, 'export', 'upgrade', 'drop', 'remove']),
    )
    .addOption(
      new Option('--export <id>', 'write a checklist to a file, to be changed or used elsewhere').conflicts([
        ...others,
        'upgrade',
        'drop',
        'remove',
      ]),
    )
    .addOption(
      new Option('--format <format>', 'of that file; otherwise by its ending, and yaml').choices([
        ...templateFormats,
      ]),
    )
    .option('-o, --out <file>', 'where to, with --export; otherwise ID.yaml here')
    .addOption(
      new Option(
        '--upgrade <id>',
        'what a newer version of its template changes in a checklist; --yes takes it over',
      ).conflicts([...others, 'drop', 'remove']),
    )
    .option('--yes', 'with --upgrade: take over what it shows')
    .addOption(
      new Option('--drop <id>', 'take a checklist out of the engagement, which keeps its answers').conflicts([
        ...others,
        'remove',
      ]),
    )
    .addOption(new Option('--remove <id>', 'remove a template of this engagement').conflicts([...others]))
    .action(async (path: string | undefined, options: ChecklistOptions, command: Command) => {
      if (path) command.setOptionValueWithSource('file', path, 'cli');
      if (!options.answer && (options.note !== undefined || options.reason !== undefined))
        throw new FieldbookError(
          'bad-input',
          '--note and --reason belong to an answer.',
          'Add --answer with a question and its level.',
        );
      const { adopt, answer, accept, import: from, export: template, format, out } = options;
      const { upgrade, yes = false, drop, remove } = options;
      if (yes && upgrade === undefined)
        throw new FieldbookError(
          'bad-input',
          '--yes belongs to --upgrade.',
          'Name the checklist whose newer version is taken over.',
        );
      if ((out !== undefined && template === undefined) || (format && (from ?? template) === undefined))
        throw new FieldbookError(
          'bad-input',
          'Which checklist this is about was not said.',
          'Such as: fieldbook checklists --export aspects --out aspects.xlsx; --import FILE reads one.',
        );
      if (from !== undefined) {
        await importTemplate(terminal, command, from, format);
        return;
      }
      if (template !== undefined) {
        await exportTemplate(terminal, command, template, { out, format });
        return;
      }
      if (upgrade !== undefined) {
        await upgradeChecklist(terminal, command, upgrade, yes);
        return;
      }
      if (drop !== undefined) {
        await dropChecklist(terminal, command, drop);
        return;
      }
      if (remove !== undefined) {
        await removeTemplate(terminal, command, remove);
        return;
      }
      await terminal.openEngagement(command, adopt || answer || accept ? 'write' : 'look');
      if (adopt) await terminal.client.checklists.adopt({ templates: adopt });
      if (answer) await answerQuestion(terminal, command, answer, options);
      else if (accept) await acceptProposals(terminal, command, accept, options);
      else if (options.show !== undefined) await show(terminal, command, options.show, options);
      else await overview(terminal, command);
    });

async function overview(terminal: Terminal, command: Command): Promise<void> {
  const { checklists } = terminal.client;
  const [inUse, maturity, { templates }] = await Promise.all([
    checklists.list({}),
    checklists.maturity({}),
    checklists.templates({}),
  ]);
  if (globals(command).json) terminal.json({ ...inUse, maturity: maturity.checklists, templates });
  else showChecklists(terminal, inUse, maturity, templates);
}

async function show(terminal: Terminal, command: Command, id: string, { snapshot }: Which): Promise<void> {
  const { client } = terminal;
  const { json } = globals(command);
  const { templates } = await client.checklists.templates({});
  const template = templates.find((one) => one.id === id);
  if (template?.adopted === null)
    throw new FieldbookError(
      'bad-input',
      `The checklist '${id}' is not in use here.`,
      `Take it into the engagement first: fieldbook checklists --adopt ${id}`,
    );
  const inUse = (await client.checklists.list({})).checklists;
  if (inUse.some(({ checklist }) => checklist === id)) {
    const page = await client.checklists.items({ snapshot, checklist: id });
    if (json) terminal.json(page);
    else showQuestions(terminal, page);
    return;
  }
  const one = (await allQuestions(client, { snapshot })).find(({ item }) => item.id === id);
  if (!one)
    throw new FieldbookError(
      'bad-input',
      `There is no checklist and no question '${id}'.`,
      `Checklists in use: ${inUse.map(({ checklist }) => checklist).join(', ')}.`,
    );
  if (json) terminal.json(one);
  else showQuestion(terminal, one);
}
