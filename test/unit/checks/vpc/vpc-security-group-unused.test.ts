import { expect, test } from 'vitest';
import { vpcSecurityGroupUnused } from '../../../../src/engine/checks/vpc/vpc-security-group-unused.ts';
import {
  launchTemplateDefault,
  launchTemplates,
  networkInterfaces,
  securityGroups,
} from '../../../../src/engine/collectors/ec2.ts';
import { services } from '../../../../src/engine/collectors/ecs.ts';
import { functions } from '../../../../src/engine/collectors/lambda.ts';
import { estate } from '../../../support/estate.ts';

const world = (...others: object[]) =>
  estate()
    .with(securityGroups, [{ GroupId: 'sg-1', GroupName: 'web' }, ...others])
    .with(networkInterfaces, [])
    .with(launchTemplates, [])
    .with(functions, [])
    .with(services, []);
const verdictOn = (subject: ReturnType<typeof world>) =>
  subject.judge(vpcSecurityGroupUnused).find((one) => one.subject.name === 'web')!.verdict;

test('a group that nothing names fails', () => {
  expect(verdictOn(world())).toMatchObject({ status: 'fail', reason: 'unused' });
});

test('a group that only names itself fails', () => {
  const itself = estate()
    .with(securityGroups, [
      { GroupId: 'sg-1', GroupName: 'web', IpPermissions: [{ UserIdGroupPairs: [{ GroupId: 'sg-1' }] }] },
    ])
    .with(networkInterfaces, []);
  expect(verdictOn(itself).status).toBe('fail');
});

test('a group on a network interface passes', () => {
  const used = world().with(networkInterfaces, [
    { NetworkInterfaceId: 'eni-1', Groups: [{ GroupId: 'sg-1' }] },
  ]);
  expect(verdictOn(used)).toMatchObject({
    status: 'pass',
    reason: 'on-interface',
    parameters: { interface: 'eni-1' },
  });
});

test.each(['IpPermissions', 'IpPermissionsEgress'])(
  'a group that the %s of another group name passes',
  (rules) => {
    const other = {
      GroupId: 'sg-2',
      GroupName: 'db',
      [rules]: [{ UserIdGroupPairs: [{ GroupId: 'sg-1' }] }],
    };
    expect(verdictOn(world(other))).toMatchObject({
      status: 'pass',
      reason: 'in-rule',
      parameters: { group: 'db' },
    });
  },
);

test.each([
  { SecurityGroupIds: ['sg-1'] },
  { SecurityGroups: ['web'] },
  { NetworkInterfaces: [{ Groups: ['sg-1'] }] },
])('a group that a launch template gives by %j passes', (data) => {
  const used = world()
    .with(launchTemplates, [{ LaunchTemplateId: 'lt-1', LaunchTemplateName: 'fleet' }])
    .facet(launchTemplateDefault, 'fleet', { LaunchTemplateData: { UserData: null, ...data } });
  expect(verdictOn(used)).toMatchObject({
    status: 'pass',
    reason: 'in-template',
    parameters: { template: 'fleet' },
  });
});

test('a group of a function that is seldom called passes, though it has no interface', () => {
  const used = world().with(functions, [
    { FunctionName: 'nightly', VpcConfig: { SecurityGroupIds: ['sg-1'] } },
  ]);
  expect(verdictOn(used)).toMatchObject({ status: 'pass', reason: 'in-function' });
});

test('a group of a service without tasks passes', () => {
  const used = world().with(services, [
    {
      serviceArn: 'arn:aws:ecs:us-east-1:111122223333:service/main/api',
      serviceName: 'api',
      networkConfiguration: { awsvpcConfiguration: { subnets: [], securityGroups: ['sg-1'] } },
    },
  ]);
  expect(verdictOn(used)).toMatchObject({ status: 'pass', reason: 'in-service' });
});

test('a default group and one of another account are not applicable', () => {
  const judge = (group: object) =>
    estate()
      .with(securityGroups, [{ GroupId: 'sg-1', ...group }])
      .verdict(vpcSecurityGroupUnused).reason;
  expect(judge({ GroupName: 'default' })).toBe('default');
  expect(judge({ OwnerId: '999900001111' })).toBe('shared');
});

test.each([networkInterfaces, launchTemplates, functions, services])(
  'without a place to look, a group that nothing else names is unknown',
  (read) => {
    expect(verdictOn(world().without(read)).status).toBe('unknown');
  },
);

test('an interface that was seen settles it, and nothing else is asked for', () => {
  const used = world().with(networkInterfaces, [
    { NetworkInterfaceId: 'eni-1', Groups: [{ GroupId: 'sg-1' }] },
  ]);
  expect(verdictOn(used.without(launchTemplates).without(functions)).status).toBe('pass');
});
