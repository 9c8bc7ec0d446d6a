import { type Answers, paged } from '../answer.ts';
import { awsError } from '../errors.ts';
import { elb as paging } from '../paging.ts';
import type { Kinds, Site } from '../world.ts';

type Kind = 'load-balancer' | 'target-group' | 'listener';

const missing: Record<Kind, [code: string, words: string]> = {
  'load-balancer': ['LoadBalancerNotFoundException', 'One or more load balancers not found'],
  'target-group': ['TargetGroupNotFoundException', 'One or more target groups not found'],
  listener: ['ListenerNotFoundException', 'One or more listeners not found'],
};

function byArn<K extends Kind>(site: Site, kind: K, arn: string | undefined): Kinds[K] {
  const found = site.all(kind).find((thing) => thing.arn === arn);
  if (!found) {
    const [code, words] = missing[kind as Kind];
    throw awsError(code, words, 400);
  }
  return found;
}

export const elasticLoadBalancing: Answers<'elastic-load-balancing-v2'> = {
  DescribeLoadBalancers: paged('LoadBalancers', paging, ({ site, input }) => {
    const { LoadBalancerArns: arns, Names: names } = input;
    if (arns) return arns.map((arn) => byArn(site, 'load-balancer', arn).body);
    return site
      .all('load-balancer')
      .filter(({ name }) => !names || names.includes(name))
      .map(({ body }) => body);
  }),
  DescribeLoadBalancerAttributes: ({ site, input }) => ({
    Attributes: byArn(site, 'load-balancer', input.LoadBalancerArn).attributes,
  }),
  DescribeListeners: paged('Listeners', paging, ({ site, input }) => {
    const { LoadBalancerArn: balancer, ListenerArns: arns } = input;
    if (arns) return arns.map((arn) => byArn(site, 'listener', arn).body);
    byArn(site, 'load-balancer', balancer);
    return site
      .all('listener')
      .map(({ body }) => body)
      .filter((listener) => listener.LoadBalancerArn === balancer);
  }),
  DescribeRules: paged('Rules', paging, ({ site, input }) => {
    if (input.RuleArns) throw new Error('The sample estate finds rules by their listener only');
    return byArn(site, 'listener', input.ListenerArn).rules;
  }),
  DescribeTargetGroups: paged('TargetGroups', paging, ({ site, input }) => {
    const { LoadBalancerArn: balancer, TargetGroupArns: arns } = input;
    if (arns) return arns.map((arn) => byArn(site, 'target-group', arn).body);
    return site
      .all('target-group')
      .map(({ body }) => body)
      .filter((group) => !balancer || group.LoadBalancerArns!.includes(balancer));
  }),
  DescribeTargetHealth: ({ site, input }) => ({
    TargetHealthDescriptions: byArn(site, 'target-group', input.TargetGroupArn).health,
  }),
};
