import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2';
import { metric } from './metric.ts';
import { type Found, facet, listFacet, listing } from './read.ts';

const byMarker = { output: 'NextMarker', input: 'Marker' };

export const loadBalancers = listing({
  service: 'elastic-load-balancing-v2',
  operation: 'DescribeLoadBalancers',
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  page: byMarker,
  input: () => ({ PageSize: 400 }),
  items: (output) => output.LoadBalancers,
  identify: (balancer) => ({ arn: balancer.LoadBalancerArn ?? '', name: balancer.LoadBalancerName }),
  tags: 'tagging-api',
});

export const loadBalancerAttributes = facet({
  service: 'elastic-load-balancing-v2',
  operation: 'DescribeLoadBalancerAttributes',
  of: loadBalancers,
  name: 'Attributes',
  input: (balancer) => ({ LoadBalancerArn: balancer.arn }),
  value: (output) =>
    Object.fromEntries(
      (output.Attributes ?? []).flatMap(({ Key, Value }) => (Key ? [[Key, Value ?? '']] : [])),
    ) as Record<string, string>,
});

type Balancer = Found<{ Type?: string }>;
const ofType = (type: string) => (balancer: Balancer) => balancer.body.Type === type;

/** CloudWatch names a load balancer by the end of its ARN, such as `app/shop/50dc6c495c0c9188`. */
const dimensions = (balancer: Balancer) => ({ LoadBalancer: balancer.arn.split(':loadbalancer/')[1] ?? '' });

const albMetric = (name: string) =>
  metric({
    of: loadBalancers,
    namespace: 'AWS/ApplicationELB',
    metric: name,
    statistic: 'Sum',
    dimensions,
    when: ofType('application'),
  });

/** Requests for which a target was chosen: redirects and fixed responses are not among them. */
export const albRequests = albMetric('RequestCount');
export const albRedirects = albMetric('HTTP_Redirect_Count');
export const albFixedResponses = albMetric('HTTP_Fixed_Response_Count');

/** Bytes without those of health checks. */
export const nlbBytes = metric({
  of: loadBalancers,
  namespace: 'AWS/NetworkELB',
  metric: 'ProcessedBytes',
  statistic: 'Sum',
  dimensions,
  when: ofType('network'),
});

export const targetGroups = listing({
  service: 'elastic-load-balancing-v2',
  operation: 'DescribeTargetGroups',
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  page: byMarker,
  input: () => ({ PageSize: 400 }),
  items: (output) => output.TargetGroups,
  identify: (group) => ({ arn: group.TargetGroupArn ?? '', name: group.TargetGroupName }),
  tags: 'tagging-api',
});

/** Registered targets with their health. It moves with every deployment, so no comparison looks at it. */
export const targetHealth = listFacet({
  service: 'elastic-load-balancing-v2',
  operation: 'DescribeTargetHealth',
  of: targetGroups,
  name: 'TargetHealth',
  metric: true,
  input: (group) => ({ TargetGroupArn: group.arn }),
  items: (output) => output.TargetHealthDescriptions,
});

/** The client secret of a sign-in action is not to be stored, should the service ever send it. */
const withoutSecret = (action: Action): Action =>
  action.AuthenticateOidcConfig
    ? { ...action, AuthenticateOidcConfig: { ...action.AuthenticateOidcConfig, ClientSecret: undefined } }
    : action;

export const listeners = listing({
  service: 'elastic-load-balancing-v2',
  operation: 'DescribeListeners',
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  under: loadBalancers,
  page: byMarker,
  input: (_at, balancer) => ({ LoadBalancerArn: balancer.arn, PageSize: 400 }),
  items: (output) => output.Listeners,
  identify: (listener, _at, balancer) => ({
    arn: listener.ListenerArn ?? '',
    name: `${balancer.name} ${listener.Protocol ?? ''} ${listener.Port ?? ''}`.trim(),
  }),
  redact: (listener) => ({ ...listener, DefaultActions: listener.DefaultActions?.map(withoutSecret) }),
  tags: 'tagging-api',
});

/** All rules, the default one among them; only of listeners in clear text, where it matters whether one forwards. */
export const listenerRules = listFacet({
  service: 'elastic-load-balancing-v2',
  operation: 'DescribeRules',
  of: listeners,
  name: 'Rules',
  page: byMarker,
  when: ({ body }) => body.Protocol === 'HTTP',
  input: (listener) => ({ ListenerArn: listener.arn, PageSize: 400 }),
  items: (output) => output.Rules?.map((rule) => ({ ...rule, Actions: rule.Actions?.map(withoutSecret) })),
});
