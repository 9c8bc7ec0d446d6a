import { expect, test } from 'vitest';
import { taggingRequiredTags } from '../../../../src/engine/checks/tagging/tagging-required-tags.ts';
import { instances } from '../../../../src/engine/collectors/ec2.ts';
import { services } from '../../../../src/engine/collectors/ecs.ts';
import { clusters } from '../../../../src/engine/collectors/eks.ts';
import { loadBalancers } from '../../../../src/engine/collectors/elbv2.ts';
import { taggedResources } from '../../../../src/engine/collectors/tagging.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';

const tagPolicy = {
  required: [
    { key: 'Owner', values: [] },
    { key: 'Environment', values: ['prod', 'dev'] },
  ],
};
const instance = (tags: Record<string, string>) =>
  estate().with(instances, [
    { InstanceId: 'i-1', Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) },
  ]);

test.each<[Record<string, string>, string, string, object]>([
  [{ Owner: 'ana', Environment: 'prod' }, 'pass', 'complete', { keys: ['Owner', 'Environment'] }],
  [{ Environment: 'dev' }, 'fail', 'missing', { missing: ['Owner'] }],
  [{ Owner: '', Environment: 'dev' }, 'fail', 'missing', { missing: ['Owner'] }],
  [{ owner: 'ana', Environment: 'dev' }, 'fail', 'missing', { missing: ['Owner'] }],
  [{ Owner: 'ana', Environment: 'Prod' }, 'fail', 'wrong', { wrong: ['Environment=Prod'] }],
  [{ Environment: 'qa' }, 'fail', 'missing-and-wrong', { missing: ['Owner'], wrong: ['Environment=qa'] }],
])('an instance tagged %j: %s, %s', (tags, status, reason, parameters) => {
  expect(instance(tags).verdict(taggingRequiredTags, { tagPolicy })).toMatchObject({
    status,
    reason,
    parameters,
  });
});

test('where nothing is required, nothing is judged and no tags are read', () => {
  const balancer = estate().with(loadBalancers, [
    { LoadBalancerArn: 'arn:aws:x:us-east-1:1:lb', LoadBalancerName: 'lb' },
  ]);
  expect(balancer.without(taggedResources).verdict(taggingRequiredTags)).toMatchObject({
    status: 'not-applicable',
    reason: 'nothing-required',
  });
});

test('tags of containers are read in the form of their service', () => {
  const tags = [
    { key: 'Owner', value: 'ana' },
    { key: 'Environment', value: 'prod' },
  ];
  const judged = estate()
    .with(services, [{ serviceArn: `arn:aws:ecs:us-east-1:${ACCOUNT}:service/main/shop`, tags }])
    .with(clusters, [
      { name: 'shop', arn: `arn:aws:eks:us-east-1:${ACCOUNT}:cluster/shop`, tags: { Owner: 'ana' } },
    ])
    .judge(taggingRequiredTags, { tagPolicy });
  expect(judged.map(({ subject, verdict }) => [subject.type, verdict.status])).toEqual([
    ['AWS::EKS::Cluster', 'fail'],
    ['AWS::ECS::Service', 'pass'],
  ]);
});

test('a load balancer is tagged by the Tagging API; where that was not read, its tags are unknown', () => {
  const LoadBalancerArn = `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/app/web/1`;
  const balancer = () => estate().with(loadBalancers, [{ LoadBalancerArn, LoadBalancerName: 'web' }]);
  const tagged = balancer().with(taggedResources, [
    {
      ResourceARN: LoadBalancerArn,
      Tags: [
        { Key: 'Owner', Value: 'ana' },
        { Key: 'Environment', Value: 'prod' },
      ],
    },
  ]);
  expect(tagged.verdict(taggingRequiredTags, { tagPolicy }).status).toBe('pass');
  expect(balancer().verdict(taggingRequiredTags, { tagPolicy }).status).toBe('fail');
  expect(balancer().without(taggedResources).verdict(taggingRequiredTags, { tagPolicy })).toMatchObject({
    status: 'unknown',
    missing: [{ permission: 'tag:GetResources' }],
  });
});
