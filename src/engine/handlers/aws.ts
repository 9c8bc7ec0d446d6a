import { join, parse } from 'node:path';
import { FieldbookError } from '../../shared/contract/errors.ts';
import type { ScanScope } from '../../shared/model/scan.ts';
import { policiesFor } from '../aws/policy.ts';
import { type Profile, signInCommand } from '../aws/profile.ts';
import { readProfiles } from '../aws/profiles.ts';
import { english } from '../cannot.ts';
import { costExplorerRequest, monthlyCost } from '../collectors/cost-explorer.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { writeText } from '../exchange/write-text.ts';
import { gatewayFor } from '../gateway-for.ts';
import { actionsOf, sampleProfiles } from '../gateways.ts';
import { resolveAccounts } from '../snapshot/accounts.ts';
import { callsIn, firstCalls, lastCalls, secondsOf } from '../snapshot/estimate.ts';
import { readPlan } from '../snapshot/plan.ts';
import { chosenReads } from './chosen-checks.ts';

export const awsHandlers = (context: EngineContext): DomainHandlers<'aws'> => ({
  async profiles() {
    const sample = sampleProfiles.map((name) => ({
      name,
      kind: 'sample',
      region: 'us-east-1',
      roleArn: null,
      mfaSerial: null,
      endpointUrl: null,
      problem: null,
      signIn: null,
    }));
    try {
      const own = await readProfiles(context.aws().env);
      return {
        profiles: [...own.map(view), ...sample],
        problem: null,
      };
    } catch (error) {
      // A machine without AWS files, or with broken ones, can still scan the sample estate.
      if (error instanceof FieldbookError && error.code.startsWith('aws-config-'))
        return { profiles: sample, problem: error.toData() };
      throw error;
    }
  },

  async whoami({ profile }, { signal }) {
    const { gateway } = await gatewayFor(context, profile, [], signal);
    try {
      const { account, caller } = await gateway.enter({ profile }, signal);
      return { account, arn: caller };
    } finally {
      gateway.close();
    }
  },

  async plan({ scope }, { signal }) {
    const reads = chosenReads(scope);
    const { gateway } = await gatewayFor(context, scope.profiles[0]!, reads, signal);
    try {
      const accounts = await resolveAccounts(scope, gateway, signal);
      const plan = readPlan(reads);
      const entered = accounts.filter((account) => !account.refused);
      const lanes = firstCalls(plan, entered);
      const db = context.current()?.db;
      const last = db && lastCalls(db, new Set(entered.map(({ account }) => account)));
      return {
        accounts: accounts.map((account) => ({
          id: account.account,
          name: account.name,
          regions: account.regions,
          regionsOff: account.regionsOff,
          refused: account.refused?.message ?? null,
        })),
        reads: plan.all.map((read) => ({
          id: read.id,
          kind: read.kind,
          type: read.kind === 'listing' ? read.type : read.of.type,
        })),
        calls: callsIn(lanes),
        estimate: {
          calls: callsIn(last ?? lanes),
          seconds: secondsOf(last ?? lanes),
          basis: last ? 'last-scan' : 'first-calls',
        },
        paid: scope.bill
          ? [{ read: monthlyCost.id, requests: entered.length, price: entered.length * costExplorerRequest }]
          : [],
      };
    } finally {
      gateway.close();
    }
  },

  policy(wanted) {
    const actions = actionsFor(wanted);
    return {
      policies: policiesFor(actions).map((policy) => JSON.parse(JSON.stringify(policy))),
      actions: actions.sort(),
    };
  },

  async savePolicy({ path, ...wanted }) {
    const { dir, name, ext } = parse(path);
    const paths: string[] = [];
    for (const [index, policy] of policiesFor(actionsFor(wanted)).entries()) {
      const target = index === 0 ? path : join(dir, `${name}-${index + 1}${ext}`);
      paths.push(await writeText(target, `${JSON.stringify(policy, null, 2)}\n`));
    }
    return { paths };
  },

  prompts: () => ({ prompts: context.prompts?.open ?? [] }),
  answerPrompt({ id, answer }) {
    context.prompts?.answer(id, answer);
    return {};
  },
});

/** What such a scan needs; who asks may always ask who it is. */
const actionsFor = (wanted: Pick<ScanScope, 'checks' | 'bill'>): string[] =>
  actionsOf(chosenReads(wanted)).filter((action) => action !== 'sts:GetCallerIdentity');

const view = (profile: Profile) => ({
  ...profile,
  problem: profile.problem && { message: english(profile.problem), reason: profile.problem },
  signIn: signInCommand(profile),
});
