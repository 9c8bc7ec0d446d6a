import { Command, Option } from 'commander';
import { fromData } from '../../shared/contract/errors.ts';
import { list, money, number } from '../format.ts';
import { scopeOf, withScope } from '../scope.ts';
import { table } from '../table.ts';
import { globals, type Terminal } from '../terminal.ts';

export const profilesCommand = (terminal: Terminal): Command =>
  new Command('profiles')
    .description('list the AWS profiles of this machine')
    .option('--who <profile>', 'sign in with a profile and say who it is')
    .action(async (options: { who?: string }, command) => {
      const { json } = globals(command);
      if (options.who) {
        const who = await terminal.client.aws.whoami({ profile: options.who });
        if (json) terminal.json(who);
        else terminal.print(`${options.who} is ${who.arn} in account ${who.account}.`);
        return;
      }
      const { profiles, problem } = await terminal.client.aws.profiles({});
      // A machine without AWS files still has the sample.
      if (problem && problem.code !== 'aws-config-missing') throw fromData(problem);
      if (json) terminal.json(profiles);
      else
        terminal.print(
          table(
            profiles,
            [
              { head: 'Profile', value: (row) => row.name },
              { head: 'Kind', value: (row) => row.kind },
              { head: 'Region', value: (row) => row.region ?? '–' },
              {
                head: 'Notes',
                value: (row) =>
                  row.problem?.message ??
                  row.roleArn ??
                  row.endpointUrl ??
                  (row.mfaSerial ? 'asks for MFA' : ''),
                flexible: true,
              },
            ],
            terminal.width,
            (text) => terminal.style('dim', text),
          ),
        );
    });

export const planCommand = (terminal: Terminal): Command =>
  withScope(new Command('plan'))
    .description('show what a scan would read, before it reads')
    .action(async (options, command) => {
      const plan = await terminal.client.aws.plan({ scope: scopeOf(options, terminal.env) });
      if (globals(command).json) {
        terminal.json(plan);
        return;
      }
      terminal.print(
        table(
          plan.accounts,
          [
            { head: 'Account', value: (row) => row.id },
            { head: 'Name', value: (row) => row.name },
            {
              head: 'Regions',
              value: (row) => (row.refused ? '' : number(row.regions.length)),
              align: 'right',
            },
            {
              head: 'Not entered',
              value: (row) =>
                row.refused ?? (row.regionsOff.length > 0 ? `off: ${row.regionsOff.join(' ')}` : ''),
              flexible: true,
              second: true,
            },
          ],
          terminal.width,
          (text) => terminal.style('dim', text),
        ),
      );
      terminal.print();
      const entered = plan.accounts.filter((account) => !account.refused);
      const alike = Map.groupBy(entered, (account) => account.regions.join(' '));
      for (const [regions, accounts] of alike)
        terminal.print(
          `Regions${alike.size > 1 ? ` of ${accounts.map(({ name }) => name).join(', ')}` : ''}: ${regions}`,
        );
      const listings = plan.reads.filter((read) => read.kind === 'listing');
      terminal.print(
        `\n${number(plan.calls)} calls to begin with: ${listings.length} listings, and ${plan.reads.length - listings.length} kinds of reads that look deeper into what they find. ${plan.paid.length === 0 ? 'None of them costs money.' : `Paid: ${plan.paid.map(({ read, requests, price }) => `${requests} × ${read}, ${money(price)}`).join('; ')}.`}`,
      );
      terminal.print("All are read-only; 'fieldbook policy' prints the IAM policy for them.");
    });

export const policyCommand = (terminal: Terminal): Command =>
  new Command('policy')
    .description('print the least-privilege IAM policy for a scan')
    .addOption(new Option('--checks <ids>', 'for these checks only').argParser(list))
    .option('--bill', 'with what Cost Explorer asks for the bill')
    .action(async (options: { checks?: string[]; bill?: boolean }, command) => {
      const result = await terminal.client.aws.policy({
        checks: options.checks ?? [],
        bill: options.bill ?? false,
      });
      if (globals(command).json) {
        terminal.json(result);
        return;
      }
      const { policies } = result;
      if (policies.length > 1)
        terminal.say(`${policies.length} policies: IAM allows 6,144 characters in one. Attach all of them.`);
      for (const policy of policies) terminal.json(policy);
    });
