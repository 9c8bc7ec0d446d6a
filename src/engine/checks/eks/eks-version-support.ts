import { z } from 'zod';
import { clusters, clusterVersions } from '../../collectors/eks.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince } from '../metrics.ts';
import { byVersion, isLive } from './cluster-keys.ts';
import { CALENDAR_AS_OF, supportInCalendar } from './version-calendar.ts';

/**
 * Judged by the calendar that is shipped, because SecurityAudit does not allow DescribeClusterVersions; a version
 * that is younger than the calendar is asked of EKS. The reason says which of the two it was.
 */
export const eksVersionSupport = check({
  id: 'eks-version-support',
  version: 1,
  aspect: 'resources',
  severity: 'medium',
  on: clusters,
  reads: [clusterVersions],
  parameters: z.object({ noticeDays: z.number().int().min(0).default(60) }),
  references: ['FSBP:EKS.2', 'WA:SEC06-BP01', 'WA:COST10-BP02'],
  effort: 'L',
  fix: {
    cli: ({ name }) =>
      `aws eks update-cluster-version --name ${name} --kubernetes-version <next minor version>`,
    terraform: () => 'resource "aws_eks_cluster" "<name>" {\n  version = "<next minor version>"\n}',
  },
  judge(cluster, { estate, now, parameters: { noticeDays } }) {
    const { version = '', status = '', platformVersion } = cluster.body;
    if (!isLive(cluster)) return notApplicable('not-live', { status });
    const known = supportInCalendar(version);
    const said = known ? undefined : estate.index(clusterVersions, byVersion).get(version)?.[0]?.body;
    const standardUntil = known?.standardUntil ?? said?.endOfStandardSupportDate;
    const extendedUntil = known?.extendedUntil ?? said?.endOfExtendedSupportDate;
    if (!standardUntil || !extendedUntil) return unknown('no-dates', { version });
    const parameters = { version, standardUntil, extendedUntil, ...(known && { asOf: CALENDAR_AS_OF }) };
    const seen = { version, platformVersion };
    const by = (reason: string) => (known ? reason : `${reason}-by-aws`);
    const daysAfter = (date: string) => daysSince(date, now);
    if (daysAfter(extendedUntil) >= 0) return fail(by('unsupported'), parameters, { seen, severity: 'high' });
    if (daysAfter(standardUntil) >= 0) return fail(by('extended'), parameters, { seen });
    return -daysAfter(standardUntil) > noticeDays
      ? pass(by('standard'), parameters, { seen })
      : fail(by('ends-soon'), parameters, { seen, severity: 'low' });
  },
});
