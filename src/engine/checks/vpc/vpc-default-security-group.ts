import { securityGroups } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { revokeIngress } from './open-ports.ts';

export const vpcDefaultSecurityGroup = check({
  id: 'vpc-default-security-group',
  version: 1,
  aspect: 'networking',
  severity: 'medium',
  on: securityGroups,
  references: ['CIS-7.0:6.5', 'FSBP:EC2.2', 'WA:SEC05-BP02'],
  effort: 'S',
  fix: {
    cli: ({ body }) => revokeIngress(body.GroupId),
    terraform: () => 'resource "aws_default_security_group" "<name>" {\n  vpc_id = "<vpc>"\n}',
  },
  judge({ account, body }) {
    if (body.GroupName !== 'default') return notApplicable('not-default');
    if (body.OwnerId && body.OwnerId !== account) return notApplicable('shared', { owner: body.OwnerId });
    const inbound = body.IpPermissions?.length ?? 0;
    const outbound = body.IpPermissionsEgress?.length ?? 0;
    const seen = { VpcId: body.VpcId, inbound, outbound };
    return inbound + outbound === 0
      ? pass('closed', {}, { seen })
      : fail('has-rules', { inbound, outbound }, { seen });
  },
});
