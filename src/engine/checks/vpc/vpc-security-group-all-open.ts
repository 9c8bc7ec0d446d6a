import { securityGroups } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { revokeIngress } from './open-ports.ts';
import { allowsAll, openRules } from './open-rules.ts';

export const vpcSecurityGroupAllOpen = check({
  id: 'vpc-security-group-all-open',
  version: 1,
  aspect: 'networking',
  severity: 'high',
  on: securityGroups,
  references: ['FSBP:EC2.18', 'FSBP:EC2.19', 'WA:SEC05-BP02', 'HIPAA:164.312(e)(1)'],
  effort: 'S',
  fix: { cli: ({ body }) => revokeIngress(body.GroupId) },
  judge({ account, body }) {
    if (body.OwnerId && body.OwnerId !== account) return notApplicable('shared', { owner: body.OwnerId });
    const open = openRules(body).filter(allowsAll);
    if (open.length === 0) return pass('closed');
    return open.map(({ protocol, cidr, subKey, from, to }) => {
      const details = { subKey, seen: { IpProtocol: protocol, FromPort: from, ToPort: to, Cidr: cidr } };
      return protocol === '-1'
        ? fail('all-protocols', { cidr }, details)
        : fail('all-ports', { protocol, cidr }, details);
    });
  },
});
