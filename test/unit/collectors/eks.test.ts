import { expect, test } from 'vitest';
import { clusterNames, clusters, nodegroupNames, nodegroups } from '../../../src/engine/collectors/eks.ts';
import { at, redactor } from '../../../src/engine/collectors/read.ts';
import { ACCOUNT, NOW, REGION } from '../../support/estate.ts';

const here = at({ account: ACCOUNT, region: REGION }, 'aws', NOW);
const salted = redactor('test');
const place = { account: ACCOUNT, region: REGION };

test('a cluster is listed by name, described, and kept under its own ARN with its tags', () => {
  const [name] = clusterNames.items({ clusters: ['shop'] });
  const row = clusterNames.store(name!, here, salted);
  const found = { ...place, type: clusterNames.type, ...row, body: name! };
  expect(clusters.inputs(here, found)).toEqual([{ name: 'shop' }]);

  const arn = `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/shop`;
  const [cluster] = clusters.items({ cluster: { name: 'shop', arn, tags: { Owner: 'ana' } } });
  expect(clusters.store(cluster!, here, salted, found)).toMatchObject({ arn, name: 'shop' });
  expect(typeof clusters.tags === 'function' && clusters.tags(cluster as never)).toEqual({ Owner: 'ana' });
});

test('a node group is described with the name of its cluster', () => {
  const cluster = { ...place, type: 'x', arn: here.arn('eks', 'cluster/shop'), name: 'shop', body: 'shop' };
  const row = nodegroupNames.store('workers', here, salted, cluster);
  const found = { ...place, type: nodegroupNames.type, ...row, body: 'workers' };
  expect(nodegroups.inputs(here, found)).toEqual([{ clusterName: 'shop', nodegroupName: 'workers' }]);
});

test('names alone are no assets', () => {
  expect([clusterNames.auxiliary, nodegroupNames.auxiliary]).toEqual([true, true]);
  expect([clusters.auxiliary, nodegroups.auxiliary]).toEqual([false, false]);
});
