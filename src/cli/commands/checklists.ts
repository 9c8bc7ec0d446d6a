import { Command, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { allQuestions, answerOf, answerText, type Question, questionNamed } from '../checklists.ts';
import { list, number } from '../format.ts';
import { showChecklists, showQuestion, showQuestions, showState } from '../show-checklists.ts';
import { globals, type Terminal } from '../terminal.ts';

interface ChecklistOptions {
  show?: string;
  adopt?: string[];
  answer?: string[];
  note?: string;
  reason?: string;
  accept?: string[];
  snapshot?: string;
}

export const checklistsCommand = (terminal: Terminal): Command =>
  new Command('checklists')
    .description('which checklists are in use and how far they are; show their questions, answer them')
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
    .action(async (path: string | undefined, options: ChecklistOptions, command: Command) => {
      if (path) command.setOptionValueWithSource('file', path, 'cli');
      if (!options.answer && (options.note !== undefined || options.reason !== undefined))
        throw new FieldbookError(
          'bad-input',
          '--note and --reason belong to an answer.',
          'Add --answer with a question and its level.',
        );
      const { adopt, answer, accept } = options;
      await terminal.openEngagement(command, adopt || answer || accept ? 'write' : 'look');
      if (adopt) await terminal.client.checklists.adopt({ templates: adopt });
      if (answer) await give(terminal, command, answer, options);
      else if (accept) await take(terminal, command, accept, options);
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

async function show(
  terminal: Terminal,
  command: Command,
  id: string,
  { snapshot }: ChecklistOptions,
): Promise<void> {
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

async function give(
  terminal: Terminal,
  command: Command,
  [id, value, ...more]: string[],
  { note, reason, snapshot }: ChecklistOptions,
): Promise<void> {
  if (id === undefined || value === undefined || more.length > 0)
    throw new FieldbookError(
      'bad-input',
      '--answer takes one question and its answer.',
      'Such as: fieldbook checklists --answer security-risk-analysis 2. The engagement file goes before it.',
    );
  const { client } = terminal;
  const question = questionNamed(await allQuestions(client, { snapshot }), id);
  const result = await client.checklists.answer({
    snapshot,
    item: id,
    ...answerOf(question, value),
    note,
    reason,
  });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  const now: Question = { ...question, state: result.items.find(({ item }) => item === id)! };
  terminal.print(terminal.style('cyan', id));
  showState(terminal, now);
  const { override } = now.state;
  if (override?.reasoned === false)
    terminal.print(
      `The scan proposes level ${override.proposed}: say with --reason why it is another, the report prints it.`,
    );
  progress(terminal, result.progress);
}

async function take(
  terminal: Terminal,
  command: Command,
  accept: string[],
  { snapshot }: ChecklistOptions,
): Promise<void> {
  const { client } = terminal;
  const questions = await allQuestions(client, { snapshot });
  const all = accept.length === 1 && accept[0] === 'all';
  // Nobody's own answer is lost to 'all': those that are to give way are named.
  const wanted = all
    ? questions.filter((one) => one.state.proposal?.level != null && answerText(one) === null)
    : accept.flatMap(list).map((id) => questionNamed(questions, id));
  const mute = wanted.filter(({ state }) => state.proposal?.level == null);
  if (mute.length > 0)
    throw new FieldbookError(
      'bad-input',
      `The scan proposes nothing for ${mute.map(({ item }) => item.id).join(', ')}.`,
      'Answer it with --answer; nothing was changed.',
    );
  const result =
    wanted.length === 0
      ? { step: null, left: 0, items: [], progress: [] }
      : await client.checklists.bulk({
          snapshot,
          items: wanted.map(({ item }) => item.id),
          set: { accept: true },
        });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  const states = new Map(result.items.map((state) => [state.item, state]));
  for (const question of wanted) {
    const state = states.get(question.item.id);
    if (!state) continue;
    terminal.print(terminal.style('cyan', question.item.id));
    showState(terminal, { ...question, state });
  }
  terminal.print(`Taken from the scan: ${number(wanted.length - result.left)}.`);
  if (result.left > 0)
    terminal.print(
      `Left, as their answers are no plain levels: ${number(result.left)}. Answer them with --answer.`,
    );
  if (wanted.length === 0)
    terminal.print('No open question has a proposal; one that is answered is taken when it is named.');
  progress(terminal, result.progress);
}

function progress(
  terminal: Terminal,
  counts: readonly { checklist: string; answered: number; total: number }[],
): void {
  for (const { checklist, answered, total } of counts)
    terminal.print(`${checklist}: ${number(answered)} of ${number(total)} questions answered.`);
}
