import { clusters, clusterVersions } from '../../collectors/eks.ts';
import { extendedSupportSurcharge } from '../../pricing/eks.ts';
import { micros, saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { byVersion, isLive } from './cluster-keys.ts';

/**
 * The surcharge follows from what EKS says of the version. `upgradePolicy.supportType` only says what becomes of the
 * cluster at the end of standard support: EXTENDED on a version in standard support costs nothing.
 */
export const eksExtendedSupport = check({
  id: 'eks-extended-support',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'medium',
  on: clusters,
  reads: [clusterVersions],
  references: ['WA:COST10-BP02', 'FSBP:EKS.2'],
  effort: 'L',
  fix: {
    cli: ({ name }) =>
      `aws eks update-cluster-version --name ${name} --kubernetes-version <next minor version>`,
    terraform: () => 'resource "aws_eks_cluster" "<name>" {\n  version = "<next minor version>"\n}',
  },
  judge(cluster, { estate, prices }) {
    const { version = '', status = '', upgradePolicy, outpostConfig } = cluster.body;
    if (!isLive(cluster)) return notApplicable('not-live', { status });
    if (outpostConfig) return notApplicable('on-outpost');
    const said = estate.index(clusterVersions, byVersion).get(version)?.[0]?.body;
    const support = said?.versionStatus;
    if (!said || !support) return unknown('not-listed', { version });
    const { endOfStandardSupportDate: standardUntil = '', endOfExtendedSupportDate: extendedUntil = '' } =
      said;
    const seen = { version, versionStatus: support, supportType: upgradePolicy?.supportType };
    if (support === 'UNSUPPORTED') return notApplicable('past-extended', { version }, { seen });
    if (support === 'STANDARD_SUPPORT') {
      const then =
        upgradePolicy?.supportType === 'STANDARD' ? 'standard-then-upgrade' : 'standard-then-extended';
      return pass(then, { version, standardUntil }, { seen });
    }
    const surcharge = extendedSupportSurcharge(prices, cluster.region);
    if (!surcharge)
      return fail('price-unknown', { version, extendedUntil, region: cluster.region }, { seen });
    return fail(
      'charged',
      { version, extendedUntil, cost: micros(surcharge.monthly) },
      {
        seen,
        saving: saving(prices, surcharge.monthly, {
          basis: `EKS control plane at ${surcharge.extended} instead of ${surcharge.standard} an hour, 730 hours`,
          effort: 'L',
          restart: true,
          confidence: 'high',
          action: 'migrate',
        }),
      },
    );
  },
});
