import { securityGroups } from '../../collectors/ec2.ts';
import { check } from '../check.ts';
import { type GuardedPort, judgeOpenPorts, revokeIngress } from './open-ports.ts';

const databasePorts: readonly GuardedPort[] = [
  { port: 1433, service: 'SQL Server', protocols: ['tcp'] },
  { port: 1521, service: 'Oracle', protocols: ['tcp'] },
  { port: 3306, service: 'MySQL', protocols: ['tcp'] },
  { port: 5432, service: 'PostgreSQL', protocols: ['tcp'] },
  { port: 6379, service: 'Redis', protocols: ['tcp'] },
  { port: 9200, service: 'OpenSearch', protocols: ['tcp'] },
  // Answers over UDP too, which is how it is abused to flood others.
  { port: 11211, service: 'Memcached', protocols: ['tcp', 'udp'] },
  { port: 27017, service: 'MongoDB', protocols: ['tcp'] },
];

export const vpcSecurityGroupDatabasePorts = check({
  id: 'vpc-security-group-database-ports',
  version: 1,
  aspect: 'networking',
  severity: 'high',
  on: securityGroups,
  references: ['FSBP:EC2.19', 'WA:SEC05-BP02', 'HIPAA:164.312(e)(1)'],
  effort: 'S',
  fix: { cli: ({ body }) => revokeIngress(body.GroupId) },
  judge: (group) => judgeOpenPorts(group, databasePorts),
});
