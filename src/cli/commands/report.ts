import { Command, Option } from 'commander';
import { type Language, languages } from '../../shared/model/languages.ts';
import { type ReportKind, type ReportPhase, reportKinds } from '../../shared/model/report.ts';
import { number } from '../format.ts';
import { globals, type Terminal } from '../terminal.ts';

interface Options {
  out?: string;
  kind: ReportKind;
  from?: string;
  language?: Language;
  consultantLogo?: string;
  clientLogo?: string;
  accent?: string;
  snapshot?: string;
  preflight?: boolean;
}

export const reportCommand = (terminal: Terminal): Command =>
  new Command('report')
    .description('write a report as PDF: the diagnosis, the recommendations or the progress')
    .addOption(new Option('--kind <kind>', 'which report').choices([...reportKinds]).default('diagnosis'))
    .option('-o, --out <file>', 'where to; otherwise <kind>.pdf')
    .addOption(new Option('--language <language>', "otherwise the engagement's").choices([...languages]))
    .option('--consultant-logo <file>', 'SVG, PNG or JPEG')
    .option('--client-logo <file>', 'SVG, PNG or JPEG')
    .option('--accent <colour>', 'of headings and charts, such as #0f766e')
    .option('--snapshot <id>', 'a snapshot or milestone; otherwise the newest snapshot')
    .option('--from <id>', 'progress: the earlier snapshot or milestone; otherwise the snapshot before')
    .option('--preflight', 'only look for what will not print')
    .action(async ({ out, preflight, ...options }: Options, command) => {
      await terminal.openEngagement(command, preflight ? 'look' : 'write');
      const { json } = globals(command);
      if (preflight) {
        const { notes } = await terminal.client.reports.preflight({
          kind: options.kind,
          from: options.from,
          snapshot: options.snapshot,
          language: options.language,
        });
        if (json) terminal.json(notes);
        else if (notes.length === 0) terminal.print('Everything will print.');
        else for (const note of notes) terminal.print(`${note.blocks ? 'Blocks' : 'Note'}: ${note.message}`);
        return;
      }
      const report = await reportWithProgress(terminal, { ...options, path: out ?? `${options.kind}.pdf` });
      if (json) terminal.json(report);
    });

const phaseWords: Record<ReportPhase, string> = {
  gather: 'Gathering findings',
  charts: 'Drawing charts',
  layout: 'Setting pages',
  draw: 'Drawing pages',
  proof: 'Proving that nothing is missing',
};

export async function reportWithProgress(
  terminal: Terminal,
  args: Parameters<Terminal['client']['reports']['write']>[0],
) {
  const progress = terminal.progress();
  const stop = terminal.engine.subscribe((event, data) => {
    if (event !== 'report.progress') return;
    const { phase, done } = data as { phase: ReportPhase; done: number };
    progress.update(`${phaseWords[phase]}${done > 0 ? `  ${Math.round(done * 100)} %` : ''}`);
  });
  try {
    const report = await terminal.client.reports.write(args);
    progress.done(
      `Wrote ${report.path}: ${number(report.pages)} pages, ${number(Math.round(report.bytes / 1024))} KiB, every finding found again in its text.`,
    );
    return report;
  } finally {
    stop();
  }
}
