import { z } from 'zod';
import { clusters, nodegroups } from '../../collectors/eks.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { byName } from './cluster-keys.ts';
import { minorOf } from './version-calendar.ts';

/** Kubernetes supports nodes up to three minor versions behind; one behind is the usual state during an upgrade. */
const SUPPORTED_SKEW = 3;

export const eksNodegroupVersionBehind = check({
  id: 'eks-nodegroup-version-behind',
  version: 1,
  aspect: 'resources',
  severity: 'low',
  on: nodegroups,
  reads: [clusters],
  parameters: z.object({ allowed: z.number().int().min(0).max(SUPPORTED_SKEW).default(1) }),
  references: ['WA:SEC06-BP01'],
  effort: 'M',
  fix: {
    cli: ({ body }) =>
      `aws eks update-nodegroup-version --cluster-name ${body.clusterName} --nodegroup-name ${body.nodegroupName}`,
  },
  judge(group, { estate, parameters: { allowed } }) {
    const { version = '', clusterName = '' } = group.body;
    const cluster = estate.index(clusters, byName).get(clusterName)?.[0]?.body.version ?? '';
    const behind = minorOf(cluster) - minorOf(version);
    if (Number.isNaN(behind)) return notApplicable('no-version');
    const parameters = { version, cluster, behind };
    const seen = { version, cluster };
    if (behind <= allowed) return pass('close', parameters, { seen });
    return behind > SUPPORTED_SKEW
      ? fail('unsupported', parameters, { seen, severity: 'high' })
      : fail('behind', parameters, { seen });
  },
});
