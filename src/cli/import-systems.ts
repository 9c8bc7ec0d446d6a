import type { Command } from 'commander';
import type { z } from 'zod';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { Contract } from '../shared/contract/index.ts';
import { type ImportField, importFields, type Mapping } from '../shared/contract/inventory.ts';
import { inEnglish, number } from './format.ts';
import { table } from './table.ts';
import { globals, type Terminal } from './terminal.ts';

type Preview = z.output<Contract['inventory']['previewImport']['result']>;

/** Problems that an error names; the preview names all. */
const MOST = 20;

/** Takes the systems of a sheet in, or says what that would do; a sheet with a mistake in it is not taken at all. */
export async function importSystems(
  terminal: Terminal,
  command: Command,
  { path, columns, preview: only }: { path: string; columns: readonly string[]; preview: boolean },
): Promise<void> {
  await terminal.openEngagement(command, only ? 'look' : 'write');
  const { inventory } = terminal.client;
  const json = globals(command).json ?? false;
  const guessed = await inventory.previewImport({ path }, inEnglish);
  const mapping = columns.length > 0 ? mapped(guessed, columns) : guessed.mapping;
  const preview = columns.length > 0 ? await inventory.previewImport({ path, mapping }, inEnglish) : guessed;
  if (only) {
    if (json) terminal.json(preview);
    else {
      showPreview(terminal, preview);
      for (const line of problemsOf(preview)) terminal.print(line);
    }
    return;
  }
  if (preview.problems.length > 0) throw refusal(preview);
  const result = await inventory.import({ path, mapping }, inEnglish);
  if (json) terminal.json(result);
  else showPreview(terminal, preview);
}

/** The mapping with what was said of columns: each by its heading or its number, or none. */
function mapped({ columns, mapping }: Preview, said: readonly string[]): Mapping {
  const chosen: Mapping = { ...mapping };
  for (const text of said) {
    const [, name = '', heading = ''] = /^([^=]*)=(.*)$/.exec(text) ?? [];
    const field = importFields.find((one): one is ImportField => one === name.trim());
    const wanted = heading.trim().toLowerCase();
    const at = columns.findIndex((one, i) => one.toLowerCase() === wanted || String(i + 1) === wanted);
    if (!field || (at < 0 && wanted !== 'none'))
      throw new FieldbookError(
        'bad-input',
        field ? `The file has no column '${heading}'.` : `'${text}' says no column of a system.`,
        `Write it as --column FIELD=COLUMN, or FIELD=none to leave it out.\n${choices(columns)}`,
      );
    delete chosen[field];
    if (at >= 0) chosen[field] = at;
  }
  return chosen;
}

const choices = (columns: readonly string[]): string =>
  `Fields: ${importFields.join(', ')}.\nColumns of the file: ${columns.map((one, at) => `${at + 1} ${one}`).join(', ')}.`;

function showPreview(terminal: Terminal, { columns, mapping, ...preview }: Preview): void {
  const read = new Set(Object.values(mapping));
  const unread = columns.filter((_, at) => !read.has(at));
  if (unread.length > 0) terminal.print(`Columns that are not read: ${unread.join(', ')}.`);
  if (preview.systems.length > 0)
    terminal.print(
      table(
        preview.systems,
        [
          { head: 'Line', value: ({ line }) => number(line), align: 'right' },
          { head: 'System', value: ({ name }) => name, flexible: true },
          { head: 'Becomes', value: ({ state }) => state },
        ],
        terminal.width,
        (text) => terminal.style('dim', text),
      ),
    );
  const { lines, added, changed, systems } = preview;
  terminal.print(
    `${number(lines)} lines: ${number(added)} added, ${number(changed)} changed.${lines > systems.length ? ` The first ${number(systems.length)} that can be kept are shown.` : ''}`,
  );
}

const problemsOf = ({ problems }: Preview): string[] =>
  problems.map(({ line, field, message }) => `Line ${line}${field ? `, ${field}` : ''}: ${message}`);

function refusal(preview: Preview): FieldbookError {
  const problems = problemsOf(preview);
  const more = problems.length - MOST;
  return new FieldbookError(
    'bad-input',
    [
      'Nothing was imported.',
      ...problems.slice(0, MOST),
      ...(more > 0 ? [`${number(more)} more; --preview shows all.`] : []),
    ].join('\n'),
    preview.mapping.name === undefined
      ? `Say which column holds the names, such as --column name=1.\n${choices(preview.columns)}`
      : 'Correct the file, or leave a column out with --column FIELD=none, and import it again.',
  );
}
