import type { z } from 'zod';
import type { Contract } from '../shared/contract/index.ts';
import { accountsIn } from './accounts.ts';
import { day, heading, number, severityMark, shortId } from './format.ts';
import { showFindings } from './show-findings.ts';
import { showSavings, showScores } from './show-scores.ts';
import type { Terminal } from './terminal.ts';

type Overview = z.output<Contract['engagement']['overview']['result']>;

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
