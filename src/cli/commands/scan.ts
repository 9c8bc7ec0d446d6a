import { Command } from 'commander';
import type { ScanScope } from '../../shared/model/scan.ts';
import { EXIT_PAUSED } from '../exit.ts';
import { number } from '../format.ts';
import { scopeOf, withScope } from '../scope.ts';
import { showCoverage } from '../show-coverage.ts';
import { showOverview } from '../show-overview.ts';
import { globals, type Terminal } from '../terminal.ts';

export const scanCommand = (terminal: Terminal): Command =>
  withScope(new Command('scan'))
    .description('read the accounts, judge what was read and show the result')
    .action(async (options, command) => {
      const scope = scopeOf(options, terminal.env);
      await terminal.openEngagement(command, 'write');
      await showScan(terminal, command, () => scanWithProgress(terminal, scope));
    });

export const resumeCommand = (terminal: Terminal): Command =>
  new Command('resume')
    .description('go on with a scan that was stopped, paused or killed')
    .option('--cancel', 'end it instead; what was read is kept')
    .action(async (options: { cancel?: boolean }, command) => {
      await terminal.openEngagement(command, 'write');
      if (options.cancel) {
        const { snapshot } = await terminal.client.scan.cancel({});
        if (globals(command).json) terminal.json(snapshot);
        else
          terminal.print(
            `Snapshot ${snapshot.id} was ended; ${number(snapshot.resources)} resources that it read are kept.`,
          );
        return;
      }
      await showScan(terminal, command, () => withProgress(terminal, () => terminal.client.scan.resume({})));
    });

export const scanWithProgress = (terminal: Terminal, scope: ScanScope) =>
  withProgress(terminal, () => terminal.client.scan.start({ scope }));

type Scanned = Awaited<ReturnType<Terminal['client']['scan']['start']>>;

async function withProgress(terminal: Terminal, work: () => Promise<Scanned>): Promise<Scanned> {
  const progress = terminal.progress();
  const stop = terminal.engine.subscribe((event, data) => {
    if (event === 'scan.progress') {
      const { done, failed, planned, resources, calls, last } = data as {
        done: number;
        failed: number;
        planned: number;
        resources: number;
        calls: number;
        last: string | null;
      };
      progress.update(
        `Reading  ${number(done + failed)} of ${number(planned)} reads, ${number(resources)} resources, ${number(calls)} calls${last ? `  ${last}` : ''}`,
      );
    }
    if (event === 'judge.progress')
      progress.update(`Judging  ${number((data as { verdicts: number }).verdicts)} verdicts`);
  });
  try {
    const scanned = await work();
    const { reads, resources, calls, state } = scanned.snapshot;
    progress.done(
      `${state === 'complete' ? 'Read' : 'Paused after'} ${number(reads.ok)} of ${number(reads.planned)} reads, ${number(resources)} resources, ${number(calls)} calls.`,
    );
    return scanned;
  } finally {
    stop();
  }
}

async function showScan(terminal: Terminal, command: Command, scan: () => Promise<Scanned>): Promise<void> {
  const { snapshot, refused } = await scan();
  if (snapshot.state === 'paused') terminal.setExitCode(EXIT_PAUSED);
  if (globals(command).json) {
    terminal.json({ snapshot, refused });
    return;
  }
  if (snapshot.pause) {
    terminal.print(snapshot.pause.message);
    terminal.print(snapshot.pause.next);
    return;
  }
  showOverview(terminal, await terminal.client.engagement.overview({ snapshot: snapshot.id }));
  showCoverage(terminal, await terminal.client.coverage.get({ snapshot: snapshot.id }));
  terminal.print("\nNext: 'fieldbook findings' lists them all, 'fieldbook report' writes the diagnosis.");
}
