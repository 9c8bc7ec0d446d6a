import type { z } from 'zod';
import type { Contract } from '../shared/contract/index.ts';
import { answerText, type ChecklistPage, possible, type Question } from './checklists.ts';
import { number, percent, shortId } from './format.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrap.ts';

type Listed = z.output<Contract['checklists']['list']['result']>;
type Templates = z.output<Contract['checklists']['templates']['result']>['templates'];
type Maturity = z.output<Contract['checklists']['maturity']['result']>;

/** Percent, as the window writes it; nothing counted is no zero. */
export const maturityText = (score: number | null): string =>
  score === null ? '–' : `${Math.round(score)}%`;

const unreasonedText = (count: number): string =>
  `${number(count)} ${count === 1 ? 'answer overrides' : 'answers override'} the scan without a reason`;

export function showChecklists(
  terminal: Terminal,
  { checklists, answered, total, unreasoned }: Listed,
  maturity: Maturity,
  templates: Templates,
): void {
  const dim = (text: string) => terminal.style('dim', text);
  if (checklists.length > 0) {
    const scores = new Map(maturity.checklists.map((one) => [one.checklist, one.score]));
    terminal.print(
      table(
        checklists,
        [
          { head: 'Checklist', value: (row) => row.checklist },
          { head: 'Title', value: (row) => row.title, flexible: true },
          {
            head: 'Answered',
            value: (row) => `${number(row.answered)} of ${number(row.total)}`,
            align: 'right',
          },
          {
            head: 'Maturity',
            value: (row) => maturityText(scores.get(row.checklist) ?? null),
            align: 'right',
          },
          {
            head: 'Version',
            value: (row) => (row.newer === null ? row.version : `${row.version}, there is ${row.newer}`),
            second: true,
          },
        ],
        terminal.width,
        dim,
      ),
    );
    terminal.print(
      `${number(answered)} of ${number(total)} questions answered, maturity ${maturityText(maturity.overall.score)}.`,
    );
    if (unreasoned > 0)
      terminal.print(
        `${unreasonedText(unreasoned)}: ${checklists
          .filter((one) => one.unreasoned > 0)
          .map((one) => `${one.checklist} ${number(one.unreasoned)}`)
          .join(', ')}.`,
      );
    terminal.print("One of them with its questions: 'fieldbook checklists --show CHECKLIST'.");
    if (checklists.some(({ newer }) => newer !== null))
      terminal.print("What a newer version changes: 'fieldbook checklists --upgrade CHECKLIST'.");
  } else terminal.print('No checklist is in use yet.');
  const others = templates.filter(({ adopted }) => adopted === null);
  if (others.length === 0) return;
  terminal.print(`\n${terminal.style('bold', 'Not in use')} (--adopt takes them)`);
  terminal.print(
    table(
      others,
      [
        { head: 'Checklist', value: (row) => row.id },
        { head: 'Title', value: (row) => row.title, flexible: true },
        { head: 'Questions', value: (row) => number(row.items), align: 'right' },
      ],
      terminal.width,
      dim,
    ),
  );
}

/** All questions of a checklist, what was answered, and what the scan proposes. */
export function showQuestions(terminal: Terminal, page: ChecklistPage): void {
  const open = page.items.filter((one) => answerText(one) === null).length;
  terminal.print(terminal.style('bold', page.title));
  terminal.print(wrapped(page.lead, terminal.width));
  terminal.print(
    page.snapshot === null
      ? 'Nothing was scanned, so that nothing is proposed.'
      : `What is proposed rests on the snapshot ${shortId(page.snapshot)}.`,
  );
  for (const section of page.sections) {
    terminal.print(`\n${terminal.style('bold', section.title)}`);
    for (const one of page.items.filter(({ item }) => item.section === section.id)) {
      terminal.print(terminal.style('cyan', one.item.id));
      terminal.print(wrapped(one.words.question, terminal.width, '  '));
      showState(terminal, one);
    }
  }
  terminal.print(
    `\n${number(page.items.length - open)} of ${number(page.items.length)} questions have an answer.`,
  );
  const unreasoned = page.items.filter(({ state }) => state.override?.reasoned === false).length;
  if (unreasoned > 0) terminal.print(`${unreasonedText(unreasoned)}.`);
  terminal.print("What the levels of one mean: 'fieldbook checklists --show QUESTION'.");
}

/** One question with all that is needed to answer it. */
export function showQuestion(terminal: Terminal, one: Question): void {
  const { item, words } = one;
  const part = (name: string) => terminal.print(`\n${terminal.style('bold', name)}`);
  terminal.print(terminal.style('bold', item.id));
  terminal.print(wrapped(words.question, terminal.width));
  if (words.why) terminal.print(wrapped(words.why, terminal.width));
  if (words.evidence.length > 0) part('Ask to be shown');
  for (const text of words.evidence) terminal.print(wrapped(text, terminal.width, '- '));
  part('Answers');
  const typed = possible(one);
  const column = Math.max(...typed.map(([value]) => value.length));
  for (const [value, meaning] of typed)
    terminal.print(wrapped(meaning, terminal.width, `${value.padEnd(column)}  `));
  part('Where it stands');
  showState(terminal, one);
}

/** The answer of a question and, beside it, what the scan proposes with what that rests on. */
export function showState(terminal: Terminal, one: Question): void {
  const { answer, proposal, differs, override, blocked } = one.state;
  const line = (name: string, text: string) =>
    terminal.print(wrapped(text, terminal.width, `  ${name.padEnd(8)}  `));
  const text = answerText(one);
  line(
    'answer',
    text === null ? 'open' : `${text}${answer?.source === 'scan' ? ' (taken from the scan)' : ''}`,
  );
  if (answer?.reason) line('reason', answer.reason);
  if (override?.reasoned === false)
    line('reason', `none, although the scan proposed level ${override.proposed}`);
  if (answer?.note) line('note', answer.note);
  if (proposal) line('scan', proposalText(proposal, one.item.checks));
  if (differs)
    line(
      'changed',
      `the scan proposed level ${differs.was} when it was answered, and now ${differs.now === null ? 'nothing' : `level ${differs.now}`}`,
    );
  if (blocked && text === null)
    line('first', `${blocked.item}, which has to reach level ${blocked.atLeast}: ${blocked.question}`);
}

function proposalText(
  proposal: NonNullable<Question['state']['proposal']>,
  checks: readonly string[],
): string {
  const { level, state, pass, fail, unknown, share } = proposal;
  const counts = `${number(pass)} pass, ${number(fail)} fail, ${number(unknown)} unknown`;
  const says = {
    proposed: `level ${level}`,
    nothing: 'proposes nothing: there is nothing that its checks look at',
    unclear: 'proposes nothing: too much could not be read',
  }[state];
  return `${says}; ${counts}${share === null ? '' : `, ${percent(share)} weighed by severity`}; ${checks.join(', ')}`;
}
