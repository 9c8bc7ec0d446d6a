import { expect, test } from 'vitest';
import { vpcSecurityGroupDatabasePorts } from '../../../../src/engine/checks/vpc/vpc-security-group-database-ports.ts';
import { securityGroups } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const group = (protocol: string, from: number, to: number, CidrIp = '0.0.0.0/0', more: object = {}) =>
  estate().with(securityGroups, [
    {
      GroupId: 'sg-1',
      IpPermissions: [{ IpProtocol: protocol, FromPort: from, ToPort: to, IpRanges: [{ CidrIp }] }],
      ...more,
    },
  ]);

test.each([1433, 1521, 3306, 5432, 6379, 9200, 11_211, 27_017])(
  'port %i open to the internet fails',
  (port) => {
    expect(group('tcp', port, port).verdict(vpcSecurityGroupDatabasePorts)).toMatchObject({
      status: 'fail',
      reason: 'open',
      subKey: `tcp/${port}-${port}/0.0.0.0/0`,
    });
  },
);

test('Memcached counts over UDP too, MySQL does not', () => {
  expect(group('udp', 11_211, 11_211).verdict(vpcSecurityGroupDatabasePorts).status).toBe('fail');
  expect(group('udp', 3306, 3306).verdict(vpcSecurityGroupDatabasePorts).status).toBe('pass');
});

test('a database that a private network reaches passes', () => {
  expect(group('tcp', 5432, 5432, '10.0.0.0/8').verdict(vpcSecurityGroupDatabasePorts).status).toBe('pass');
});

test('a group that another account shares is judged there', () => {
  const shared = group('tcp', 3306, 3306, '0.0.0.0/0', { OwnerId: '999900001111' });
  expect(shared.verdict(vpcSecurityGroupDatabasePorts).status).toBe('not-applicable');
});

test('groups that could not be listed are unknown', () => {
  expect(group('tcp', 1, 1).without(securityGroups).verdict(vpcSecurityGroupDatabasePorts).status).toBe(
    'unknown',
  );
});
