import { FieldbookError } from '../../shared/contract/errors.ts';
import { policiesFor } from '../aws/policy.ts';
import { readProfiles } from '../aws/profiles.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { actionsOf, openGateway, sampleProfiles } from '../gateways.ts';
import { resolveAccounts } from '../snapshot/accounts.ts';
import { readPlan, regionsOf } from '../snapshot/plan.ts';
import { chosenReads } from './chosen-checks.ts';

export const awsHandlers = ({ options }: EngineContext): DomainHandlers<'aws'> => ({
  async profiles() {
    const sample = sampleProfiles.map((name) => ({
      name,
      kind: 'sample',
      region: 'us-east-1',
      roleArn: null,
      mfaSerial: null,
      endpointUrl: null,
      problem: null,
    }));
    try {
      return { profiles: [...(await readProfiles(options.env)), ...sample] };
    } catch (error) {
      // A machine without AWS files can still scan the sample estate.
      if (error instanceof FieldbookError && error.code === 'aws-config-missing') return { profiles: sample };
      throw error;
    }
  },

  async whoami({ profile }, { signal }) {
    const { gateway } = await openGateway(profile, [], options);
    try {
      const { account, caller } = await gateway.enter({ profile }, signal);
      return { account, arn: caller };
    } finally {
      gateway.close();
    }
  },

  async plan({ scope }, { signal }) {
    const reads = chosenReads(scope.checks);
    const { gateway } = await openGateway(scope.profiles[0]!, reads, options);
    try {
      const accounts = await resolveAccounts(scope, gateway, signal);
      const plan = readPlan(reads);
      const entered = accounts.filter((account) => !account.refused);
      const calls = plan.listings
        .filter((listing) => !listing.under)
        .flatMap((listing) =>
          entered.map((account) =>
            listing.scope === 'organization' && !account.management
              ? 0
              : regionsOf(listing, account.regions).length,
          ),
        )
        .reduce((sum, n) => sum + n, 0);
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
        calls,
        // No read of today's costs anything; Cost Explorer will be the first.
        paid: [],
      };
    } finally {
      gateway.close();
    }
  },

  policy({ checks: ids }) {
    const actions = actionsOf(chosenReads(ids)).filter((action) => action !== 'sts:GetCallerIdentity');
    return {
      policies: policiesFor(actions).map((policy) => JSON.parse(JSON.stringify(policy))),
      actions: actions.sort(),
    };
  },
});
