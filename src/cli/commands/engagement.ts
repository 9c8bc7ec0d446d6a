import { Command, Option } from 'commander';
import { type Language, languages } from '../../shared/model/languages.ts';
import { more } from '../format.ts';
import { showOverview } from '../show-overview.ts';
import { tagPolicyOf } from '../tags.ts';
import { globals, type Terminal } from '../terminal.ts';

export const newCommand = (terminal: Terminal): Command =>
  new Command('new')
    .description('make an encrypted engagement file')
    .argument('<file>', 'where, such as acme.fieldbook')
    .requiredOption('--client <name>', 'whom the engagement is for')
    .requiredOption('--consultant <name>', 'who does the work, named on the cover of reports')
    .option('--scope <text>', 'what is looked at', '')
    .addOption(
      new Option('--language <language>', 'of findings and reports').choices([...languages]).default('en'),
    )
    .option(
      '--tag <key[=values]>',
      'a tag that every resource must carry, such as env=prod,staging; repeat for more',
      more,
      [] as string[],
    )
    .action(
      async (
        path: string,
        options: { client: string; consultant: string; scope: string; language: Language; tag: string[] },
        command,
      ) => {
        const passphrase = await terminal.passphrase(
          command,
          'Passphrase for the new file (nobody can recover it):',
        );
        const { tag, ...rest } = options;
        const engagement = await terminal.client.engagement.create({
          path,
          passphrase,
          ...rest,
          tagPolicy: tagPolicyOf(tag),
        });
        if (globals(command).json) terminal.json(engagement);
        else terminal.print(`Made ${engagement.path}. Next: 'fieldbook profiles', then 'fieldbook scan'.`);
      },
    );

export const openCommand = (terminal: Terminal): Command =>
  new Command('open')
    .description('open an engagement and show where it stands; later commands use it')
    .argument('[file]', 'otherwise the one opened last')
    .action(async (path: string | undefined, _options, command: Command) => {
      if (path) command.setOptionValueWithSource('file', path, 'cli');
      await terminal.openEngagement(command, 'look');
      const overview = await terminal.client.engagement.overview({});
      if (globals(command).json) terminal.json(overview);
      else showOverview(terminal, overview);
    });
