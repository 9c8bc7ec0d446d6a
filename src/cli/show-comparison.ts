import { type Accounts, accountsIn } from './accounts.ts';
import type { FindingChangeRow, ShownComparison } from './comparison.ts';
import { aspectName, day, heading, money, number, scoreText, severityMark, shortId } from './format.ts';
import { showRealised, showRules } from './show-causes.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

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
