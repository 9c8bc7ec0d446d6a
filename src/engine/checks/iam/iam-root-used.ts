import { z } from 'zod';
import { type CredentialReportEntry, credentialReport } from '../../collectors/iam.ts';
import { account } from '../../collectors/sts.ts';
import { check, fail, pass, unknown } from '../check.ts';
import type { Resource } from '../estate.ts';
import { daysSince } from '../metrics.ts';

const ROOT = '<root_account>';

const byUser = (row: Resource<CredentialReportEntry>) => row.body.user;

/** Only the credential report tells when root was used; without one that is still valid, nothing is said. */
export const iamRootUsed = check({
  id: 'iam-root-used',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: account,
  reads: [credentialReport],
  parameters: z.object({ days: z.number().int().min(1).default(30) }),
  references: ['CIS-7.0:2.7', 'WA:SEC01-BP02'],
  effort: 'M',
  judge(_account, { estate, now, parameters: { days } }) {
    const root = estate.index(credentialReport, byUser).get(ROOT)?.[0]?.body;
    if (!root) return unknown('not-in-report');
    const {
      password_last_used: password,
      access_key_1_last_used_date: key1,
      access_key_2_last_used_date: key2,
    } = root;
    const seen = {
      password_last_used: password,
      access_key_1_last_used_date: key1,
      access_key_2_last_used_date: key2,
    };
    // `N/A` and `no_information` are no dates.
    const used = [password, key1, key2]
      .filter((date) => date !== undefined && !Number.isNaN(Date.parse(date)))
      .sort()
      .at(-1);
    if (!used) return pass('never', { report: root.generated }, { seen });
    const since = daysSince(used, now);
    const parameters = { used, since, days };
    return since < days ? fail('used', parameters, { seen }) : pass('not-lately', parameters, { seen });
  },
});
