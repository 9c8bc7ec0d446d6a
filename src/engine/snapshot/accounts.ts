import { FieldbookError } from '../../shared/contract/errors.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { ScanScope } from '../../shared/model/scan.ts';
import { attempt } from '../aws/attempt.ts';
import { explainFailure } from '../aws/explain.ts';
import { asReadFailure, classify, type Failure } from '../aws/failure.ts';
import type { AccountTarget, Gateway, OrganizationAccount } from '../aws/gateway.ts';
import { Limiter } from '../aws/limiter.ts';
import { patience } from '../aws/patience.ts';
import type { Call } from '../aws/send.ts';
import type { Output } from '../aws/services.ts';
import { cannot } from '../cannot.ts';
import { ownFailure } from './own-failure.ts';

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
  /** Why it is not known whether it is. */
  organizationUnknown: ReadFailure | null;
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
    throw cannot('bad-input', 'scans.accountsMissing', {
      accounts: missing.join(', '),
      known: members.map((member) => `${member.id} (${member.name})`).join(', '),
    });
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
  const { regions, regionsOff } = await enabledRegions(account, scope, gateway, target, signal);
  const organization = await describeOrganization(account, gateway, target, signal);
  return {
    account,
    name: target.assume ? account : target.profile,
    partition,
    target,
    regions,
    regionsOff,
    ...organization,
    refused: null,
  };
}

/** DescribeRegions decides and not a list of ours: new regions are there at once, and those that are off are not walked. */
async function enabledRegions(
  account: string,
  scope: ScanScope,
  gateway: Gateway,
  target: AccountTarget,
  signal: AbortSignal,
): Promise<{ regions: string[]; regionsOff: string[] }> {
  const region = await gateway.homeRegion(target.profile);
  const asked = await ask<Output<'ec2', 'DescribeRegions'>>(
    { account, region, service: 'ec2', operation: 'DescribeRegions', input: { AllRegions: true } },
    gateway,
    signal,
  );
  if ('failure' in asked) {
    if (asked.failure.kind !== 'denied') throw explainFailure(asked.failure, target);
    if (scope.regions.length > 0) return { regions: scope.regions, regionsOff: [] };
    throw cannot('bad-input', 'scans.regionsUnseen', { account }, { details: asked.failure.message });
  }
  const { Regions } = asked.output;
  if (!Regions || Regions.length === 0)
    throw explainFailure(classify(new SyntaxError('ec2:DescribeRegions names no region')), target);
  const enabled = Regions.filter((one) => one.OptInStatus !== 'not-opted-in')
    .flatMap((one) => one.RegionName ?? [])
    .sort();
  if (scope.regions.length === 0) return { regions: enabled, regionsOff: [] };
  return {
    regions: scope.regions.filter((one) => enabled.includes(one)),
    regionsOff: scope.regions.filter((one) => !enabled.includes(one)),
  };
}

/**
 * Without an organization, or without the right to see it, the account is scanned as a lone one; in the latter case
 * the ledger says of the reads of the organization why they were not made.
 */
async function describeOrganization(
  account: string,
  gateway: Gateway,
  target: AccountTarget,
  signal: AbortSignal,
): Promise<Pick<ScannedAccount, 'management' | 'organizationUnknown'>> {
  const asked = await ask<Output<'organizations', 'DescribeOrganization'>>(
    { account, region: 'us-east-1', service: 'organizations', operation: 'DescribeOrganization', input: {} },
    gateway,
    signal,
  );
  if ('output' in asked) {
    const management = asked.output.Organization?.MasterAccountId === account;
    return { management, organizationUnknown: null };
  }
  const { failure } = asked;
  if (failure.code === 'AWSOrganizationsNotInUseException')
    return { management: false, organizationUnknown: null };
  // What stops every other call as well is not kept for the ledger.
  if (['expired', 'invalid-credentials', 'clock-skew', 'certificate', 'aborted'].includes(failure.kind))
    throw explainFailure(failure, target);
  const permission = failure.kind === 'denied' && { permission: 'organizations:DescribeOrganization' };
  return { management: false, organizationUnknown: { ...asReadFailure(failure), ...permission } };
}

async function organizationAccounts(
  home: ScannedAccount,
  gateway: Gateway,
  signal: AbortSignal,
): Promise<OrganizationAccount[]> {
  const accounts: OrganizationAccount[] = [];
  let token: string | undefined;
  do {
    const asked = await ask<Output<'organizations', 'ListAccounts'>>(
      {
        account: home.account,
        region: 'us-east-1',
        service: 'organizations',
        operation: 'ListAccounts',
        input: token ? { NextToken: token } : {},
      },
      gateway,
      signal,
    );
    if ('failure' in asked)
      throw asked.failure.kind === 'denied' || asked.failure.kind === 'failed'
        ? cannot('account-refused', 'scans.organizationClosed', {
            account: home.account,
            said: asked.failure.message,
          })
        : explainFailure(asked.failure, home.target);
    for (const { Id, Name, Status } of asked.output.Accounts ?? [])
      if (Id) accounts.push({ id: Id, name: Name ?? Id, status: Status ?? 'ACTIVE' });
    token = asked.output.NextToken;
  } while (token);
  return accounts.sort((a, b) => a.id.localeCompare(b.id, 'en'));
}

/** Asks where we are as patiently as a scan reads: one throttled answer must not end the start of a large scan. */
async function ask<T>(
  call: Call,
  gateway: Gateway,
  signal: AbortSignal,
): Promise<{ output: T } | { failure: Failure }> {
  return (await attempt(call, call.service, signal, {
    ...patience,
    send: gateway.send,
    ready: gateway.ready,
    limiter: new Limiter(patience.clock),
  })) as { output: T } | { failure: Failure };
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
  organizationUnknown: null,
  refused,
});

const suspended = ({ status }: OrganizationAccount): ReadFailure =>
  ownFailure('skipped', 'AccountNotActive', { status });

/** A refused role as the ledger keeps it. */
export const refusal = (error: FieldbookError): ReadFailure => {
  const failure = error.cause === undefined ? undefined : asReadFailure(classify(error.cause));
  return {
    ...(failure ?? { code: error.code, message: error.message }),
    outcome: 'denied',
    permission: 'sts:AssumeRole',
  };
};
