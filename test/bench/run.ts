/**
 * The benchmarks of docs/performance.md: `npm run bench`. Prints medians with the machine; exits with 1 when a target
 * is missed, so that a slip is seen.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { compareSnapshots } from '../../src/engine/compare/comparison.ts';
import { loadVerdicts } from '../../src/engine/findings/verdicts.ts';
import { Session } from '../../src/engine/session.ts';
import { judgementOf } from '../../src/engine/snapshot/list.ts';
import type { Store } from '../../src/engine/store/open.ts';
import { answersAmongMany, ITEMS, PIECES } from './answers.ts';
import { comparedByOtherRules } from './comparing.ts';
import { bytesOf, fileIn, judgeLarge, PASSPHRASE, RESOURCES, scanLarge } from './estate.ts';
import { findingsWhileRendering } from './findings-page.ts';
import { type Line, median, quantile, times } from './measure.ts';
import { rankFindings } from './ranking.ts';
import { renderRatio } from './report.ts';

const MIB = 1024 * 1024;
/**
 * Share of the generated resources that change by themselves. Instances change with the volumes and interfaces that
 * they name, which makes it two in a hundred of all; the line says how many it really were.
 */
const CHANGE = 0.0155;
const ms = (value: number) => `${Math.round(value).toLocaleString('en-US')} ms`;
const folder = mkdtempSync(join(tmpdir(), 'fieldbook-bench-'));
const lines: Line[] = [];
const add = (what: string, measured: string, target: string, met: boolean) => {
  lines.push({ what, measured, target, met });
  console.log(`${met ? 'met   ' : 'MISSED'}  ${what}: ${measured} (target ${target})`);
};

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / MIB / 1024)} GiB, Node ${process.version}\n`,
);

try {
  const memory = await memoryOfScan();
  add(
    `scan of ${RESOURCES.toLocaleString('en-US')} resources, memory of the engine at its highest`,
    `${Math.round(memory.peak / MIB)} MiB in ${Math.round(memory.seconds)} s`,
    'under 500 MiB',
    memory.peak < 500 * MIB,
  );

  const session = await Session.open({ path: fileIn(folder), passphrase: PASSPHRASE, mode: 'write' });
  const { store } = session;
  const first = bytesOf(store);
  await judgeLarge(session, 1);
  const withFindings = bytesOf(store);
  const judging = await times(5, () => judgeLarge(session, 1));
  const verdicts = loadVerdicts(store.db, judgementOf(store.db, 1)!.id).size;
  add(
    `judged again, ${verdicts.toLocaleString('en-US')} verdicts`,
    `${ms(median(judging))} (${judging.map(ms).join(', ')})`,
    'under 3 s',
    median(judging) < 3000,
  );

  const beforeSecond = bytesOf(store);
  await scanLarge(store, CHANGE);
  const second = bytesOf(store) - beforeSecond;
  add(
    `second snapshot, ${(changedShare(store) * 100).toFixed(2)} % of the resources changed or new`,
    `${((second / first) * 100).toFixed(2)} % of the first (${(second / MIB).toFixed(1)} of ${(first / MIB).toFixed(1)} MiB)`,
    'under 5 %',
    second / first < 0.05,
  );
  const beforeFindings = bytesOf(store);
  await judgeLarge(session, 2);
  const findings = bytesOf(store) - beforeFindings;
  add(
    'the same with its findings',
    `${(((second + findings) / withFindings) * 100).toFixed(2)} % of the first with its findings`,
    'no target',
    true,
  );

  const sideOf = (id: number) => {
    const judgement = judgementOf(store.db, id)!;
    return { id, uuid: '', judgement: judgement.id, verdicts: loadVerdicts(store.db, judgement.id) };
  };
  let changes = 0;
  const comparing = await times(5, () => {
    const { findings, resources } = compareSnapshots(store.db, session.plan, session.checks, {
      before: sideOf(1),
      after: sideOf(2),
    });
    changes = findings.length + resources.length;
  });
  add(
    `two snapshots compared, resources and findings, ${changes.toLocaleString('en-US')} rows`,
    `${ms(median(comparing))} (${comparing.map(ms).join(', ')})`,
    'under 1 s',
    median(comparing) < 1000,
  );

  const pages = await findingsWhileRendering(session);
  add(
    `a page of findings with filter and sort out of ${pages.findings.toLocaleString('en-US')}, while a report is rendering (${pages.during} pages)`,
    `95th percentile ${quantile(pages.taken, 0.95).toFixed(1)} ms, median ${median(pages.taken).toFixed(1)} ms`,
    'under 50 ms',
    quantile(pages.taken, 0.95) < 50,
  );

  const ranking = await rankFindings(session);
  add(
    `${ranking.findings.toLocaleString('en-US')} findings into ${ranking.actions} ranked actions`,
    `${ms(median(ranking.taken))} (${ranking.taken.map(ms).join(', ')})`,
    'under 2 s',
    median(ranking.taken) < 2000,
  );

  const told = await comparedByOtherRules(session, 3);
  add(
    'the same two judged by different rules, rules told apart from infrastructure',
    `${ms(median(told))} (${told.map(ms).join(', ')})`,
    'under 1.5 s',
    median(told) < 1500,
  );
  session.close();

  const answers = await answersAmongMany(folder);
  add(
    `an answer saved and shown among ${ITEMS.toLocaleString('en-US')} questions, ${PIECES} pieces of evidence and ${RESOURCES.toLocaleString('en-US')} resources`,
    `95th percentile ${quantile(answers, 0.95).toFixed(1)} ms, median ${median(answers).toFixed(1)} ms`,
    'under 30 ms',
    quantile(answers, 0.95) < 30,
  );

  const report = await renderRatio();
  add(
    `diagnosis of ${report.pages} pages against pdfmake alone`,
    `${report.ratio.toFixed(2)} × (${ms(report.whole)} against ${ms(report.alone)})`,
    'within 1.3 ×',
    report.ratio <= 1.3,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(
  `\n| what | measured | target |\n|---|---|---|\n${lines.map((line) => `| ${line.what} | ${line.measured} | ${line.target} |`).join('\n')}`,
);
process.exitCode = lines.every((line) => line.met) ? 0 : 1;

/** The scan in a process of its own, so that its memory is its own. */
function memoryOfScan(): Promise<{ peak: number; seconds: number }> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'scan.ts'), [folder], {
      execArgv: process.execArgv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('message', (message) => resolve(message as { peak: number; seconds: number }));
    child.once('exit', (code) => code !== 0 && reject(new Error(`The scan ended with ${code}`)));
  });
}

/** Share of the bodies of the second snapshot that the first one does not have. */
function changedShare(store: Store): number {
  const { share } = store.db
    .prepare<{ share: number }>(
      `SELECT avg(old.content_id IS NOT new.content_id) AS share
       FROM snapshot_resource new
       LEFT JOIN snapshot_resource old ON old.snapshot_id = 1 AND old.resource_id = new.resource_id
         AND old.read_id = new.read_id AND old.page = new.page
       WHERE new.snapshot_id = 2`,
    )
    .get()!;
  return share;
}
