import { describe, expect, test } from 'vitest';
import { regions } from '../../../src/engine/sample/estate/accounts.ts';
import { sampleEstate, sampleWorld } from '../../../src/engine/sample/index.ts';
import type { Kinds, Site } from '../../../src/engine/sample/world.ts';

const signal = new AbortController().signal;

describe.each(['before', 'after'] as const)('in the estate %s', (state) => {
  const world = sampleWorld(state);
  const sites = world.sites().filter((site) => site.region !== 'global');

  /** Every reference of a kind must be the id of something that the same site holds. */
  function lead(
    references: (site: Site) => (string | undefined)[],
    ids: (site: Site) => (string | undefined)[],
  ) {
    for (const site of sites) {
      const known = new Set(ids(site));
      expect(
        references(site).filter((id) => id !== undefined && !known.has(id)),
        site.place,
      ).toEqual([]);
    }
  }
  const idsOf =
    <K extends keyof Kinds>(kind: K, id: (body: Kinds[K]['body']) => string | undefined) =>
    (site: Site) =>
      site.all(kind).map(({ body }) => id(body));
  const instances = idsOf('instance', (body) => body.InstanceId);
  const subnets = idsOf('subnet', (body) => body.SubnetId);
  const vpcs = idsOf('vpc', (body) => body.VpcId);
  const groups = idsOf('security-group', (body) => body.GroupId);
  const interfaces = idsOf('network-interface', (body) => body.NetworkInterfaceId);
  const keys = (site: Site) => site.all('key').map(({ arn }) => arn);
  const arns = (kind: keyof Kinds) => (site: Site) => site.all(kind).map(({ arn }) => arn);

  test('instances and volumes name each other', () => {
    lead(
      (site) => site.all('volume').flatMap(({ body }) => body.Attachments!.map((one) => one.InstanceId)),
      instances,
    );
    for (const site of sites)
      for (const { body } of site.all('instance'))
        for (const mapping of body.BlockDeviceMappings!) {
          const volume = site.all('volume').find((one) => one.body.VolumeId === mapping.Ebs!.VolumeId);
          expect(volume?.body.Attachments).toMatchObject([
            { InstanceId: body.InstanceId, Device: mapping.DeviceName },
          ]);
          expect(volume?.body.AvailabilityZone).toBe(body.Placement!.AvailabilityZone);
        }
    lead(
      (site) =>
        site.all('image').flatMap(({ body }) => body.BlockDeviceMappings!.map((one) => one.Ebs?.SnapshotId)),
      idsOf('snapshot', (body) => body.SnapshotId),
    );
  });

  test('everything in a network names subnets, groups and interfaces that are there', () => {
    lead((site) => site.all('instance').map(({ body }) => body.SubnetId), subnets);
    lead(
      (site) => site.all('instance').flatMap(({ body }) => body.SecurityGroups!.map((one) => one.GroupId)),
      groups,
    );
    lead(
      (site) =>
        site
          .all('instance')
          .flatMap(({ body }) => body.NetworkInterfaces!.map((one) => one.NetworkInterfaceId)),
      interfaces,
    );
    lead(
      (site) => site.all('network-interface').flatMap(({ body }) => body.Groups!.map((one) => one.GroupId)),
      groups,
    );
    lead((site) => site.all('network-interface').map(({ body }) => body.Attachment?.InstanceId), instances);
    lead((site) => site.all('subnet').map(({ body }) => body.VpcId), vpcs);
    lead((site) => site.all('security-group').map(({ body }) => body.VpcId), vpcs);
    lead(
      (site) =>
        site
          .all('security-group')
          .flatMap(({ body }) =>
            body.IpPermissions!.flatMap((rule) => rule.UserIdGroupPairs!.map((one) => one.GroupId)),
          ),
      groups,
    );
    lead((site) => site.all('address').map(({ body }) => body.NetworkInterfaceId), interfaces);
    lead((site) => site.all('nat-gateway').map(({ body }) => body.SubnetId), subnets);
    lead(
      (site) => site.all('route-table').flatMap(({ body }) => body.Associations!.map((one) => one.SubnetId)),
      subnets,
    );
    lead(
      (site) => site.all('route-table').flatMap(({ body }) => body.Routes!.map((one) => one.NatGatewayId)),
      idsOf('nat-gateway', (body) => body.NatGatewayId),
    );
    lead((site) => site.all('vpc-endpoint').flatMap(({ body }) => body.NetworkInterfaceIds!), interfaces);
    lead((site) => site.all('flow-log').map(({ body }) => body.ResourceId), vpcs);
  });

  test('each subnet has one route table, and each address is in its subnet and nobody else has it', () => {
    const publicIps: (string | undefined)[] = [];
    for (const site of sites) {
      const associated = site
        .all('route-table')
        .flatMap(({ body }) => body.Associations!.flatMap((one) => one.SubnetId ?? []));
      expect(new Set(associated).size).toBe(associated.length);
      const privateIps = site
        .all('network-interface')
        .map(({ body }) => `${body.SubnetId} ${body.PrivateIpAddress}`);
      expect(new Set(privateIps).size, site.place).toBe(privateIps.length);
      for (const { body } of site.all('network-interface')) {
        const { CidrBlock } = site.all('subnet').find((one) => one.body.SubnetId === body.SubnetId)!.body;
        expect(contains(CidrBlock!, body.PrivateIpAddress!), `${body.PrivateIpAddress} in ${CidrBlock}`).toBe(
          true,
        );
      }
      publicIps.push(
        ...site.all('network-interface').flatMap(({ body }) => body.Association?.PublicIp ?? []),
      );
      publicIps.push(
        ...site.all('address').flatMap(({ body }) => (body.AssociationId ? [] : (body.PublicIp ?? []))),
      );
    }
    expect(new Set(publicIps).size).toBe(publicIps.length);
  });

  test('load balancers, groups and targets name each other', () => {
    const balancers = arns('load-balancer');
    const targetGroups = arns('target-group');
    lead((site) => site.all('listener').map(({ body }) => body.LoadBalancerArn), balancers);
    lead((site) => site.all('target-group').flatMap(({ body }) => body.LoadBalancerArns!), balancers);
    lead(
      (site) =>
        site
          .all('listener')
          .flatMap(({ rules }) => rules.flatMap((rule) => rule.Actions!.map((one) => one.TargetGroupArn))),
      targetGroups,
    );
    lead((site) => site.all('auto-scaling-group').flatMap(({ body }) => body.TargetGroupARNs!), targetGroups);
    for (const site of sites)
      for (const { body, health } of site.all('target-group')) {
        const known =
          body.TargetType === 'instance'
            ? instances(site)
            : body.TargetType === 'ip'
              ? site.all('network-interface').map((one) => one.body.PrivateIpAddress)
              : arns('function')(site);
        expect(health.filter((one) => !known.includes(one.Target!.Id))).toEqual([]);
      }
  });

  test('groups of instances are made of instances that carry their tag', () => {
    for (const site of sites)
      for (const { name, body } of site.all('auto-scaling-group')) {
        const tagged = site.all('instance').filter(({ tags }) => tags['aws:autoscaling:groupName'] === name);
        expect(body.Instances!.map((one) => one.InstanceId)).toEqual(
          tagged.map((one) => one.body.InstanceId),
        );
        expect(body.DesiredCapacity).toBe(tagged.length);
      }
    lead(
      (site) => site.all('auto-scaling-group').map(({ body }) => body.LaunchTemplate!.LaunchTemplateId),
      idsOf('launch-template', (body) => body.LaunchTemplateId),
    );
    lead(
      (site) =>
        site
          .all('nodegroup')
          .flatMap(({ body }) => body.resources!.autoScalingGroups!.map((one) => one.name)),
      (site) => site.all('auto-scaling-group').map(({ name }) => name),
    );
  });

  test('keys that encrypt are there, and aliases stand for a key', () => {
    lead((site) => site.all('volume').map(({ body }) => body.KmsKeyId), keys);
    lead((site) => site.all('snapshot').map(({ body }) => body.KmsKeyId), keys);
    lead((site) => site.all('db-instance').map(({ body }) => body.KmsKeyId), keys);
    lead((site) => site.all('log-group').map(({ body }) => body.kmsKeyId), keys);
    lead(
      (site) => site.all('alias').map(({ body }) => body.TargetKeyId),
      (site) => site.all('key').map(({ name }) => name),
    );
    for (const { body, encryption } of world.sites().flatMap((site) => site.all('bucket'))) {
      const key = encryption!.Rules![0]!.ApplyServerSideEncryptionByDefault!.KMSMasterKeyID;
      if (key) expect(key).toContain(`:${body.BucketRegion}:`);
    }
  });

  test('databases, containers and functions name what is there', () => {
    const databases = (site: Site) => site.all('db-instance').map(({ name }) => name);
    lead(
      (site) =>
        site
          .all('db-cluster')
          .flatMap(({ body }) => body.DBClusterMembers!.map((one) => one.DBInstanceIdentifier)),
      databases,
    );
    lead(
      (site) => site.all('db-instance').map(({ body }) => body.DBClusterIdentifier),
      (site) => site.all('db-cluster').map(({ name }) => name),
    );
    lead(
      (site) =>
        site
          .all('db-instance')
          .flatMap(({ body }) => body.VpcSecurityGroups!.map((one) => one.VpcSecurityGroupId)),
      groups,
    );
    lead((site) => site.all('ecs-service').map(({ body }) => body.clusterArn), arns('ecs-cluster'));
    lead((site) => site.all('ecs-service').map(({ body }) => body.taskDefinition), arns('task-definition'));
    lead(
      (site) => site.all('nodegroup').map(({ body }) => body.clusterName),
      (site) => site.all('eks-cluster').map(({ name }) => name),
    );
    lead((site) => site.all('function').flatMap(({ body }) => body.VpcConfig?.SubnetIds ?? []), subnets);
    lead(
      (site) => site.all('metric-filter').map(({ body }) => body.logGroupName),
      (site) => site.all('log-group').map(({ name }) => name),
    );
  });

  test('roles, policies and buckets that are named exist in the account', () => {
    for (const account of world.accounts.filter((one) => !one.refuses)) {
      const global = world.site(account.id, 'global');
      const roles = new Set(global.all('role').map(({ arn }) => arn));
      const buckets = new Set(world.sites().flatMap((site) => site.all('bucket').map(({ name }) => name)));
      const profiles = new Set(global.all('role').map(({ name }) => name));
      for (const site of world.sites(account.id)) {
        for (const { body } of site.all('function')) expect(roles, body.FunctionName).toContain(body.Role);
        for (const { body } of site.all('instance')) {
          const profile = body.IamInstanceProfile?.Arn?.split('/').at(-1);
          if (profile && !profile.startsWith('eks-')) expect(profiles).toContain(profile);
        }
        for (const { body } of site.all('trail')) expect(buckets).toContain(body.S3BucketName);
      }
      for (const bucket of global.all('bucket')) {
        if (bucket.logging) expect(buckets).toContain(bucket.logging.TargetBucket);
        for (const rule of bucket.replication?.Rules ?? [])
          expect(buckets).toContain(rule.Destination!.Bucket!.split(':').at(-1));
      }
    }
  });

  test('nothing is from the future, and running instances are measured', () => {
    const { takenAt } = world.moment;
    for (const site of sites) {
      for (const { body, name } of site.all('instance')) {
        expect(body.LaunchTime! < takenAt, name).toBe(true);
        expect(
          site.measured('AWS/EC2', 'CPUUtilization', { InstanceId: body.InstanceId! }) !== undefined,
          name,
        ).toBe(body.State!.Name === 'running');
      }
      for (const { body } of site.all('volume')) expect(body.CreateTime! < takenAt).toBe(true);
      for (const { body } of site.all('snapshot')) expect(body.StartTime! < takenAt).toBe(true);
      for (const { body } of site.all('db-instance')) expect(body.InstanceCreateTime! < takenAt).toBe(true);
    }
  });

  test('the Tagging API says of a resource what the resource says of itself', async () => {
    const estate = sampleEstate({ state });
    for (const account of estate.accounts.filter((one) => !one.refuses))
      for (const region of regions) {
        const mapped = new Map<string, object>();
        let token: string | undefined;
        do {
          const output = (await estate.send(
            {
              account: account.id,
              region,
              service: 'resource-groups-tagging-api',
              operation: 'GetResources',
              input: token ? { PaginationToken: token } : {},
            },
            signal,
          )) as { ResourceTagMappingList: { ResourceARN: string; Tags: object }[]; PaginationToken: string };
          for (const { ResourceARN, Tags } of output.ResourceTagMappingList) mapped.set(ResourceARN, Tags);
          token = output.PaginationToken;
        } while (token);
        const site = world.site(account.id, region);
        for (const kind of ['instance', 'volume', 'vpc', 'security-group'] as const)
          for (const { arn, body } of site.all(kind))
            expect(mapped.get(arn) ?? [], arn).toEqual((body as { Tags: object[] }).Tags);
      }
  });
});

function contains(cidr: string, address: string): boolean {
  const [base, bits] = cidr.split('/') as [string, string];
  const number = (ip: string) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  return number(address) >= number(base) + 4 && number(address) < number(base) + size - 1;
}
