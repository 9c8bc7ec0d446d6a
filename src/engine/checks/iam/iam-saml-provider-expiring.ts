import { z } from 'zod';
import { samlProviders } from '../../collectors/iam.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { daysSince } from '../metrics.ts';

/** After ValidUntil nobody signs in through the provider any more. */
export const iamSamlProviderExpiring = check({
  id: 'iam-saml-provider-expiring',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: samlProviders,
  parameters: z.object({ noticeDays: z.number().int().min(0).default(30) }),
  references: ['WA:SEC02-BP04'],
  effort: 'S',
  fix: {
    cli: ({ arn }) =>
      `aws iam update-saml-provider --saml-provider-arn ${arn} --saml-metadata-document file://<metadata>.xml`,
  },
  judge(provider, { now, parameters: { noticeDays } }) {
    const { ValidUntil: until } = provider.body;
    if (!until) return notApplicable('no-end');
    const seen = { ValidUntil: until };
    if (Date.parse(until) <= now.getTime()) return fail('expired', { until }, { seen });
    return -daysSince(until, now) > noticeDays
      ? pass('valid', { until }, { seen })
      : fail('expires-soon', { until }, { seen });
  },
});
