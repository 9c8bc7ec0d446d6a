import { expect, test } from 'vitest';
import { vpcSecurityGroupFileSharing } from '../../../../src/engine/checks/vpc/vpc-security-group-file-sharing.ts';
import { securityGroups } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const group = (port: number, OwnerId = '111122223333') =>
  estate().with(securityGroups, [
    {
      GroupId: 'sg-1',
      OwnerId,
      IpPermissions: [
        { IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
      ],
    },
  ]);

test('port 445 open to the internet fails', () => {
  expect(group(445).verdict(vpcSecurityGroupFileSharing)).toMatchObject({
    status: 'fail',
    parameters: { ports: ['445 (SMB)'] },
  });
});

test('another port passes', () => {
  expect(group(443).verdict(vpcSecurityGroupFileSharing).status).toBe('pass');
});

test('a shared group is not applicable, and groups that could not be listed are unknown', () => {
  expect(group(445, '999900001111').verdict(vpcSecurityGroupFileSharing).status).toBe('not-applicable');
  expect(group(445).without(securityGroups).verdict(vpcSecurityGroupFileSharing).status).toBe('unknown');
});
