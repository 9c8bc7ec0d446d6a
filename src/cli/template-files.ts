import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { templateFormats } from '../shared/contract/checklists.ts';
import { FieldbookError } from '../shared/contract/errors.ts';
import { inEnglish, number } from './format.ts';
import { globals, type Terminal } from './terminal.ts';

export type TemplateFormat = (typeof templateFormats)[number];

/** Endings by the format that they are taken for; the first is given where nobody says one. */
const endings: Record<TemplateFormat, readonly [string, ...string[]]> = {
  yaml: ['.yaml', '.yml'],
  xlsx: ['.xlsx'],
  'custom-lens': ['.json'],
};

function formatOf(path: string, said: TemplateFormat | undefined): TemplateFormat {
  const format = said ?? templateFormats.find((one) => endings[one].includes(extname(path).toLowerCase()));
  if (format) return format;
  throw new FieldbookError(
    'bad-input',
    `In which format ${path} is cannot be seen from its name.`,
    `Say it with --format: ${templateFormats.join(', ')}.`,
  );
}

/** Reads a file into a template of this engagement, and says what could not be taken over. */
export async function importTemplate(
  terminal: Terminal,
  command: Command,
  path: string,
  said: TemplateFormat | undefined,
): Promise<void> {
  const format = formatOf(path, said);
  await terminal.openEngagement(command, 'write');
  const { checklists, engagement } = terminal.client;
  const { language } = (await engagement.current({}))!;
  const content = (await bytesOf(path)).toString('base64');
  const before = (await checklists.templates({})).templates;
  const file = { name: basename(path), content, format, language };
  const result = await checklists.importTemplate(file, inEnglish);
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  const { id, items, warnings } = result;
  const old = before.find((one) => one.id === id);
  terminal.print(`${old ? 'Replaced' : 'Added'} the checklist '${id}' with ${number(items)} questions.`);
  for (const warning of warnings) terminal.print(`- ${warning}`);
  if (old === undefined || old.adopted === null)
    terminal.print(`Take it into use: fieldbook checklists --adopt ${id}`);
  else
    terminal.print(
      `The one in use stays as it was adopted; see what changed: fieldbook checklists --upgrade ${id}`,
    );
}

/** Writes a template to a file, and says what the format cannot hold. */
export async function exportTemplate(
  terminal: Terminal,
  command: Command,
  id: string,
  { out, format: said }: { out?: string | undefined; format?: TemplateFormat | undefined },
): Promise<void> {
  const format = out === undefined ? (said ?? 'yaml') : formatOf(out, said);
  await terminal.openEngagement(command, 'look');
  const { checklists, engagement } = terminal.client;
  const { language } = (await engagement.current({}))!;
  const { templates } = await checklists.templates({});
  if (!templates.some((one) => one.id === id))
    throw new FieldbookError(
      'bad-input',
      `There is no checklist '${id}'.`,
      `There are: ${templates.map((one) => one.id).join(', ')}.`,
    );
  const target = out ?? `${id}${endings[format][0]}`;
  const result = await checklists.exportTemplate({ id, format, path: target, language }, inEnglish);
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  terminal.print(`Wrote ${result.path}.`);
  for (const warning of result.warnings) terminal.print(`- ${warning}`);
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new FieldbookError(
      'file-not-found',
      `The file ${path} cannot be read.`,
      'See that it is a file that is still there and that you may read, and repeat.',
      { cause: error },
    );
  }
}
