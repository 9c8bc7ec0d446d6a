import type { Command } from 'commander';
import type { z } from 'zod';
import type { Contract } from '../shared/contract/index.ts';
import { itemChangeName, number } from './format.ts';
import { globals, type Terminal } from './terminal.ts';
import { wrapped } from './wrap.ts';

type Diff = z.output<Contract['checklists']['diff']['result']>;

/** Nothing here takes a step back; the window can as long as nothing else was written over it. */
const UNDO = 'The audit trail in the window takes this step back.';

/** Shows what the template of a checklist became and, told to, takes it over. */
export async function upgradeChecklist(
  terminal: Terminal,
  command: Command,
  checklist: string,
  takeOver: boolean,
): Promise<void> {
  await terminal.openEngagement(command, takeOver ? 'write' : 'look');
  const { checklists } = terminal.client;
  const { json } = globals(command);
  const diff = await checklists.diff({ checklist });
  if (!json) showDiff(terminal, checklist, diff);
  if (!takeOver) {
    if (json) terminal.json(diff);
    else if (diff.newer) terminal.print(`Take it over: fieldbook checklists --upgrade ${checklist} --yes`);
    return;
  }
  const result = await checklists.accept({ checklist });
  if (json) {
    terminal.json(result);
    return;
  }
  terminal.print(`Taken over. Answers that were marked: ${number(result.marked)}. ${UNDO}`);
}

function showDiff(
  terminal: Terminal,
  checklist: string,
  { from, to, newer, added, removed, changed }: Diff,
): void {
  if (!newer) {
    terminal.print(`'${checklist}' is as its template: there is nothing to take over.`);
    return;
  }
  const part = (name: string, lines: readonly [sign: string, text: string][]) => {
    if (lines.length === 0) return;
    terminal.print(`\n${terminal.style('bold', name)}`);
    for (const [sign, text] of lines) terminal.print(wrapped(text, terminal.width, `${sign} `));
  };
  terminal.print(`${checklist}: from version ${from} to ${to}`);
  part(
    'New questions',
    added.map(({ item, question }) => ['+', `${item}: ${question}`]),
  );
  part(
    'Questions that go',
    removed.map(({ item, question, answered }) => [
      '-',
      `${item}: ${question}${answered ? '\nIts answer is kept, and counts no more.' : ''}`,
    ]),
  );
  part(
    'Changed questions',
    changed.map(({ item, before, after, what, marked }) => [
      '~',
      [
        `${item}: ${after}`,
        ...(before === after ? [] : [`Before: ${before}`]),
        `Changed: ${what.map(itemChangeName).join(', ')}`,
        ...(marked ? ['Its answer is kept, and marked.'] : []),
      ].join('\n'),
    ]),
  );
  if (added.length + removed.length + changed.length === 0)
    terminal.print('No question is new, gone or changed.');
  terminal.print();
}

/** Takes a checklist out of the engagement, and says what becomes of its answers. */
export async function dropChecklist(terminal: Terminal, command: Command, checklist: string): Promise<void> {
  await terminal.openEngagement(command, 'write');
  const { checklists } = terminal.client;
  const inUse = (await checklists.list({})).checklists.find((one) => one.checklist === checklist);
  const result = await checklists.drop({ checklist });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  terminal.print(`Taken out: ${inUse!.title}`);
  terminal.print(
    `Its answers are kept, and count no more: ${number(inUse!.answered)} of ${number(inUse!.total)} questions were answered.`,
  );
  const { templates } = await checklists.templates({});
  terminal.print(
    templates.some(({ id }) => id === checklist)
      ? `They are there again when it is taken into use: fieldbook checklists --adopt ${checklist}`
      : `It cannot be taken into use again, as its template was removed. ${UNDO}`,
  );
}

/** Removes a template of this engagement, and says what of it is left. */
export async function removeTemplate(terminal: Terminal, command: Command, id: string): Promise<void> {
  await terminal.openEngagement(command, 'write');
  const { checklists } = terminal.client;
  const template = (await checklists.templates({})).templates.find((one) => one.id === id);
  const result = await checklists.removeTemplate({ id });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  const { title, items, adopted } = template!;
  terminal.print(`Removed the template '${id}': ${title}, ${number(items)} questions.`);
  if (adopted !== null)
    terminal.print('The checklist in use stays as it was adopted, with its answers; --drop takes it out.');
  terminal.print(UNDO);
}
