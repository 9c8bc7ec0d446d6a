import { expect, test } from 'vitest';
import { organizationsManagementWorkloads } from '../../../../src/engine/checks/organizations/organizations-management-workloads.ts';
import { instances } from '../../../../src/engine/collectors/ec2.ts';
import { clusters } from '../../../../src/engine/collectors/eks.ts';
import { membership } from '../../../../src/engine/collectors/organizations.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { account } from '../../../../src/engine/collectors/sts.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';

const managedBy = (MasterAccountId: string | null) =>
  estate()
    .with(account, [{ Account: ACCOUNT }])
    .facet(membership, ACCOUNT, MasterAccountId === null ? null : { Id: 'o-1', MasterAccountId });

test('instances and clusters of any region in the management account fail', () => {
  const busy = managedBy(ACCOUNT)
    .with(instances, [{ InstanceId: 'i-1' }, { InstanceId: 'i-2' }])
    .with(clusters, [{ name: 'shop', arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/shop' }], {
      region: 'eu-west-1',
    });
  expect(busy.verdict(organizationsManagementWorkloads)).toMatchObject({
    status: 'fail',
    parameters: { kinds: ['2 EC2', '1 EKS'] },
  });
});

test('a management account that runs nothing passes', () => {
  expect(managedBy(ACCOUNT).verdict(organizationsManagementWorkloads)).toMatchObject({
    status: 'pass',
    parameters: { regions: 1 },
  });
});

test('members and accounts without an organization are not applicable', () => {
  const member = managedBy('444455556666').with(instances, [{ InstanceId: 'i-1' }]);
  expect(member.verdict(organizationsManagementWorkloads).reason).toBe('member');
  expect(managedBy(null).verdict(organizationsManagementWorkloads).reason).toBe('no-organization');
});

test.each([[membership], [instances], [dbInstances]])('without $id the verdict is unknown', (read) => {
  expect(managedBy(ACCOUNT).without(read).verdict(organizationsManagementWorkloads)).toMatchObject({
    status: 'unknown',
    missing: [{ read: read.id }],
  });
});
