import type { Command } from 'commander';
import { FieldbookError } from '../shared/contract/errors.ts';
import {
  allQuestions,
  answerOf,
  answerText,
  type Question,
  questionNamed,
  type Which,
} from './checklists.ts';
import { list, number } from './format.ts';
import { showState } from './show-checklists.ts';
import { globals, type Terminal } from './terminal.ts';

interface Said extends Which {
  note?: string | undefined;
  reason?: string | undefined;
}

/** Answers one question, as it was typed. */
export async function answerQuestion(
  terminal: Terminal,
  command: Command,
  [id, value, ...more]: string[],
  { note, reason, snapshot }: Said,
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

/** Takes what the scan proposes for questions, or for all that are open. */
export async function acceptProposals(
  terminal: Terminal,
  command: Command,
  accept: string[],
  { snapshot }: Which,
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
