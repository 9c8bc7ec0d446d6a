import { expect, test } from 'vitest';
import { vpcSecurityGroupAdminPorts } from '../../../../src/engine/checks/vpc/vpc-security-group-admin-ports.ts';
import { securityGroups } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const group = (...IpPermissions: object[]) =>
  estate().with(securityGroups, [{ GroupId: 'sg-1', IpPermissions }]);
const tcp = (port: number, ...cidrs: string[]) => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  IpRanges: cidrs.filter((cidr) => !cidr.includes(':')).map((CidrIp) => ({ CidrIp })),
  Ipv6Ranges: cidrs.filter((cidr) => cidr.includes(':')).map((CidrIpv6) => ({ CidrIpv6 })),
});

test('every open rule is a finding of its own, IPv4 and IPv6 apart', () => {
  const judged = group(tcp(22, '0.0.0.0/0', '::/0'), tcp(3389, '0.0.0.0/0'), tcp(443, '0.0.0.0/0')).judge(
    vpcSecurityGroupAdminPorts,
  );
  expect(judged.map(({ verdict }) => [verdict.status, verdict.subKey, verdict.parameters!.ports])).toEqual([
    ['fail', 'tcp/22-22/0.0.0.0/0', ['22 (SSH)']],
    ['fail', 'tcp/22-22/::/0', ['22 (SSH)']],
    ['fail', 'tcp/3389-3389/0.0.0.0/0', ['3389 (RDP)']],
  ]);
});

test('a wide range that spans the ports fails', () => {
  const verdict = group({ ...tcp(0, '0.0.0.0/0'), ToPort: 65_535 }).verdict(vpcSecurityGroupAdminPorts);
  expect(verdict.parameters).toMatchObject({ ports: ['22 (SSH)', '3389 (RDP)'], cidr: '0.0.0.0/0' });
});

test('two halves of the internet are the internet', () => {
  expect(group(tcp(22, '0.0.0.0/1', '128.0.0.0/1')).judge(vpcSecurityGroupAdminPorts)).toHaveLength(2);
});

test('SSH from an office, from another group or from a prefix list passes', () => {
  const verdict = group(tcp(22, '198.51.100.7/32'), {
    ...tcp(22),
    UserIdGroupPairs: [{ GroupId: 'sg-2' }],
    PrefixListIds: [{ PrefixListId: 'pl-1' }],
  }).verdict(vpcSecurityGroupAdminPorts);
  expect(verdict).toMatchObject({ status: 'pass', reason: 'closed' });
});

test('a group that another account shares is judged there', () => {
  const verdict = estate()
    .with(securityGroups, [
      { GroupId: 'sg-1', OwnerId: '999900001111', IpPermissions: [tcp(22, '0.0.0.0/0')] },
    ])
    .verdict(vpcSecurityGroupAdminPorts);
  expect(verdict).toMatchObject({ status: 'not-applicable', reason: 'shared' });
});

test('groups that could not be listed are unknown', () => {
  expect(group().without(securityGroups).verdict(vpcSecurityGroupAdminPorts).status).toBe('unknown');
});
