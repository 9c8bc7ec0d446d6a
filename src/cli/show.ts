import type { z } from 'zod';
import type { Contract } from '../shared/contract/index.ts';
import { type Accounts, accountsIn } from './accounts.ts';
import type { FindingChangeRow, ShownComparison } from './comparison.ts';
import {
  aspectName,
  bar,
  day,
  denialWords,
  money,
  number,
  percent,
  scoreText,
  severityMark,
  shortId,
  statusMark,
} from './format.ts';
import { showRealised, showRules } from './show-causes.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

type Overview = z.output<Contract['engagement']['overview']['result']>;
type FindingRow = Overview['top'][number];
type Scores = NonNullable<Overview['scores']>;
type Coverage = z.output<Contract['coverage']['get']['result']>;

const heading = (terminal: Terminal, text: string) => terminal.print(`\n${terminal.style('bold', text)}`);

export function showScores(terminal: Terminal, scores: Scores): void {
  heading(terminal, 'Scores');
  terminal.print(
    table(
      [
        ...scores.aspects.map((one) => ({ ...one, name: aspectName(one.aspect) })),
        { ...scores.overall, name: 'Overall' },
      ],
      [
        {
          head: 'Aspect',
          value: (row) => (row.name === 'Overall' ? terminal.style('bold', row.name) : row.name),
        },
        { head: '', value: (row) => (row.score === null ? '' : bar(row.score / 100, 16)) },
        { head: 'Score', value: (row) => scoreText(row.score), align: 'right' },
        { head: 'Confidence', value: (row) => percent(row.confidence), align: 'right' },
        { head: 'Pass', value: (row) => number(row.pass), align: 'right' },
        { head: 'Fail', value: (row) => number(row.fail), align: 'right' },
        { head: 'Unknown', value: (row) => number(row.unknown), align: 'right' },
      ],
      terminal.width,
      (text) => terminal.style('dim', text),
    ),
  );
}

export function showFindings(terminal: Terminal, findings: readonly FindingRow[], accounts: Accounts): void {
  const statuses = new Set(findings.map((row) => row.status));
  const decided = findings.some((row) => row.decision);
  terminal.print(
    table(
      findings,
      [
        { head: 'Reference', value: (row) => row.ref },
        { head: 'Severity', value: (row) => severityMark(terminal, row.severity) },
        ...(statuses.size > 1
          ? [{ head: 'Status', value: (row: FindingRow) => statusMark(terminal, row.status) }]
          : []),
        { head: 'Finding', value: (row) => row.title, flexible: true },
        { head: 'Resource', value: (row) => row.resource.name, flexible: true, second: true },
        { head: 'Account', value: (row) => accounts.name(row.resource.account), second: true },
        { head: 'Region', value: (row) => row.resource.region, second: true },
        ...(decided
          ? [{ head: 'Decision', value: (row: FindingRow) => row.decision?.state ?? '', second: true }]
          : []),
        {
          head: 'Saving/month',
          value: (row) => (row.saving ? `${money(row.saving.monthly)}${row.saving.counted ? '' : '*'}` : '–'),
          align: 'right',
        },
      ],
      terminal.width,
      (text) => terminal.style('dim', text),
    ),
  );
  if (findings.some((row) => row.saving && !row.saving.counted))
    terminal.print(
      terminal.style('dim', '* not in the total: excluded by another saving, or rests on what was not read'),
    );
}

export function showCoverage(terminal: Terminal, { reads, gaps, off }: Coverage): void {
  showReads(terminal, reads, gaps);
  for (const { check, reason } of off)
    terminal.print(`The check ${check} is switched off and counts neither way: ${reason}`);
}

function showReads(terminal: Terminal, reads: Coverage['reads'], gaps: Coverage['gaps']): void {
  heading(terminal, 'Coverage');
  terminal.print(
    `${number(reads.ok)} of ${number(reads.planned)} reads succeeded (${percent(reads.planned === 0 ? 0 : reads.ok / reads.planned)}).${
      gaps.length > 0 ? ' What could not be seen:' : ''
    }`,
  );
  if (gaps.length === 0) return;
  terminal.print(
    table(
      gaps,
      [
        { head: 'Account', value: (row) => row.accountName },
        { head: 'Read', value: (row) => row.read, flexible: true },
        { head: 'Regions', value: ({ regions }) => regionsText(regions), second: true },
        { head: 'Reads', value: (row) => number(row.reads), align: 'right' },
        { head: 'Outcome', value: (row) => row.outcome },
        { head: 'Checks', value: (row) => number(row.checks.length), align: 'right' },
        { head: 'Why', value: whyNotRead, flexible: true, second: true },
      ],
      terminal.width,
      (text) => terminal.style('dim', text),
    ),
  );
}

/** An account that was not entered has unknown regions, which the engine calls 'all'. */
function regionsText(regions: readonly string[]): string {
  if (regions.includes('all')) return 'all';
  return regions.length > 2 ? `${regions.length} regions` : regions.join(' ');
}

const whyNotRead = ({ denial, permission, message }: Coverage['gaps'][number]): string =>
  denial && denial !== 'unsaid'
    ? `${denialWords(denial)}${permission ? `, needs ${permission}` : ''}`
    : message;

