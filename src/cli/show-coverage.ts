import type { z } from 'zod';
import type { Contract } from '../shared/contract/index.ts';
import { denialWords, heading, number, percent } from './format.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

type Coverage = z.output<Contract['coverage']['get']['result']>;

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
