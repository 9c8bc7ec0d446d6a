import { securityGroups } from '../../collectors/ec2.ts';
import { check } from '../check.ts';
import { judgeOpenPorts, revokeIngress } from './open-ports.ts';

export const vpcSecurityGroupFileSharing = check({
  id: 'vpc-security-group-file-sharing',
  version: 1,
  aspect: 'networking',
  severity: 'high',
  on: securityGroups,
  references: ['CIS-7.0:6.1.2', 'FSBP:EC2.19', 'WA:SEC05-BP02', 'HIPAA:164.312(e)(1)'],
  effort: 'S',
  fix: { cli: ({ body }) => revokeIngress(body.GroupId) },
  judge: (group) => judgeOpenPorts(group, [{ port: 445, service: 'SMB', protocols: ['tcp'] }]),
});
