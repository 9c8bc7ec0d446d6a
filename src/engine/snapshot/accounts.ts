import { FieldbookError } from '../../shared/contract/errors.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { ScanScope } from '../../shared/model/scan.ts';
import { asReadFailure, classify } from '../aws/failure.ts';
import type { AccountTarget, Gateway, OrganizationAccount } from '../aws/gateway.ts';
import type { Output } from '../aws/services.ts';

/** An account of a scan, entered or refused. */
export interface ScannedAccount {
  account: string;
  name: string;
  partition: string;
  target: AccountTarget;
  /** Regions to scan. */
  regions: string[];
  /** Regions that were asked for and are not enabled. */
  regionsOff: string[];
  /** True for the organization's management account. */
  management: boolean;
  refused: ReadFailure | null;
}

/** Finds the accounts of a scope and tries each: one that refuses is named, and the rest goes on. */
export async function resolveAccounts(
  scope: ScanScope,
  gateway: Gateway,
  signal: AbortSignal,
): Promise<ScannedAccount[]> {
  const accounts = await accountsOf(scope, gateway, signal);
  // Two profiles may lead into one account; it is scanned once, with the first.
  return [...new Map(accounts.toReversed().map((account) => [account.account, account])).values()].reverse();
}

async function accountsOf(
  scope: ScanScope,
  gateway: Gateway,
  signal: AbortSignal,
): Promise<ScannedAccount[]> {
  if (!scope.organization) {
    const accounts: ScannedAccount[] = [];
    for (const profile of scope.profiles) accounts.push(await enter({ profile }, scope, gateway, signal));
    return accounts;
  }
  const profile = scope.profiles[0]!;
  const home = await enter({ profile }, scope, gateway, signal);
  const { roleName, accounts: chosen } = scope.organization;
  const members = await organizationAccounts(home, gateway, signal);
  const wanted = members.filter((member) => chosen.length === 0 || chosen.includes(member.id));
  const missing = chosen.filter((id) => !members.some((member) => member.id === id));
  if (missing.length > 0)
    throw new FieldbookError(
      'bad-input',
      `The organization has no account ${missing.join(', ')}.`,
      `Choose among: ${members.map((member) => `${member.id} (${member.name})`).join(', ')}.`,
    );
  const accounts: ScannedAccount[] = [];
  for (const member of wanted) {
    if (member.status !== 'ACTIVE') {
      accounts.push(notEntered(member, home, { profile }, suspended(member)));
      continue;
    }
    if (member.id === home.account) {
      accounts.push({ ...home, name: member.name });
      continue;
    }
    const target = {
      profile,
      assume: { account: member.id, roleArn: `arn:${home.partition}:iam::${member.id}:role/${roleName}` },
    };
    try {
      accounts.push({ ...(await enter(target, scope, gateway, signal)), name: member.name });
    } catch (error) {
      if (
        !(error instanceof FieldbookError) ||
        !['account-refused', 'credentials-invalid'].includes(error.code)
      )
        throw error;
      accounts.push(notEntered(member, home, target, refusal(error)));
    }
  }
  return accounts;
}

async function enter(
  target: AccountTarget,
  scope: ScanScope,
  gateway: Gateway,
  signal: AbortSignal,
): Promise<ScannedAccount> {
  const entered = await gateway.enter(target, signal);
  const { account, partition } = entered;
  const { regions, regionsOff } = await enabledRegions(account, scope, gateway, target.profile, signal);
  const organization = await describeOrganization(account, gateway, signal);
  return {
    account,
    name: target.assume ? account : target.profile,
    partition,
    target,
    regions,
    regionsOff,
    management: organization?.MasterAccountId === account,
    refused: null,
  };
}

