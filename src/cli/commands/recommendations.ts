import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { actionsNamed, adoptedNamed } from '../actions.ts';
import { inEnglish, list } from '../format.ts';
import { showRanked, showRecommendation } from '../show-recommendations.ts';
import { globals, type Terminal } from '../terminal.ts';

interface RecommendationsOptions {
  snapshot?: string;
  adopt?: string[];
  dismiss?: string[];
  reason?: string;
  restore?: string;
  close?: string;
  import?: string;
  existing?: 'replace' | 'both';
}

export const recommendationsCommand = (terminal: Terminal): Command =>
  new Command('recommendations')
    .description('what to do: proposals and adopted recommendations, ranked; adopt, dismiss or close them')
    .argument('[id]', 'one of them, whole')
    .option('--snapshot <id>', 'otherwise the newest')
    .addOption(
      new Option('--adopt <ids>', 'adopt these proposals first, comma-separated')
        .argParser(list)
        .conflicts(['dismiss', 'restore', 'close']),
    )
    .addOption(
      new Option('--dismiss <ids>', 'turn these down, comma-separated, with --reason')
        .argParser(list)
        .conflicts(['restore', 'close']),
    )
    .option('--reason <reason>', 'why they are dismissed')
    .addOption(new Option('--restore <id>', 'take back that it was dismissed').conflicts(['close']))
    .option('--close <id>', 'an adopted one that is done; the next scan shows what became of its findings')
    .addOption(
      new Option('--import <file>', 'read an entry of the library, as the window saves them').conflicts([
        'adopt',
        'dismiss',
        'restore',
        'close',
      ]),
    )
    .addOption(
      new Option('--existing <what>', 'what becomes of one of the same entry, with --import').choices([
        'replace',
        'both',
      ]),
    )
    .action(async (id: string | undefined, options: RecommendationsOptions, command: Command) => {
      const { snapshot, adopt, dismiss, reason, restore, close } = options;
      if ((dismiss === undefined) !== (reason === undefined))
        throw new FieldbookError(
          'bad-input',
          dismiss ? 'Why it is dismissed was not said.' : '--reason belongs to --dismiss.',
          "Such as: fieldbook recommendations --dismiss ID --reason 'Already filtered by the network'",
        );
      if (options.existing !== undefined && options.import === undefined)
        throw new FieldbookError('bad-input', '--existing belongs to --import.', 'Name the file to read.');
      const writes =
        adopt || dismiss || restore !== undefined || close !== undefined || options.import !== undefined;
      await terminal.openEngagement(command, writes ? 'write' : 'look');
      if (dismiss) await turnDown(terminal, command, dismiss, reason!);
      else if (restore !== undefined) await takeBack(terminal, command, restore);
      else if (close !== undefined) await finish(terminal, command, close);
      else if (options.import !== undefined) await readIn(terminal, command, options.import, options);
      else {
        const which = snapshot === undefined ? {} : { snapshot };
        if (adopt) await terminal.client.recommendations.adopt({ ...which, library: adopt });
        const { json } = globals(command);
        if (id === undefined) {
          const all = await terminal.client.recommendations.list(which);
          if (json) terminal.json(all);
          else showRanked(terminal, all);
        } else {
          const one = await terminal.client.recommendations.get({ ...which, id });
          if (json) terminal.json(one);
          else showRecommendation(terminal, one);
        }
      }
    });

async function turnDown(terminal: Terminal, command: Command, ids: string[], reason: string): Promise<void> {
  const actions = await actionsNamed(terminal.client, ids);
  const result = await terminal.client.recommendations.dismiss({ ids: actions.map(({ id }) => id), reason });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  for (const { title } of actions) terminal.print(`Dismissed: ${title}`);
  terminal.print("It can be taken back: 'fieldbook recommendations --restore ID'.");
}

async function takeBack(terminal: Terminal, command: Command, named: string): Promise<void> {
  const { recommendations } = terminal.client;
  const [one] = await actionsNamed(terminal.client, [named]);
  const { id, title, state } = one!;
  if (state !== 'dismissed')
    throw new FieldbookError(
      'bad-input',
      `'${title}' was not dismissed: it is ${state}.`,
      'There is nothing to take back.',
    );
  const result = await recommendations.restore({ id });
  if (globals(command).json) terminal.json(result);
  else {
    const [now] = await actionsNamed(terminal.client, [named]);
    terminal.print(`Taken back: ${title} is ${now!.state} again.`);
  }
}

async function finish(terminal: Terminal, command: Command, named: string): Promise<void> {
  const { id, title } = await adoptedNamed(terminal.client, named);
  const result = await terminal.client.roadmap.plan({ id, status: 'done' });
  if (globals(command).json) {
    terminal.json(result);
    return;
  }
  const { acceptance } = await terminal.client.recommendations.get({ id });
  terminal.print(`Closed: ${title}`);
  const open = acceptance.filter((one) => one.result !== 'met');
  if (open.length > 0) terminal.print('Not seen to be met yet:');
  for (const { text, result: seen } of open) terminal.print(`- ${text} (${seen})`);
  terminal.print("The next 'fieldbook scan' shows what became of its findings.");
}

async function readIn(
  terminal: Terminal,
  command: Command,
  path: string,
  { existing, snapshot }: RecommendationsOptions,
): Promise<void> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new FieldbookError(
      'bad-input',
      `${path} cannot be read: ${(error as Error).message}`,
      'Name an entry of the library that was saved.',
    );
  }
  const { recommendations } = terminal.client;
  const entry = { snapshot, name: basename(path), text, existing };
  const done = await recommendations.importEntry(entry, inEnglish);
  // Titles are the client's words, in the language of the engagement.
  const { id, title } = await recommendations.get({ id: 'exists' in done ? done.exists.id : done.id });
  if ('exists' in done)
    throw new FieldbookError(
      'bad-input',
      `There is one of this entry already: ${title} (${id})`,
      'Nothing was changed. Add --existing replace to put this in its place, or --existing both to keep both.',
    );
  if (globals(command).json) terminal.json(done);
  else {
    terminal.print(`Read: ${title}`);
    terminal.print(`All of it: fieldbook recommendations ${id}`);
  }
}
