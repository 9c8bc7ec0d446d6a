import { expect, test } from 'vitest';
import { reads } from '../../../src/engine/collectors/index.ts';
import { sampleEstate, sampleWorld } from '../../../src/engine/sample/index.ts';
import { scaled } from '../../../src/engine/sample/scale/index.ts';
import type { Kinds, Site } from '../../../src/engine/sample/world.ts';
import { scan } from './scan.ts';

const SCALE = 20_000;

const auxiliary = new Set(
  reads.flatMap((read) => (read.kind === 'listing' && read.auxiliary ? read.type : [])),
);

const assetsOf = async (options: Parameters<typeof sampleEstate>[0]) => {
  const scanned = await scan(sampleEstate(options), reads);
  expect(scanned.mistakes).toEqual([]);
  return scanned.resources.filter(({ type }) => !auxiliary.has(type));
};

test('an estate can be had in any size, and a scan of 100,000 resources stays below 5,000 calls', async () => {
  const small = await assetsOf({ state: 'before' });
  const { resources, calls, mistakes } = await scan(sampleEstate({ state: 'before', scale: 100_000 }), reads);
  const assets = resources.filter(({ type }) => !auxiliary.has(type)).length;
  expect(mistakes).toEqual([]);
  expect(assets - small.length).toBeGreaterThan(99_000);
  expect(assets - small.length).toBeLessThan(101_000);
  expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThan(5000);
}, 60_000);

test('what is generated is the same every time, and two parts in a hundred of it change', async () => {
  const byArn = (rows: Awaited<ReturnType<typeof assetsOf>>) =>
    new Map(rows.map((row) => [`${row.type} ${row.arn}`, JSON.stringify(row.body)]));
  const first = byArn(await assetsOf({ state: 'before', scale: SCALE }));
  expect(byArn(await assetsOf({ state: 'before', scale: SCALE }))).toEqual(first);
  const second = byArn(await assetsOf({ state: 'before', scale: SCALE, change: 0.02 }));
  const added = [...second.keys()].filter((arn) => !first.has(arn)).length;
  const removed = [...first.keys()].filter((arn) => !second.has(arn)).length;
  expect(added).toBe(removed);
  expect(added).toBeGreaterThan(SCALE * 0.006);
  expect(added).toBeLessThan(SCALE * 0.014);
  // Instances name their volumes, so that more bodies differ than resources were changed.
  const changed = [...second].filter(([arn, body]) => first.has(arn) && first.get(arn) !== body).length;
  expect(changed).toBeGreaterThan(SCALE * 0.006);
}, 60_000);

test('what is generated names only what is there', () => {
  const world = sampleWorld('before');
  scaled(world, { resources: 4000, change: 0.1 });
  const all = <K extends keyof Kinds>(site: Site, kind: K) => {
    const list = site.list(kind);
    return list.slice(0, list.length);
  };
  for (const site of world.sites().filter((one) => one.more('volume'))) {
    const instances = new Map(all(site, 'instance').map(({ body }) => [body.InstanceId, body]));
    const groups = new Set(all(site, 'security-group').map(({ body }) => body.GroupId));
    const interfaces = new Set(all(site, 'network-interface').map(({ body }) => body.NetworkInterfaceId));
    const volumes = new Map(all(site, 'volume').map(({ body }) => [body.VolumeId, body]));
    for (const volume of volumes.values())
      for (const { InstanceId } of volume.Attachments!)
        expect(instances.get(InstanceId)?.BlockDeviceMappings?.map(({ Ebs }) => Ebs?.VolumeId)).toContain(
          volume.VolumeId,
        );
    for (const instance of instances.values()) {
      for (const { Ebs } of instance.BlockDeviceMappings!)
        expect(volumes.get(Ebs!.VolumeId)?.Attachments?.[0]?.InstanceId).toBe(instance.InstanceId);
      for (const { NetworkInterfaceId } of instance.NetworkInterfaces!)
        expect(interfaces).toContain(NetworkInterfaceId);
    }
    for (const { body } of all(site, 'network-interface'))
      for (const { GroupId } of body.Groups!) expect(groups).toContain(GroupId);
  }
});

test('a page is computed when it is asked for: the last one is as near as the first', async () => {
  const { send } = sampleEstate({ state: 'before', scale: 10_000_000 });
  const started = performance.now();
  const output = await send(
    {
      account: '222233334444',
      region: 'us-east-1',
      service: 'ec2',
      operation: 'DescribeVolumes',
      input: { MaxResults: 500 },
    },
    new AbortController().signal,
  );
  expect(output).toMatchObject({ NextToken: expect.any(String) });
  expect(performance.now() - started).toBeLessThan(2000);
});
