import { expect, test } from 'vitest';
import { vpcDefaultInUse } from '../../../../src/engine/checks/vpc/vpc-default-in-use.ts';
import { instances, vpcs } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const vpc = (IsDefault: boolean) => estate().with(vpcs, [{ VpcId: 'vpc-1', IsDefault }]);

test('a default VPC with instances fails and counts them', () => {
  const verdict = vpc(true)
    .with(instances, [
      { InstanceId: 'i-1', VpcId: 'vpc-1' },
      { InstanceId: 'i-2', VpcId: 'vpc-1' },
      { InstanceId: 'i-3', VpcId: 'vpc-2' },
    ])
    .verdict(vpcDefaultInUse);
  expect(verdict).toMatchObject({ status: 'fail', parameters: { instances: 2, first: 'i-1' } });
});

test('a terminated instance is not in it any more', () => {
  const page = {
    Reservations: [
      { Instances: [{ InstanceId: 'i-1', VpcId: 'vpc-1', State: { Name: 'terminated' as const } }] },
    ],
  };
  expect(vpc(true).with(instances, instances.items(page)).verdict(vpcDefaultInUse).status).toBe('pass');
});

test('an empty default VPC passes, another VPC is not applicable', () => {
  expect(vpc(true).with(instances, []).verdict(vpcDefaultInUse).status).toBe('pass');
  expect(vpc(false).with(instances, []).verdict(vpcDefaultInUse).status).toBe('not-applicable');
});

test.each([vpcs, instances])('without a read it is unknown', (read) => {
  expect(vpc(true).without(read).verdict(vpcDefaultInUse).status).toBe('unknown');
});
