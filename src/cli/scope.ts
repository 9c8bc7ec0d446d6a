import { type Command, Option } from 'commander';
import { FieldbookError } from '../shared/contract/errors.ts';
import { type ScanScope, scopeSchema } from '../shared/model/scan.ts';
import { list } from './format.ts';

/** Options that say what to scan; shared by plan and scan. */
export function withScope(command: Command): Command {
  return command
    .addOption(
      new Option(
        '-p, --profile <names>',
        "AWS profiles, comma-separated; 'sample:before' and 'sample:after' are built in",
      ).argParser(list),
    )
    .option(
      '--organization',
      "all active accounts of the first profile's organization, through a role in each",
    )
    .option('--role <name>', 'role to assume in each account of the organization', 'FieldbookAudit')
    .addOption(new Option('--accounts <ids>', 'only these accounts of the organization').argParser(list))
    .addOption(
      new Option('--regions <names>', 'only these regions; otherwise all that are enabled').argParser(list),
    )
    .addOption(new Option('--checks <ids>', 'read and judge for these checks only').argParser(list))
    .option('--bill', 'also ask Cost Explorer for the last whole month, at 0.01 USD an account');
}

interface ScopeOptions {
  profile?: string[];
  organization?: boolean;
  role: string;
  accounts?: string[];
  regions?: string[];
  checks?: string[];
  bill?: boolean;
}

export function scopeOf(options: ScopeOptions, env: NodeJS.ProcessEnv): ScanScope {
  const profiles = options.profile ?? (env.AWS_PROFILE ? [env.AWS_PROFILE] : ['default']);
  if (options.accounts && !options.organization)
    throw new FieldbookError(
      'bad-input',
      '--accounts chooses among the accounts of an organization.',
      'Add --organization, or name one profile per account with --profile.',
    );
  const parsed = scopeSchema.safeParse({
    profiles,
    organization: options.organization ? { roleName: options.role, accounts: options.accounts ?? [] } : null,
    regions: options.regions ?? [],
    checks: options.checks ?? [],
    bill: options.bill ?? false,
  });
  if (!parsed.success)
    throw new FieldbookError(
      'bad-input',
      `The scope cannot be understood: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}.`,
      'Account ids have twelve digits; regions are named like us-east-1.',
    );
  return parsed.data;
}
