import { Command, Option } from 'commander';
import { FieldbookError } from '../../shared/contract/errors.ts';
import {
  type DecisionScope,
  type DecisionState,
  type DecisionVerdict,
  decisionVerdicts,
  type ScopeKind,
  scopeKinds,
} from '../../shared/model/decision.ts';
import { day, dayOf, number } from '../format.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

/** Until when a decision holds, or since when it does not. */
export const termOf = ({ state, expires }: { state: DecisionState; expires: string | null }): string =>
  expires === null ? 'until lifted' : state === 'expired' ? `expired ${expires}` : `until ${expires}`;

interface DecideOptions {
  as: DecisionVerdict;
  reason: string;
  owner: string;
  until?: string;
  for: ScopeKind;
  tag?: string;
  everyCheck?: boolean;
  snapshot?: string;
}

export const decideCommand = (terminal: Terminal): Command =>
  new Command('decide')
    .description('decide on a finding, or on more than it: accept its risk, call it false, say who mends it')
    .argument('<reference>', 'such as FB-7K3Q2-X2MA9')
    .addOption(new Option('--as <decision>').choices([...decisionVerdicts]).makeOptionMandatory())
    .requiredOption('--reason <text>', 'why; the report prints it')
    .option('--owner <text>', 'who answers for it', '')
    .addOption(
      new Option(
        '--until <day>',
        'last day on which it holds, such as 2027-03-01; otherwise until it is lifted',
      ).argParser(dayOf),
    )
    .addOption(
      new Option('--for <scope>', 'what it holds for, beginning from the finding')
        .choices([...scopeKinds])
        .default('finding'),
    )
    .option('--tag <key=value>', 'which tag of the resource, with --for tag')
    .option('--every-check', 'with --for tag or account: whatever the check')
    .option('--snapshot <id>', 'otherwise the newest')
    .action(async (reference: string, options: DecideOptions, command) => {
      await terminal.openEngagement(command, 'write');
      const { snapshot, reason, owner, until = null } = options;
      const { scopes } = await terminal.client.decisions.scopes({ snapshot, finding: reference });
      const chosen = scopes.find(({ scope }) => wanted(scope, options));
      if (!chosen)
        throw new FieldbookError(
          'bad-input',
          `Nothing of ${reference} fits --for ${options.for}${options.tag ? ` --tag ${options.tag}` : ''}.`,
          `It could be decided for: ${scopes.map(({ label }) => label).join('; ')}.`,
        );
      const { scope, label, findings } = chosen;
      const verdict = options.as;
      const result = await terminal.client.decisions.decide({
        scope,
        verdict,
        reason,
        owner,
        expires: until,
      });
      if (globals(command).json) terminal.json(result);
      else
        terminal.print(
          `Decided: ${verdict} for ${label}, ${until === null ? 'until lifted' : `until ${until}`}. Open findings that it covers: ${number(findings)}.`,
        );
    });

function wanted(scope: DecisionScope, options: DecideOptions): boolean {
  if (scope.kind !== options.for) return false;
  if (scope.kind !== 'tag' && scope.kind !== 'account') return true;
  if ((scope.check === null) !== (options.everyCheck ?? false)) return false;
  return scope.kind === 'account' || options.tag === `${scope.key}=${scope.value}`;
}

export const decisionsCommand = (terminal: Terminal): Command =>
  new Command('decisions')
    .description('list what was decided, or lift decisions')
    .option('--lift <ids...>', 'take these decisions away, by their ids')
    .option('--snapshot <id>', 'whose findings are counted; otherwise the newest')
    .action(async ({ lift, snapshot }: { lift?: string[]; snapshot?: string }, command) => {
      await terminal.openEngagement(command, lift ? 'write' : 'look');
      const { json } = globals(command);
      if (lift) {
        const result = await terminal.client.decisions.lift({ ids: lift });
        if (json) terminal.json(result);
        else terminal.print(`Lifted: ${number(result.lifted)}.`);
        return;
      }
      const page = await terminal.client.decisions.list({ snapshot, limit: 1000 });
      if (json) {
        terminal.json(page);
        return;
      }
      if (page.decisions.length > 0)
        terminal.print(
          table(
            page.decisions,
            [
              {
                head: 'Decision',
                value: (row) => (row.state === 'expired' ? `${row.verdict}, expired` : row.state),
              },
              { head: 'Holds for', value: (row) => row.label, flexible: true },
              { head: 'Findings', value: (row) => number(row.findings), align: 'right' },
              { head: 'Term', value: termOf },
              { head: 'Owner', value: (row) => row.owner || '–', second: true },
              { head: 'Decided', value: (row) => `${row.decidedBy}, ${day(row.decidedAt)}`, second: true },
              { head: 'Reason', value: (row) => row.reason, flexible: true, second: true },
              { head: 'Id', value: (row) => row.id, second: true },
            ],
            terminal.width,
            (text) => terminal.style('dim', text),
          ),
        );
      terminal.print(`${number(page.decisions.length)} of ${number(page.total)} decisions.`);
    });
