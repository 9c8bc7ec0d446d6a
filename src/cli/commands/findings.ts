import { Command, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { aspects } from '../../shared/model/aspect.ts';
import { closes, decisionStates } from '../../shared/model/decision.ts';
import { openStatuses, severities, statuses } from '../../shared/model/finding.ts';
import { type Accounts, accountsOf } from '../accounts.ts';
import { aspectName, day, list, money, number, severityMark, wholeNumber } from '../format.ts';
import { showFindings } from '../show-findings.ts';
import { globals, type Terminal } from '../terminal.ts';
import { termOf } from './decisions.ts';

interface Options {
  status: string[];
  severity?: string[];
  decision: string[];
  aspect?: string[];
  check?: string[];
  account?: string[];
  region?: string[];
  type?: string[];
  text?: string;
  saving?: boolean;
  sort: 'severity' | 'saving' | 'resource' | 'check' | 'account' | 'region' | 'status';
  limit: number;
  offset: number;
  snapshot?: string;
}

const openDecisions = decisionStates.filter((state) => !closes(state));

const oneOf = <T extends string>(
  name: string,
  allowed: readonly T[],
  values: string[] | undefined,
): T[] | undefined => {
  const wrong = values?.filter((value) => !(allowed as readonly string[]).includes(value)) ?? [];
  if (wrong.length > 0)
    throw new FieldbookError(
      'bad-input',
      `There is no ${name} '${wrong.join(', ')}'.`,
      `Choose among: ${allowed.join(', ')}.`,
    );
  return values as T[] | undefined;
};

export const findingsCommand = (terminal: Terminal): Command =>
  new Command('findings')
    .description('list findings, or show one by its reference')
    .argument('[reference]', 'such as FB-7K3Q2-X2MA9')
    .addOption(
      new Option('--status <list>', statuses.join(', '))
        .argParser(list)
        .default([...openStatuses], openStatuses.join(', ')),
    )
    .addOption(new Option('--severity <list>', severities.join(', ')).argParser(list))
    .addOption(
      new Option('--decision <list>', decisionStates.join(', '))
        .argParser(list)
        .default([...openDecisions], 'all but those that close a finding'),
    )
    .addOption(new Option('--aspect <list>', aspects.join(', ')).argParser(list))
    .addOption(new Option('--check <list>', 'ids of checks').argParser(list))
    .addOption(new Option('--account <list>', 'account ids or names').argParser(list))
    .addOption(new Option('--region <list>', 'regions').argParser(list))
    .addOption(new Option('--type <list>', 'resource types, such as AWS::EC2::Volume').argParser(list))
    .option('--text <text>', 'part of a name, ARN or check')
    .option('--saving', 'only those with an amount')
    .addOption(
      new Option('--sort <by>', 'worst, dearest or A first')
        .choices(['severity', 'saving', 'resource', 'check', 'account', 'region', 'status'])
        .default('severity'),
    )
    .addOption(new Option('--limit <n>', 'rows').argParser(wholeNumber).default(50))
    .addOption(new Option('--offset <n>', 'rows to pass over').argParser(wholeNumber).default(0))
    .option('--snapshot <id>', 'otherwise the newest')
    .action(async (reference: string | undefined, options: Options, command) => {
      await terminal.openEngagement(command, 'look');
      const { json } = globals(command);
      const { snapshot } = options;
      const accounts = await accountsOf(terminal);
      if (reference) {
        const finding = await terminal.client.findings.get({ snapshot, finding: reference });
        if (json) terminal.json(finding);
        else showFinding(terminal, finding, accounts);
        return;
      }
      const page = await terminal.client.findings.page({
        snapshot,
        offset: options.offset,
        limit: Math.max(1, Math.min(1000, options.limit)),
        filter: {
          status: oneOf('status', statuses, options.status),
          severity: oneOf('severity', severities, options.severity),
          decision: oneOf('decision', decisionStates, options.decision),
          aspect: oneOf('aspect', aspects, options.aspect),
          check: options.check,
          account: options.account && accounts.ids(options.account),
          region: options.region,
          type: options.type,
          text: options.text,
          saving: options.saving,
        },
        sort: {
          by: options.sort,
          direction: options.sort === 'severity' || options.sort === 'saving' ? 'desc' : 'asc',
        },
      });
      if (json) {
        terminal.json(page);
        return;
      }
      if (page.findings.length > 0) showFindings(terminal, page.findings, accounts);
      terminal.print(
        `${number(page.findings.length)} of ${number(page.total)} findings${page.total > page.findings.length ? '; --limit and --offset show more' : ''}.`,
      );
    });

type Detail = Awaited<ReturnType<Terminal['client']['findings']['get']>>;

function showFinding(terminal: Terminal, finding: Detail, accounts: Accounts): void {
  const line = (name: string, value: string) =>
    terminal.print(`${terminal.style('dim', name.padEnd(12))}${value}`);
  terminal.print(`${severityMark(terminal, finding.severity)}  ${terminal.style('bold', finding.title)}`);
  terminal.print(`${finding.ref}, ${finding.check}, ${aspectName(finding.aspect)}, ${finding.status}\n`);
  terminal.print(finding.reason);
  terminal.print(finding.risk);
  terminal.print();
  line('Resource', `${finding.resource.name} (${finding.resource.type})`);
  line('', finding.resource.arn);
  line('Account', `${accounts.full(finding.resource.account)}, ${finding.resource.region}`);
  if (finding.saving) {
    const { monthly, counted, basis, priceDate, effort, restart, confidence } = finding.saving;
    line(
      'Saving',
      `${money(monthly)} a month, ${counted ? 'counted' : 'advisory'}, confidence ${confidence}, effort ${effort}, ${restart ? 'needs a restart' : 'no restart'}`,
    );
    line('', `${basis}; list prices of ${priceDate}`);
  }
  const [decision] = finding.decisions;
  if (decision) {
    line('Decision', `${decision.state}, ${termOf(decision)}${decision.owner ? `, ${decision.owner}` : ''}`);
    line('', `${decision.reason} (${decision.decidedBy}, ${day(decision.decidedAt)})`);
  }
  for (const comment of finding.comments)
    line('Comment', `${comment.text} (${comment.by}, ${day(comment.at)})`);
  for (const [name, value] of Object.entries(finding.seen)) line('Seen', `${name} ${JSON.stringify(value)}`);
  line('Read by', finding.reads.join(', '));
  for (const missing of finding.missing)
    line(
      'Not read',
      `${missing.read}: ${missing.outcome}${missing.permission ? `, needs ${missing.permission}` : ''}`,
    );
  if (finding.status === 'fail') {
    terminal.print(`\n${terminal.style('bold', 'What to do')}`);
    for (const [i, step] of finding.steps.entries()) terminal.print(`${i + 1}. ${step}`);
    if (finding.cli) terminal.print(`\n${finding.cli}`);
    if (finding.terraform) terminal.print(`\n${finding.terraform}`);
  }
  if (finding.references.length > 0)
    terminal.print(`\n${terminal.style('dim', `Evidence for ${finding.references.join(', ')}`)}`);
}