export function showSavings(terminal: Terminal, savings: NonNullable<Overview['savings']>): void {
  heading(terminal, 'Monthly saving');
  terminal.print(
    `${terminal.style('bold', money(savings.counted))} counted, ${money(savings.advisory)} more shown as advisory. ${savings.currency} list prices of ${savings.priceDate}, 730 hours a month, before discounts.`,
  );
  if (savings.aside > 0)
    terminal.print(`${money(savings.aside)} of findings that were accepted or called false are in neither.`);
}

export function showOverview(terminal: Terminal, overview: Overview): void {
  const { engagement, snapshot, scores, savings, open, top } = overview;
  terminal.print(
    terminal.style('bold', engagement.client) + (engagement.scope ? `, ${engagement.scope}` : ''),
  );
  terminal.print(`${engagement.path}, encrypted`);
  if (!snapshot) {
    terminal.print("No snapshot yet. Scan an account with 'fieldbook scan'.");
    return;
  }
  terminal.print(
    `Snapshot ${shortId(snapshot.id)} of ${day(snapshot.startedAt)}: ${snapshot.accounts.length} accounts, ${number(snapshot.resources)} resources, ${number(snapshot.calls)} calls, ${snapshot.state}.`,
  );
  for (const account of snapshot.accounts)
    if (account.refused)
      terminal.print(`${account.name} (${account.id}) was not entered: ${account.refused}`);
  if (!scores || !savings) return;
  showScores(terminal, scores);
  showSavings(terminal, savings);
  heading(terminal, 'Open findings');
  terminal.print(
    (['critical', 'high', 'medium', 'low'] as const)
      .map((severity) => `${severityMark(terminal, severity)} ${number(open[severity] ?? 0)}`)
      .join('   '),
  );
  heading(terminal, 'Worst first');
  showFindings(terminal, top, accountsIn(snapshot.accounts));
}

const changeWords = {
  new: 'new',
  regressed: 'regressed',
  persisting: 'persisting',
  resolved: 'resolved',
  'no-longer-applicable': 'no longer applicable',
  'not-rechecked': 'not re-checked',
} as const;

export function showComparison(terminal: Terminal, comparison: ShownComparison): void {
  const { appeared, resolved, notRechecked } = comparison;
  const { before, after, scores, savings, findings, resources } = comparison.summary;
  const accounts = accountsIn(before.accounts, after.accounts);
  terminal.print(
    terminal.style(
      'bold',
      `From ${day(before.startedAt)} (${shortId(before.id)}) to ${day(after.startedAt)} (${shortId(after.id)})`,
    ),
  );
  heading(terminal, 'Scores');
  const rows = [
    ...scores.before.aspects.map((one, i) => ({
      name: aspectName(one.aspect),
      before: one,
      after: scores.after.aspects[i]!,
    })),
    { name: 'Overall', before: scores.before.overall, after: scores.after.overall },
  ];
  const difference = (row: (typeof rows)[number]) => {
    if (row.before.score === null || row.after.score === null) return '';
    const points = Math.round(row.after.score) - Math.round(row.before.score);
    return points === 0 ? '±0' : points > 0 ? `+${points}` : `−${-points}`;
  };
  terminal.print(
    table(
      rows,
      [
        { head: 'Aspect', value: (row) => row.name },
        { head: 'Before', value: (row) => scoreText(row.before.score), align: 'right' },
        { head: 'After', value: (row) => scoreText(row.after.score), align: 'right' },
        { head: 'Change', value: difference, align: 'right' },
      ],
      terminal.width,
      (text) => terminal.style('dim', text),
    ),
  );
  heading(terminal, 'Findings');
  terminal.print(
    Object.entries(changeWords)
      .map(([change, words]) => `${number(findings[change as keyof typeof findings] ?? 0)} ${words}`)
      .join(', '),
  );
  terminal.print(
    `Monthly saving still to be had: ${money(savings.before.counted)} before, ${money(savings.after.counted)} after.`,
  );
  heading(terminal, 'Resources');
  terminal.print(
    `${number(resources.added ?? 0)} added, ${number(resources.removed ?? 0)} removed, ${number(resources.changed ?? 0)} changed, ${number(resources['not-reread'] ?? 0)} not re-read`,
  );
  showRules(terminal, comparison.rules);
  showRealised(terminal, comparison.savings);
  if (appeared.length > 0) {
    heading(terminal, 'New and regressed, worst first');
    showChanges(terminal, appeared, accounts);
  }
  if (resolved.length > 0) {
    heading(terminal, 'Resolved');
    showChanges(terminal, resolved, accounts);
  }
  if (notRechecked.length > 0) {
    heading(terminal, 'Not re-checked: the read did not succeed this time');
    showChanges(terminal, notRechecked, accounts);
  }
}

function showChanges(terminal: Terminal, rows: readonly FindingChangeRow[], accounts: Accounts): void {
  terminal.print(
    table(
      rows,
      [
        { head: 'Change', value: (row) => changeWords[row.change] },
        ...(rows.some(({ cause }) => cause === 'rules')
          ? [{ head: 'Cause', value: (row: FindingChangeRow) => row.cause }]
          : []),
        { head: 'Severity', value: (row) => severityMark(terminal, row.finding.severity) },
        { head: 'Finding', value: (row) => row.finding.title, flexible: true },
        { head: 'Resource', value: (row) => row.finding.resource.name, flexible: true, second: true },
        { head: 'Account', value: (row) => accounts.name(row.finding.resource.account), second: true },
        { head: 'Region', value: (row) => row.finding.resource.region, second: true },
      ],
      terminal.width,
      (text) => terminal.style('dim', text),
    ),
  );
}
