import type { z } from 'zod';
import type { Contract } from '../shared/contract/index.ts';
import type { Accounts } from './accounts.ts';
import { money, severityMark, statusMark } from './format.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

type Overview = z.output<Contract['engagement']['overview']['result']>;
type FindingRow = Overview['top'][number];

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
