import { z } from 'zod';
import { serverCertificates } from '../../collectors/iam.ts';
import { check, fail, pass, unknown } from '../check.ts';
import { daysSince } from '../metrics.ts';

/** IAM neither renews a certificate nor warns of its end; ACM does both. */
export const iamServerCertificateExpired = check({
  id: 'iam-server-certificate-expired',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: serverCertificates,
  parameters: z.object({ noticeDays: z.number().int().min(0).default(30) }),
  references: ['CIS-7.0:2.17', 'WA:SEC09-BP01'],
  effort: 'S',
  fix: { cli: ({ name }) => `aws iam delete-server-certificate --server-certificate-name ${name}` },
  judge(certificate, { now, parameters: { noticeDays } }) {
    const { Expiration: until } = certificate.body;
    if (!until) return unknown('no-date');
    const seen = { Expiration: until };
    if (Date.parse(until) <= now.getTime()) return fail('expired', { until }, { seen });
    return -daysSince(until, now) > noticeDays
      ? pass('valid', { until }, { seen })
      : fail('expires-soon', { until }, { seen, severity: 'low' });
  },
});
