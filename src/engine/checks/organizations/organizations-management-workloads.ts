import { instances } from '../../collectors/ec2.ts';
import { services } from '../../collectors/ecs.ts';
import { clusters } from '../../collectors/eks.ts';
import { membership } from '../../collectors/organizations.ts';
import { dbInstances } from '../../collectors/rds.ts';
import type { AnyListing } from '../../collectors/read.ts';
import { account } from '../../collectors/sts.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** Functions are left out: landing zones run theirs in the management account. */
const workloads: readonly { kind: string; listing: AnyListing }[] = [
  { kind: 'EC2', listing: instances },
  { kind: 'ECS', listing: services },
  { kind: 'EKS', listing: clusters },
  { kind: 'RDS', listing: dbInstances },
];

/** No control policy binds the management account, so what runs there runs without guardrails. */
export const organizationsManagementWorkloads = check({
  id: 'organizations-management-workloads',
  version: 1,
  aspect: 'dimension',
  severity: 'medium',
  on: account,
  reads: [membership, instances, services, clusters, dbInstances],
  references: ['CIS-7.0:2.1.3', 'WA:SEC01-BP01'],
  effort: 'L',
  judge(subject, { estate }) {
    const organization = subject.get(membership);
    if (!organization) return notApplicable('no-organization');
    if (organization.MasterAccountId !== subject.account) return notApplicable('member');
    const regions = estate.regions();
    const found = workloads.flatMap(({ kind, listing }) => {
      const total = regions.reduce(
        (sum, region) => sum + estate.list(listing, { account: subject.account, region }).length,
        0,
      );
      return total > 0 ? [{ kind, total }] : [];
    });
    if (found.length === 0) return pass('none', { regions: regions.length });
    const kinds = found.map(({ kind, total }) => `${total} ${kind}`);
    return fail(
      'workloads',
      { kinds },
      { seen: Object.fromEntries(found.map(({ kind, total }) => [kind, total])) },
    );
  },
});
