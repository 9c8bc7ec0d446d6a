import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { scopeSchema } from '../../shared/model/scan.ts';
import { showComparison, showCoverage, showOverview } from '../show.ts';
import { globals, type Terminal } from '../terminal.ts';
import { reportWithProgress } from './report.ts';
import { scanWithProgress } from './scan.ts';

const PASSPHRASE = 'acme-health-sample';

const scopeOf = (state: 'before' | 'after') =>
  scopeSchema.parse({ profiles: [`sample:${state}`], organization: { roleName: 'FieldbookAudit' } });

/** The main path from one end to the other, on the built-in estate and through the same engine as a real account. */
export const demoCommand = (terminal: Terminal): Command =>
  new Command('demo')
    .description('go through the whole main path on the built-in sample estate')
    .option('-o, --out <folder>', 'where to put the engagement and the report', 'demo-output')
    .action(async (options: { out: string }, command) => {
      const folder = resolve(options.out);
      const path = join(folder, 'acme-health.fieldbook');
      mkdirSync(folder, { recursive: true });
      // A demo of before; its name and place are the demo's own.
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });

      terminal.say(`1  An encrypted engagement: ${path}`);
      await terminal.client.engagement.create({
        path,
        passphrase: PASSPHRASE,
        client: 'Acme Health',
        consultant: 'Northwind DevOps',
        scope: 'cloud assessment, phase 1',
        tagPolicy: {
          required: [
            { key: 'owner', values: [] },
            { key: 'env', values: ['production', 'staging', 'shared', 'data', 'sandbox'] },
            { key: 'data-class', values: ['public', 'internal', 'phi'] },
          ],
        },
      });

      terminal.say('2  Scan and judge: the accounts of the organization, read-only');
      const before = await scanWithProgress(terminal, scopeOf('before'));
      const overview = await terminal.client.engagement.overview({ snapshot: before.snapshot.id });
      const coverage = await terminal.client.coverage.get({ snapshot: before.snapshot.id });
      const { json } = globals(command);
      if (!json) {
        showOverview(terminal, overview);
        showCoverage(terminal, coverage);
        terminal.print();
      }

      terminal.say('3  The diagnosis');
      const report = await reportWithProgress(terminal, {
        path: join(folder, 'diagnosis.pdf'),
        snapshot: before.snapshot.id,
      });

      terminal.say('4  The same estate after implementation, compared');
      const after = await scanWithProgress(terminal, scopeOf('after'));
      const comparison = await terminal.client.compare.snapshots({
        before: before.snapshot.id,
        after: after.snapshot.id,
      });
      if (json) {
        terminal.json({ path, passphrase: PASSPHRASE, overview, coverage, report, comparison });
        return;
      }
      showComparison(terminal, comparison, 8);

      terminal.print(`\n${terminal.style('bold', 'Where to go on')}`);
      terminal.print(`The diagnosis   ${report.path}`);
      terminal.print(`The engagement  ${path}, passphrase '${PASSPHRASE}'`);
      terminal.print(
        `Look around     FIELDBOOK_PASSPHRASE=${PASSPHRASE} npm run fieldbook -- findings --aspect cost-optimization`,
      );
      terminal.print('A real account  npm run fieldbook -- profiles, then new and scan');
    });
