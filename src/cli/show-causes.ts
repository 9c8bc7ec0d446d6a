import type { BillGap } from '../shared/model/bill.ts';
import type { ShownComparison } from './comparison.ts';
import { heading, money, number } from './format.ts';
import type { Terminal } from './terminal.ts';

type Rules = ShownComparison['rules'];
type Difference = Rules['differences'][number]['difference'];

/** What of the differences is due to changed rules, and which rules those are. */
export function showRules(terminal: Terminal, { differ, kept, differences, lost, causes }: Rules): void {
  heading(terminal, 'Rules or infrastructure');
  if (!differ) {
    terminal.print('Both sides were judged by the same rules: every difference is in the estate.');
    return;
  }
  terminal.print(
    `${number(causes.infrastructure ?? 0)} changed in the estate, ${number(causes.rules ?? 0)} by other rules, ${number(causes.unseen ?? 0)} not seen on one side.`,
  );
  if (!kept)
    terminal.print('One side was judged by a version that did not keep its rules, so they cannot be listed.');
  for (const { difference } of differences) terminal.print(`  ${ruleWords(difference)}`);
  if (lost.length > 0)
    terminal.print(
      `Not judged as the later side was, its versions are not here any more: ${lost.join(', ')}.`,
    );
}

function ruleWords(one: Difference): string {
  const lost = 'lost' in one && one.lost ? ' (this program has no code of the earlier version any more)' : '';
  switch (one.kind) {
    case 'version':
      return `${one.check}: version ${one.before} → ${one.after}${lost}`;
    case 'severity':
      return `${one.check}: severity ${one.before} → ${one.after}`;
    case 'threshold':
      return `${one.check}: ${one.name} ${one.before} → ${one.after}`;
    case 'switched-off':
      return `${one.check}: switched off since`;
    case 'switched-on':
      return `${one.check}: was switched off then`;
    case 'only-after':
      return `${one.check}: not judged then`;
    case 'only-before':
      return `${one.check}: not judged now${lost}`;
    case 'tag-policy':
      return `Tag policy: ${one.before || 'no tags'} → ${one.after || 'no tags'}`;
    case 'prices':
      return `Prices of ${one.before} → ${one.after}`;
  }
}

const withoutBill: Record<BillGap, string> = {
  'not-read': 'No bill was read for both; scan with --bill to have it beside the list prices.',
  'same-month':
    'Both scans read the bill of the same month, which says nothing of what was changed between them.',
  'other-currency': 'The bill is not in US dollars and stands beside no list price.',
};

/** What was realised of the savings that the earlier side named. */
export function showRealised(terminal: Terminal, savings: ShownComparison['savings']): void {
  const { total, advisory, byRules, byCheck, priceDate, bill, currency } = savings;
  heading(terminal, 'Realised savings');
  terminal.print(
    `${terminal.style('bold', money(total.was))} a month by ${number(total.findings)} findings, ${currency} list prices of ${priceDate.was}${
      priceDate.is === priceDate.was ? '' : ` (${money(total.is)} at the prices of ${priceDate.is})`
    }; ${money(advisory.was)} more not counted.`,
  );
  for (const { title, findings, was } of byCheck)
    terminal.print(`  ${money(was).padStart(12)}  ${title} (${number(findings)})`);
  if (byRules.findings > 0)
    terminal.print(
      `${money(byRules.was)} of ${number(byRules.findings)} findings went by other rules, which saves nothing.`,
    );
  terminal.print(
    bill.gap === null
      ? `On the bill: ${money(bill.before)} in ${bill.months.before} → ${money(bill.after)} in ${bill.months.after}, of ${number(bill.accounts)} accounts.`
      : withoutBill[bill.gap],
  );
}