/** DescribeRegions decides and not a list of ours: new regions are there at once, and those that are off are not walked. */
async function enabledRegions(
  account: string,
  scope: ScanScope,
  gateway: Gateway,
  profile: string,
  signal: AbortSignal,
): Promise<{ regions: string[]; regionsOff: string[] }> {
  const region = await gateway.homeRegion(profile);
  let output: Output<'ec2', 'DescribeRegions'>;
  try {
    output = (await gateway.send(
      { account, region, service: 'ec2', operation: 'DescribeRegions', input: { AllRegions: true } },
      signal,
    )) as Output<'ec2', 'DescribeRegions'>;
  } catch (error) {
    const failure = classify(error);
    if (failure.kind !== 'denied') throw error;
    if (scope.regions.length > 0) return { regions: scope.regions, regionsOff: [] };
    throw new FieldbookError(
      'bad-input',
      `Account ${account} does not let us see which regions it uses (ec2:DescribeRegions is denied).`,
      'Name the regions with --regions, or have ec2:DescribeRegions allowed.',
      { cause: error },
    );
  }
  const enabled = (output.Regions ?? [])
    .filter((one) => one.OptInStatus !== 'not-opted-in')
    .flatMap((one) => one.RegionName ?? [])
    .sort();
  if (scope.regions.length === 0) return { regions: enabled, regionsOff: [] };
  return {
    regions: scope.regions.filter((one) => enabled.includes(one)),
    regionsOff: scope.regions.filter((one) => !enabled.includes(one)),
  };
}

async function describeOrganization(account: string, gateway: Gateway, signal: AbortSignal) {
  try {
    const output = (await gateway.send(
      {
        account,
        region: 'us-east-1',
        service: 'organizations',
        operation: 'DescribeOrganization',
        input: {},
      },
      signal,
    )) as Output<'organizations', 'DescribeOrganization'>;
    return output.Organization;
  } catch (error) {
    // Without an organization, or without the right to see it, the account is scanned as a lone one; the reads of
    // the organization then stand in the ledger with their own outcome.
    const { kind, code } = classify(error);
    if (kind === 'denied' || kind === 'not-offered' || code === 'AWSOrganizationsNotInUseException')
      return undefined;
    throw error;
  }
}

async function organizationAccounts(
  home: ScannedAccount,
  gateway: Gateway,
  signal: AbortSignal,
): Promise<OrganizationAccount[]> {
  const accounts: OrganizationAccount[] = [];
  let token: string | undefined;
  do {
    let output: Output<'organizations', 'ListAccounts'>;
    try {
      output = (await gateway.send(
        {
          account: home.account,
          region: 'us-east-1',
          service: 'organizations',
          operation: 'ListAccounts',
          input: token ? { NextToken: token } : {},
        },
        signal,
      )) as Output<'organizations', 'ListAccounts'>;
    } catch (error) {
      throw new FieldbookError(
        'account-refused',
        `The accounts of the organization cannot be listed from ${home.account}: ${classify(error).message}`,
        'Use a profile of the management account or of a delegated administrator, or name the profiles of the accounts one by one.',
        { cause: error },
      );
    }
    // `Status` has given way to `State`; older endpoints and emulators know only the former.
    for (const { Id, Name, State, Status } of output.Accounts ?? [])
      if (Id) accounts.push({ id: Id, name: Name ?? Id, status: State ?? Status ?? 'ACTIVE' });
    token = output.NextToken;
  } while (token);
  return accounts.sort((a, b) => a.id.localeCompare(b.id, 'en'));
}

/** Stands for the regions of an account that could not be entered: which it uses, nobody knows. */
const EVERYWHERE = 'all';

const notEntered = (
  member: OrganizationAccount,
  home: ScannedAccount,
  target: AccountTarget,
  refused: ReadFailure,
): ScannedAccount => ({
  account: member.id,
  name: member.name,
  partition: home.partition,
  target,
  regions: [EVERYWHERE],
  regionsOff: [],
  management: false,
  refused,
});

const suspended = (member: OrganizationAccount): ReadFailure => ({
  outcome: 'skipped',
  code: 'AccountNotActive',
  message: `The account is ${member.status.toLowerCase().replaceAll('_', ' ')}.`,
});

const refusal = (error: FieldbookError): ReadFailure => {
  const failure = error.cause === undefined ? undefined : asReadFailure(classify(error.cause));
  return {
    ...(failure ?? { code: error.code, message: error.message }),
    outcome: 'denied',
    permission: 'sts:AssumeRole',
  };
};
