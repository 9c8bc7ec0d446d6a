import { expect, test } from 'vitest';
import { vpcFlowLogs } from '../../../../src/engine/checks/vpc/vpc-flow-logs.ts';
import { flowLogs, vpcs } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const vpc = (...logs: object[]) =>
  estate()
    .with(vpcs, [{ VpcId: 'vpc-1', OwnerId: '111122223333' }])
    .with(
      flowLogs,
      logs.map((log) => ({ FlowLogId: 'fl-1', ResourceId: 'vpc-1', FlowLogStatus: 'ACTIVE', ...log })),
    );

test('a VPC without a flow log fails', () => {
  expect(vpc().verdict(vpcFlowLogs)).toMatchObject({ status: 'fail', reason: 'none' });
});

test('a flow log of a subnet is not one of the VPC', () => {
  expect(vpc({ ResourceId: 'subnet-1' }).verdict(vpcFlowLogs).reason).toBe('none');
});

test('a VPC with a working flow log passes', () => {
  expect(vpc({ TrafficType: 'REJECT', DeliverLogsStatus: 'SUCCESS' }).verdict(vpcFlowLogs)).toMatchObject({
    status: 'pass',
    parameters: { id: 'fl-1', traffic: 'REJECT' },
  });
});

test('an active flow log whose delivery fails is none', () => {
  const broken = { DeliverLogsStatus: 'FAILED', DeliverLogsErrorMessage: 'Access error' };
  expect(vpc(broken).verdict(vpcFlowLogs)).toMatchObject({
    status: 'fail',
    reason: 'not-delivered',
    parameters: { id: 'fl-1', error: 'Access error' },
  });
  expect(vpc(broken, { FlowLogId: 'fl-2' }).verdict(vpcFlowLogs).status).toBe('pass');
});

test('a VPC that another account shares is not applicable: its logs are not shown here', () => {
  const verdict = estate()
    .with(vpcs, [{ VpcId: 'vpc-1', OwnerId: '999900001111' }])
    .with(flowLogs, [])
    .verdict(vpcFlowLogs);
  expect(verdict).toMatchObject({ status: 'not-applicable', reason: 'shared' });
});

test.each([vpcs, flowLogs])('without a read it is unknown', (read) => {
  expect(vpc({}).without(read).verdict(vpcFlowLogs).status).toBe('unknown');
});
