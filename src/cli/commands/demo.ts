import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { resourcesFolder } from '../../engine/resources.ts';
import { type Language, languages } from '../../shared/model/languages.ts';
import { sampleEngagement, sampleScope } from '../../shared/model/sample.ts';
import { fillSample } from '../../shared/sample/index.ts';
import { comparisonOf, wholeComparison } from '../comparison.ts';
import { type PeopleSaid, peopleSaid, showDecided, showSaid } from '../people.ts';
import { showComparison } from '../show-comparison.ts';
import { showCoverage } from '../show-coverage.ts';
import { showOverview } from '../show-overview.ts';
import { globals, type Terminal } from '../terminal.ts';
import { reportWithProgress } from './report.ts';
import { scanWithProgress } from './scan.ts';

const { client, consultant, scope, passphrase, tagPolicy, file } = sampleEngagement;

const logo = (name: string): string => join(resourcesFolder, 'sample', `${name}.svg`);

/** The main path from one end to the other, on the built-in estate and through the same engine as a real account. */
export const demoCommand = (terminal: Terminal): Command =>
  new Command('demo')
    .description('go through the whole main path on the built-in sample estate')
    .option('-o, --out <folder>', 'where to put the engagement and the report', 'demo-output')
    .addOption(
      new Option('--language <language>', 'of the engagement and its reports')
        .choices([...languages])
        .default('en'),
    )
    .action(async (options: { out: string; language: Language }, command) => {
      const folder = resolve(options.out);
      const path = join(folder, file);
      mkdirSync(folder, { recursive: true });
      // A demo of before; its name and place are the demo's own.
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });

      terminal.say(`1  An encrypted engagement: ${path}`);
      await terminal.client.engagement.create({
        path,
        passphrase,
        client,
        consultant,
        scope: scope[options.language],
        language: options.language,
        tagPolicy,
        sample: true,
      });

      const { json } = globals(command);
      const snapshots: Partial<Record<'before' | 'after', string>> = {};
      const reports: Awaited<ReturnType<typeof reportWithProgress>>[] = [];
      const write = async (args: Parameters<typeof reportWithProgress>[1]) => {
        reports.push(
          await reportWithProgress(terminal, {
            ...args,
            clientLogo: logo('acme-health'),
            consultantLogo: logo('northwind-devops'),
          }),
        );
      };
      let first: { overview: unknown; coverage: unknown } | undefined;

      let said: PeopleSaid | undefined;

      await fillSample(terminal.client, {
        scan: async (state) => {
          if (state === 'after') {
            said = await peopleSaid(terminal.client);
            if (!json) showSaid(terminal, said);
          }
          terminal.say(
            state === 'before'
              ? '2  Scan and judge: the accounts of the organization, read-only'
              : '5  The same estate after implementation, scanned again',
          );
          const { snapshot } = await scanWithProgress(terminal, sampleScope(state));
          snapshots[state] = snapshot.id;
          if (state === 'after') return;
          const overview = await terminal.client.engagement.overview({ snapshot: snapshot.id });
          const coverage = await terminal.client.coverage.get({ snapshot: snapshot.id });
          first = { overview, coverage };
          if (json) return;
          showOverview(terminal, overview);
          showCoverage(terminal, coverage);
          terminal.print();
        },
        diagnose: async () => {
          terminal.say(
            '3  The diagnosis, with what the interviews add: answers, evidence, systems outside AWS',
          );
          await write({ path: join(folder, 'diagnosis.pdf') });
          terminal.say('4  What follows from it: recommendations and a roadmap');
        },
      });

      const decided = await peopleSaid(terminal.client);
      if (said && !json) showDecided(terminal, said, decided);

      terminal.say('6  Phase against phase');
      const which = { before: snapshots.before, after: snapshots.after };
      await write({ kind: 'recommendations', path: join(folder, 'recommendations.pdf') });
      await write({ kind: 'progress', path: join(folder, 'progress.pdf') });
      if (json) {
        const comparison = await wholeComparison(terminal.client, which);
        terminal.json({
          path,
          passphrase,
          ...first,
          people: { before: said, after: decided },
          reports,
          comparison,
        });
        return;
      }
      showComparison(terminal, await comparisonOf(terminal.client, which, 8));

      terminal.print(`\n${terminal.style('bold', 'Where to go on')}`);
      for (const { path: made } of reports) terminal.print(`A report        ${made}`);
      terminal.print(`The engagement  ${path}, passphrase '${passphrase}'`);
      terminal.print(
        `Look around     FIELDBOOK_PASSPHRASE=${passphrase} npm run fieldbook -- findings --aspect cost-optimization`,
      );
      terminal.print('A real account  npm run fieldbook -- profiles, then new and scan');
    });
