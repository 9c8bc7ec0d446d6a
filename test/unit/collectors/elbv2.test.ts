import { expect, test } from 'vitest';
import { autoScalingGroups } from '../../../src/engine/collectors/auto-scaling.ts';
import * as elbv2 from '../../../src/engine/collectors/elbv2.ts';
import { at, type Found, redactor } from '../../../src/engine/collectors/read.ts';
import { ACCOUNT, NOW, REGION } from '../../support/estate.ts';

const here = at({ account: ACCOUNT, region: REGION }, 'aws', NOW);
const salted = redactor('test');
const balancer = (Type: string) =>
  ({
    account: ACCOUNT,
    region: REGION,
    type: elbv2.loadBalancers.type,
    arn: `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:loadbalancer/${Type === 'network' ? 'net' : 'app'}/shop/50dc6c495c0c9188`,
    name: 'shop',
    body: { Type },
  }) as Found<never>;

test('listeners are asked for under each load balancer and carry its name', () => {
  expect(elbv2.listeners.under).toBe(elbv2.loadBalancers);
  expect(elbv2.listeners.inputs(here, balancer('application'))).toEqual([
    { LoadBalancerArn: balancer('application').arn, PageSize: 400 },
  ]);
  const stored = elbv2.listeners.store(
    { ListenerArn: 'arn:listener', Protocol: 'HTTPS', Port: 443 },
    here,
    salted,
    balancer('application'),
  );
  expect(stored.name).toBe('shop HTTPS 443');
});

test('a client secret of a sign-in action is not stored, of a listener or of a rule', () => {
  const action = {
    Type: 'authenticate-oidc' as const,
    AuthenticateOidcConfig: {
      Issuer: 'https://id.example.org',
      AuthorizationEndpoint: 'https://id.example.org/a',
      TokenEndpoint: 'https://id.example.org/t',
      UserInfoEndpoint: 'https://id.example.org/u',
      ClientId: 'shop',
      ClientSecret: 'correct-horse',
    },
  };
  const stored = elbv2.listeners.store(
    { ListenerArn: 'arn:listener', DefaultActions: [action] },
    here,
    salted,
    balancer('application'),
  );
  expect(stored.body).toMatchObject({ DefaultActions: [{ AuthenticateOidcConfig: { ClientId: 'shop' } }] });
  const rules = elbv2.listenerRules.collect(
    { Rules: [{ Actions: [action] }] },
    [{ arn: 'arn:l' } as never],
    here,
    salted,
  );
  for (const kept of [stored.body, rules.get('arn:l')])
    expect(JSON.stringify(kept)).not.toContain('correct-horse');
});

test('attributes are kept as a record', () => {
  const answer = {
    Attributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }, { Key: 'access_logs.s3.bucket' }],
  };
  const shop = balancer('application');
  expect(elbv2.loadBalancerAttributes.collect(answer, [shop], here, salted).get(shop.arn)).toEqual({
    'deletion_protection.enabled': 'true',
    'access_logs.s3.bucket': '',
  });
});

test('each type of load balancer has its own metrics, by the end of its ARN', () => {
  const [application, network] = [balancer('application'), balancer('network')];
  expect([elbv2.albRequests.when(application), elbv2.albRequests.when(network)]).toEqual([true, false]);
  expect([elbv2.nlbBytes.when(application), elbv2.nlbBytes.when(network)]).toEqual([false, true]);
  expect(elbv2.nlbBytes.input([network], here)).toMatchObject({
    Namespace: 'AWS/NetworkELB',
    MetricName: 'ProcessedBytes',
    Dimensions: [{ Name: 'LoadBalancer', Value: 'net/shop/50dc6c495c0c9188' }],
    Statistics: ['Sum'],
  });
});

test('rules are read of listeners in clear text alone', () => {
  const listener = (Protocol: string) =>
    ({ ...balancer('application'), body: { Protocol } }) as unknown as Found<never>;
  expect([elbv2.listenerRules.when(listener('HTTP')), elbv2.listenerRules.when(listener('HTTPS'))]).toEqual([
    true,
    false,
  ]);
});

test('tags of an Auto Scaling group are read from its body', () => {
  const { tags } = autoScalingGroups;
  if (typeof tags !== 'function') throw new Error('tags come from the body');
  expect(tags({ Tags: [{ Key: 'team', Value: 'web', PropagateAtLaunch: true }] } as never)).toEqual({
    team: 'web',
  });
});
