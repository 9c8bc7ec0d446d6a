import { z } from 'zod';
import { accessKeyLastUsed, accessKeys, users } from '../../collectors/iam.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince } from '../metrics.ts';
import { byOwner } from './owner.ts';

/** Neither its password nor any of its keys was ever used; IAM has tracked both since 2015. */
export const iamUserNeverUsed = check({
  id: 'iam-user-never-used',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: users,
  reads: [accessKeys, accessKeyLastUsed],
  parameters: z.object({ days: z.number().int().min(1).default(90) }),
  references: ['WA:SEC03-BP06', 'FSBP:IAM.8'],
  effort: 'S',
  fix: { cli: ({ name }) => `aws iam delete-user --user-name ${name}` },
  judge(user, { estate, now, parameters: { days } }) {
    const { PasswordLastUsed: password, CreateDate: created } = user.body;
    if (!created) return unknown('no-date');
    const age = daysSince(created, now);
    if (age < days) return notApplicable('too-young', { age, days });
    if (password) return pass('used', { used: password }, { seen: { PasswordLastUsed: password } });
    const keys = estate.index(accessKeys, byOwner).get(user.arn) ?? [];
    const used = keys
      .map((key) => key.get(accessKeyLastUsed)?.LastUsedDate)
      .filter((date) => date !== undefined)
      .sort()
      .at(-1);
    if (used) return pass('used', { used }, { seen: { LastUsedDate: used } });
    return fail('never-used', { age }, { seen: { CreateDate: created, keys: keys.length } });
  },
});
