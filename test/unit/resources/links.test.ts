import { describe, expect, test } from 'vitest';
import { reads } from '../../../src/engine/collectors/index.ts';
import { LinksBuilder } from '../../../src/engine/resources/links.ts';
import { named, namesOf } from '../../../src/engine/resources/naming.ts';
import { relations } from '../../../src/engine/resources/relations.ts';
import type { JsonValue } from '../../../src/shared/model/json.ts';

const HERE = { account: '111122223333', region: 'us-east-1' };
const ec2 = (rest: string, place = HERE) => `arn:aws:ec2:${place.region}:${place.account}:${rest}`;

interface Some {
  type: string;
  arn: string;
  body?: JsonValue;
  facets?: Record<string, JsonValue>;
  account?: string;
  region?: string;
}

/** Who names whom, in words. */
function linksAmong(...some: Some[]): string[] {
  const builder = new LinksBuilder();
  for (const one of some) builder.know({ ...HERE, ...one });
  for (const [number, { arn, body = {}, facets = {} }] of some.entries())
    builder.add(number, { arn, body, facets: new Map(Object.entries(facets)) });
  const links = builder.build();
  const said = some.flatMap((_, number) =>
    links.out(number).map(({ from, as, to }) => `${short(some[from]!)} ${as} ${short(some[to]!)}`),
  );
  // What is told from the one side is told from the other.
  expect(some.flatMap((_, number) => links.in(number))).toHaveLength(said.length);
  return said.sort();
}
const short = ({ arn }: Some) => namesOf(arn).at(-1)!;

test('an instance, its groups, subnet, VPC, volumes and image', () => {
  expect(
    linksAmong(
      {
        type: 'AWS::EC2::Instance',
        arn: ec2('instance/i-1'),
        body: {
          ImageId: 'ami-1',
          VpcId: 'vpc-1',
          SubnetId: 'subnet-1',
          SecurityGroups: [{ GroupId: 'sg-1' }, { GroupId: 'sg-gone' }],
          NetworkInterfaces: [{ Groups: [{ GroupId: 'sg-1' }], SubnetId: 'subnet-1' }],
          BlockDeviceMappings: [{ Ebs: { VolumeId: 'vol-1' } }, {}],
        },
      },
      { type: 'AWS::EC2::SecurityGroup', arn: ec2('security-group/sg-1'), body: { VpcId: 'vpc-1' } },
      { type: 'AWS::EC2::Subnet', arn: ec2('subnet/subnet-1'), body: { VpcId: 'vpc-1' } },
      { type: 'AWS::EC2::VPC', arn: ec2('vpc/vpc-1') },
      { type: 'AWS::EC2::Volume', arn: ec2('volume/vol-1') },
      { type: 'AWS::EC2::Image', arn: 'arn:aws:ec2:us-east-1::image/ami-1' },
    ),
  ).toEqual([
    'i-1 in-subnet subnet-1',
    'i-1 in-vpc vpc-1',
    'i-1 made-from ami-1',
    'i-1 protected-by sg-1',
    'i-1 uses-volume vol-1',
    'sg-1 in-vpc vpc-1',
    'subnet-1 in-vpc vpc-1',
  ]);
});

test('a facet names others too, and a list may be one text', () => {
  const function_ = 'arn:aws:lambda:us-east-1:111122223333:function:mail';
  expect(
    linksAmong(
      {
        type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
        arn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/1',
        facets: { TargetHealth: [{ Target: { Id: function_ } }] },
      },
      { type: 'AWS::Lambda::Function', arn: function_ },
      {
        type: 'AWS::AutoScaling::AutoScalingGroup',
        arn: 'arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:uuid:autoScalingGroupName/web',
        body: { VPCZoneIdentifier: 'subnet-1, subnet-2' },
      },
      { type: 'AWS::EC2::Subnet', arn: ec2('subnet/subnet-1') },
      { type: 'AWS::EC2::Subnet', arn: ec2('subnet/subnet-2') },
    ),
  ).toEqual(['1 targets mail', 'web in-subnet subnet-1', 'web in-subnet subnet-2']);
});

describe('a name that is unique in its place only', () => {
  const nodegroup: Some = {
    type: 'AWS::EKS::Nodegroup',
    arn: 'arn:aws:eks:us-east-1:111122223333:nodegroup/main/general/1',
    body: { clusterName: 'main' },
  };
  const cluster = (account: string, region: string): Some => ({
    type: 'AWS::EKS::Cluster',
    arn: `arn:aws:eks:${region}:${account}:cluster/main`,
    account,
    region,
  });

  test('means the one of its own account and region', () => {
    expect(linksAmong(cluster('999988887777', 'us-east-1'), nodegroup)).toEqual([]);
    expect(linksAmong(cluster(HERE.account, 'eu-west-1'), nodegroup)).toEqual([]);
    expect(linksAmong(cluster(HERE.account, HERE.region), nodegroup)).toEqual(['1 part-of main']);
  });

  test('while an ARN or an id reaches another account', () => {
    const key = 'arn:aws:kms:us-east-1:999988887777:key/k-1';
    expect(
      linksAmong(
        { type: 'AWS::EC2::Volume', arn: ec2('volume/vol-1'), body: { KmsKeyId: key } },
        { type: 'AWS::KMS::Key', arn: key, account: '999988887777' },
      ),
    ).toEqual(['vol-1 encrypted-by k-1']);
  });
});

test('a resource that names itself has no neighbour for it', () => {
  const body = { IpPermissions: [{ UserIdGroupPairs: [{ GroupId: 'sg-1' }] }] };
  expect(linksAmong({ type: 'AWS::EC2::SecurityGroup', arn: ec2('security-group/sg-1'), body })).toEqual([]);
});

test('an alarm watches by the dimension that names the kind of thing', () => {
  const watches = relations.find(({ as, to }) => as === 'watches' && to === 'AWS::RDS::DBInstance')!;
  const body = {
    Dimensions: [
      { Name: 'FunctionName', Value: 'claims' },
      { Name: 'DBInstanceIdentifier', Value: 'claims-db' },
    ],
  };
  expect([...named({ arn: 'arn:x', body, facets: new Map() }, watches)]).toEqual(['claims-db']);
});

test('a body of another shape than expected names nobody', () => {
  for (const relation of relations)
    for (const body of [null, 'text', 7, [], { SecurityGroups: 'x', Routes: {}, Dimensions: [null] }])
      expect(() => named({ arn: 'arn:x', body, facets: new Map() }, relation)).not.toThrow();
});

test('every relation is between types that are read, and every facet in it is one', () => {
  const types = new Set(reads.flatMap((read) => (read.kind === 'listing' ? [read.type] : [])));
  const facets = new Set(
    reads.flatMap((read) => (read.kind === 'facet' ? [`${read.of.type} ${read.name}`] : [])),
  );
  for (const { from, to, paths } of relations) {
    expect(types).toContain(from);
    expect(types).toContain(to);
    for (const path of paths)
      if (path.includes(':')) expect(facets).toContain(`${from} ${path.slice(0, path.indexOf(':'))}`);
  }
});
