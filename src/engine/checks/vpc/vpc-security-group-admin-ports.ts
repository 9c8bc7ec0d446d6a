import { securityGroups } from '../../collectors/ec2.ts';
import { check } from '../check.ts';
import { type GuardedPort, judgeOpenPorts, revokeIngress } from './open-ports.ts';

const adminPorts: readonly GuardedPort[] = [
  { port: 22, service: 'SSH', protocols: ['tcp'] },
  { port: 3389, service: 'RDP', protocols: ['tcp', 'udp'] },
];

export const vpcSecurityGroupAdminPorts = check({
  id: 'vpc-security-group-admin-ports',
  version: 1,
  aspect: 'networking',
  severity: 'high',
  on: securityGroups,
  references: ['CIS-7.0:6.3', 'CIS-7.0:6.4', 'FSBP:EC2.19', 'WA:SEC05-BP02', 'HIPAA:164.312(e)(1)'],
  effort: 'S',
  fix: { cli: ({ body }) => revokeIngress(body.GroupId) },
  judge: (group) => judgeOpenPorts(group, adminPorts),
});
