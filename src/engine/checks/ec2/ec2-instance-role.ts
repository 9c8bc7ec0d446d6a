import { instances } from '../../collectors/ec2.ts';
import { check, fail, pass } from '../check.ts';

export const ec2InstanceRole = check({
  id: 'ec2-instance-role',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: instances,
  references: ['CIS-7.0:2.16', 'WA:SEC02-BP02'],
  effort: 'M',
  fix: {
    cli: ({ body }) =>
      `aws ec2 associate-iam-instance-profile --instance-id ${body.InstanceId} --iam-instance-profile Name=<profile>`,
  },
  judge({ body }) {
    const profile = body.IamInstanceProfile?.Arn;
    return profile
      ? pass('has-role', { profile })
      : fail('no-role', {}, { seen: { State: body.State?.Name } });
  },
});
