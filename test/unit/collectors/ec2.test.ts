import { expect, test } from 'vitest';
import * as ec2 from '../../../src/engine/collectors/ec2.ts';
import { at, type Found, type Listing, redactor } from '../../../src/engine/collectors/read.ts';
import { redactUserData } from '../../../src/engine/collectors/user-data.ts';
import { ACCOUNT, NOW, REGION } from '../../support/estate.ts';

const here = at({ account: ACCOUNT, region: REGION }, 'aws', NOW);
const salted = redactor('test');
const arnOf = <B>(listing: Listing<B>, item: B) => listing.store(item, here, salted).arn;
const encode = (text: string) => Buffer.from(text).toString('base64');

test('instances of all reservations are listed, those that are gone are not', () => {
  const page = {
    Reservations: [
      { Instances: [{ InstanceId: 'i-1', State: { Name: 'running' } }] },
      {
        Instances: [
          { InstanceId: 'i-2', State: { Name: 'stopped' } },
          { InstanceId: 'i-3', State: { Name: 'shutting-down' } },
          { InstanceId: 'i-4', State: { Name: 'terminated' } },
        ],
      },
      {},
    ],
  };
  expect(ec2.instances.items(page).map(({ InstanceId }) => InstanceId)).toEqual(['i-1', 'i-2']);
});

test('NAT gateways that are deleted are not listed', () => {
  const page = {
    NatGateways: [
      { NatGatewayId: 'nat-1', State: 'deleted' },
      { NatGatewayId: 'nat-2', State: 'available' },
    ],
  };
  expect(ec2.natGateways.items(page).map(({ NatGatewayId }) => NatGatewayId)).toEqual(['nat-2']);
});

test('ARNs are those of IAM: snapshots and images without an account, shared networks with that of their owner', () => {
  expect(arnOf(ec2.instances, { InstanceId: 'i-1' })).toBe('arn:aws:ec2:us-east-1:111122223333:instance/i-1');
  expect(arnOf(ec2.snapshots, { SnapshotId: 'snap-1' })).toBe('arn:aws:ec2:us-east-1::snapshot/snap-1');
  expect(arnOf(ec2.images, { ImageId: 'ami-1' })).toBe('arn:aws:ec2:us-east-1::image/ami-1');
  expect(arnOf(ec2.vpcs, { VpcId: 'vpc-1', OwnerId: '999900001111' })).toBe(
    'arn:aws:ec2:us-east-1:999900001111:vpc/vpc-1',
  );
  expect(arnOf(ec2.vpcs, { VpcId: 'vpc-1' })).toBe('arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1');
});

test('a region is asked for once and stands in itself', () => {
  const everywhere = at({ account: ACCOUNT, region: 'global' }, 'aws', NOW);
  expect(ec2.regions.scope).toBe('global');
  expect(ec2.regions.store({ RegionName: 'eu-west-1' }, everywhere, salted)).toMatchObject({
    arn: 'arn:aws:ec2:eu-west-1:111122223333:region/eu-west-1',
    name: 'eu-west-1',
    region: 'eu-west-1',
  });
});

test('only own snapshots and images are asked for', () => {
  expect(ec2.snapshots.inputs(here)).toEqual([{ OwnerIds: ['self'], MaxResults: 1000 }]);
  expect(ec2.publicSnapshots.inputs(here)[0]).toMatchObject({
    OwnerIds: ['self'],
    RestorableByUserIds: ['all'],
  });
  expect(ec2.images.inputs(here)[0]).toMatchObject({ Owners: ['self'] });
});

test('ids of reads and types of resources are told apart', () => {
  const reads = Object.values(ec2).filter((one) => 'kind' in one);
  expect(new Set(reads.map(({ id }) => id)).size).toBe(reads.length);
  const types = reads.flatMap((read) => (read.kind === 'listing' ? [read.type] : []));
  expect(new Set(types).size).toBe(types.length);
});

const found = (state: string): Found<never> => ({
  account: ACCOUNT,
  region: REGION,
  type: 'AWS::EC2::Instance',
  arn: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
  name: 'i-1',
  body: { InstanceId: 'i-1', State: { Name: state } } as never,
});

test('metrics of an instance are asked for while it runs, for fourteen days, a point a day', () => {
  expect(ec2.instanceCpu.when(found('running'))).toBe(true);
  expect(ec2.instanceCpu.when(found('stopped'))).toBe(false);
  expect(ec2.instanceCpu.input([found('running')], here)).toEqual({
    Namespace: 'AWS/EC2',
    MetricName: 'CPUUtilization',
    Dimensions: [{ Name: 'InstanceId', Value: 'i-1' }],
    StartTime: new Date('2026-10-19T08:00:00Z'),
    EndTime: NOW,
    Period: 86_400,
    Statistics: ['Maximum'],
  });
});

test('the default version of a launch template is kept without a line of its user data', () => {
  const template = { arn: 'arn:lt' } as Found<never>;
  const script = '#!/bin/bash\nexport DB_PASSWORD="correct-horse"\necho done\n';
  const answer = {
    LaunchTemplateVersions: [
      { VersionNumber: 3, LaunchTemplateData: { ImageId: 'ami-1', UserData: encode(script) } },
    ],
  };
  const kept = ec2.launchTemplateDefault.collect(answer, [template], here, salted).get('arn:lt');
  expect(kept).toMatchObject({
    VersionNumber: 3,
    LaunchTemplateData: {
      ImageId: 'ami-1',
      UserData: { length: script.length, assignments: [{ name: 'DB_PASSWORD', credential: 'named-secret' }] },
    },
  });
  for (const secret of ['correct-horse', 'echo', encode(script)])
    expect(JSON.stringify(kept)).not.toContain(secret);
});

test('a template without a default version has none', () => {
  const template = { arn: 'arn:lt' } as Found<never>;
  expect(ec2.launchTemplateDefault.collect({}, [template], here, salted).get('arn:lt')).toBeNull();
});

test.each([
  ['a shell assignment', 'API_TOKEN=abcdef123456', ['API_TOKEN']],
  ['a quoted export', "  export DB_PASSWORD='s3cret-value'", ['DB_PASSWORD']],
  ['PowerShell', '$env:DB_PASSWORD = "s3cret-value"', ['DB_PASSWORD']],
  ['YAML of cloud-init', 'users:\n  - name: app\n    password: s3cret-value', ['password']],
  ['JSON', '{\n  "api_key": "abcdef123456"\n}', ['api_key']],
  ['a value that is fetched', 'DB_PASSWORD=$(aws ssm get-parameter --name /db)', []],
  ['a value from the environment', 'DB_PASSWORD="$SECRET"', []],
  ['a path to a parameter', 'DB_PASSWORD_PATH=/prod/db/password', []],
  ['an ordinary setting', 'LOG_LEVEL=information', []],
])('of user data with %s these look like credentials', (_what, text, names) => {
  expect(redactUserData(encode(text), salted)!.assignments.map(({ name }) => name)).toEqual(names);
});

test('compressed user data is kept as its length and hash', () => {
  const gzip = Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]).toString('base64');
  expect(redactUserData(gzip, salted)).toMatchObject({
    compressed: true,
    length: 6,
    assignments: [],
    credential: null,
  });
  expect(redactUserData(undefined, salted)).toBeNull();
});
