import { digest } from '../ids.ts';
import { count } from '../metrics.ts';
import type { Item, Kinds, Site, Tags } from '../world.ts';
import { networkInterface } from './addresses.ts';

type Target =
  | { instance: string; unhealthy?: boolean }
  | { ip: string; zone: string; unhealthy?: boolean }
  | { function: string };

interface TargetGroupSpec {
  name: string;
  vpc?: string;
  protocol?: 'HTTP' | 'HTTPS' | 'TCP' | 'TLS';
  port?: number;
  type?: 'instance' | 'ip' | 'lambda';
  healthPath?: string;
  tags?: Tags;
}

/** A target group, empty until something is registered, and of no load balancer until one forwards to it. */
export function targetGroup(site: Site, spec: TargetGroupSpec): Kinds['target-group'] {
  const arn = site.arn(
    'elasticloadbalancing',
    `targetgroup/${spec.name}/${digest(`${site.place}/${spec.name}`).slice(0, 16)}`,
  );
  const type = spec.type ?? 'instance';
  const protocol = spec.protocol ?? 'HTTP';
  const http = protocol.startsWith('HTTP');
  return site.add('target-group', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    health: [],
    body: {
      TargetGroupArn: arn,
      TargetGroupName: spec.name,
      TargetType: type,
      LoadBalancerArns: [],
      ...(type !== 'lambda' && {
        Protocol: protocol,
        Port: spec.port ?? 80,
        VpcId: site.get('vpc', spec.vpc!).body.VpcId,
        ...(http && { ProtocolVersion: 'HTTP1' }),
      }),
      HealthCheckEnabled: type !== 'lambda',
      HealthCheckProtocol: http ? protocol : 'TCP',
      ...(http && { HealthCheckPath: spec.healthPath ?? '/', Matcher: { HttpCode: '200' } }),
      HealthCheckPort: 'traffic-port',
      HealthCheckIntervalSeconds: 30,
      HealthCheckTimeoutSeconds: 5,
      HealthyThresholdCount: 5,
      UnhealthyThresholdCount: 2,
      IpAddressType: 'ipv4',
    },
  });
}

/** Registers a target, which must be there. */
export function register(site: Site, group: string, target: Target): void {
  const { body, health } = site.get('target-group', group);
  health.push(healthOf(site, target, body.Port ?? 80));
}

function healthOf(site: Site, target: Target, port: number): Kinds['target-group']['health'][number] {
  if ('function' in target)
    return {
      Target: { Id: site.get('function', target.function).arn, AvailabilityZone: 'all' },
      TargetHealth: {
        State: 'unavailable',
        Reason: 'Target.HealthCheckDisabled',
        Description: 'Health checks are not enabled for this target',
      },
    };
  return {
    Target:
      'instance' in target
        ? { Id: site.get('instance', target.instance).body.InstanceId!, Port: port }
        : { Id: target.ip, Port: port, AvailabilityZone: `${site.region}${target.zone}` },
    HealthCheckPort: `${port}`,
    TargetHealth: target.unhealthy
      ? { State: 'unhealthy', Reason: 'Target.Timeout', Description: 'Request timed out' }
      : { State: 'healthy' },
  };
}

interface ListenerSpec {
  protocol: 'HTTP' | 'HTTPS' | 'TCP' | 'TLS';
  port: number;
  /** TLS policy and name of the certificate. */
  policy?: string;
  certificate?: string;
  /** A target group by name, a redirect to HTTPS, or a fixed answer. */
  to: string | 'redirect' | 'fixed';
  /** More rules, by path. */
  paths?: Record<string, string>;
}

interface BalancerSpec {
  name: string;
  type?: 'application' | 'network';
  scheme?: 'internet-facing' | 'internal';
  subnets: string[];
  groups?: string[];
  created: Date;
  /** Public address in each subnet. */
  publicIps?: string[];
  listeners: ListenerSpec[];
  /** Requests a day (application) or bytes a day (network); zero: nothing was ever emitted. */
  traffic: number;
  /** Requests a day that are answered with a redirect. */
  redirects?: number;
  attributes?: Record<string, string>;
  tags?: Tags;
}

export function loadBalancer(site: Site, spec: BalancerSpec): Kinds['load-balancer'] {
  const type = spec.type ?? 'application';
  const scheme = spec.scheme ?? 'internal';
  const letter = type === 'application' ? 'app' : 'net';
  const end = `${letter}/${spec.name}/${digest(`${site.place}/lb/${spec.name}`).slice(0, 16)}`;
  const arn = site.arn('elasticloadbalancing', `loadbalancer/${end}`);
  const subnets = spec.subnets.map((name) => site.get('subnet', name).body);
  spec.subnets.forEach((subnet, index) => {
    networkInterface(site, {
      name: `${spec.name}/${subnet}`,
      subnet,
      ...(spec.groups && { groups: spec.groups }),
      type: type === 'network' ? 'network_load_balancer' : 'interface',
      description: `ELB ${end}`,
      requester: 'amazon-elb',
      ...(spec.publicIps?.[index] && { publicIp: spec.publicIps[index] }),
      created: spec.created,
    });
  });
  const balancer = site.add('load-balancer', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    attributes: Object.entries({ ...defaults[type], ...spec.attributes }).map(([Key, Value]) => ({
      Key,
      Value,
    })),
    body: {
      LoadBalancerArn: arn,
      LoadBalancerName: spec.name,
      DNSName: `${scheme === 'internal' ? 'internal-' : ''}${spec.name}-${digest(spec.name).slice(0, 10)}.${site.region}.elb.amazonaws.com`,
      CanonicalHostedZoneId: 'Z35SXDOTRQ7X7K',
      CreatedTime: spec.created,
      Scheme: scheme,
      Type: type,
      State: { Code: 'active' },
      VpcId: subnets[0]!.VpcId,
      IpAddressType: 'ipv4',
      AvailabilityZones: subnets.map((subnet) => ({
        ZoneName: subnet.AvailabilityZone,
        SubnetId: subnet.SubnetId,
        LoadBalancerAddresses: [],
      })),
      ...(spec.groups && {
        SecurityGroups: spec.groups.map((name) => site.get('security-group', name).body.GroupId!),
      }),
    },
  });
  for (const described of spec.listeners) listener(site, arn, described);
  measureBalancer(site, spec, type, end);
  return balancer;
}

/** What AWS sets when nobody says otherwise. */
const defaults = {
  application: {
    'access_logs.s3.enabled': 'false',
    'access_logs.s3.bucket': '',
    'access_logs.s3.prefix': '',
    'connection_logs.s3.enabled': 'false',
    'deletion_protection.enabled': 'false',
    'idle_timeout.timeout_seconds': '60',
    'load_balancing.cross_zone.enabled': 'true',
    'routing.http.desync_mitigation_mode': 'defensive',
    'routing.http.drop_invalid_header_fields.enabled': 'false',
    'routing.http2.enabled': 'true',
    'routing.http.preserve_host_header.enabled': 'false',
    'waf.fail_open.enabled': 'false',
    'zonal_shift.config.enabled': 'false',
  },
  network: {
    'access_logs.s3.enabled': 'false',
    'access_logs.s3.bucket': '',
    'access_logs.s3.prefix': '',
    'deletion_protection.enabled': 'false',
    'load_balancing.cross_zone.enabled': 'false',
    'dns_record.client_routing_policy': 'any_availability_zone',
    'zonal_shift.config.enabled': 'false',
  },
};

function listener(site: Site, balancerArn: string, spec: ListenerSpec): void {
  const id = digest(`${balancerArn}/${spec.port}`).slice(0, 16);
  const arn = `${balancerArn.replace(':loadbalancer/', ':listener/')}/${id}`;
  const forward = (name: string) => {
    const group = site.get('target-group', name);
    if (!group.body.LoadBalancerArns!.includes(balancerArn)) group.body.LoadBalancerArns!.push(balancerArn);
    return {
      Type: 'forward' as const,
      TargetGroupArn: group.arn,
      ForwardConfig: {
        TargetGroups: [{ TargetGroupArn: group.arn, Weight: 1 }],
        TargetGroupStickinessConfig: { Enabled: false },
      },
    };
  };
  const action =
    spec.to === 'redirect'
      ? {
          Type: 'redirect' as const,
          RedirectConfig: {
            Protocol: 'HTTPS',
            Port: '443',
            Host: '#{host}',
            Path: '/#{path}',
            Query: '#{query}',
            StatusCode: 'HTTP_301' as const,
          },
        }
      : spec.to === 'fixed'
        ? {
            Type: 'fixed-response' as const,
            FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain', MessageBody: 'Not found' },
          }
        : forward(spec.to);
  const rule = (name: string): string =>
    `${arn.replace(':listener/', ':listener-rule/')}/${digest(arn + name).slice(0, 16)}`;
  site.add('listener', {
    name: arn,
    arn,
    tags: {},
    body: {
      ListenerArn: arn,
      LoadBalancerArn: balancerArn,
      Protocol: spec.protocol,
      Port: spec.port,
      ...(spec.policy && { SslPolicy: spec.policy }),
      ...(spec.certificate && {
        Certificates: [
          {
            CertificateArn: site.arn(
              'acm',
              `certificate/${digest(spec.certificate).slice(0, 8)}-1f2e-4d3c-8b5a-${digest(spec.certificate).slice(8, 20)}`,
            ),
          },
        ],
        MutualAuthentication: { Mode: 'off' },
      }),
      DefaultActions: [action],
    },
    rules: [
      ...Object.entries(spec.paths ?? {}).map(([path, group], index) => ({
        RuleArn: rule(path),
        Priority: `${(index + 1) * 10}`,
        Conditions: [
          { Field: 'path-pattern', Values: [path], PathPatternConfig: { Values: [path] } },
        ] satisfies Item<'elastic-load-balancing-v2', 'DescribeRules', 'Rules'>['Conditions'],
        Actions: [forward(group)],
        IsDefault: false,
      })),
      { RuleArn: rule('default'), Priority: 'default', Conditions: [], Actions: [action], IsDefault: true },
    ],
  });
}

function measureBalancer(site: Site, spec: BalancerSpec, type: 'application' | 'network', end: string): void {
  const dimensions = { LoadBalancer: end };
  const measure = (namespace: string, metric: string, perDay: number) =>
    site.measure(namespace, metric, dimensions, count(`${end}/${metric}`, perDay, spec.created));
  if (type === 'application') {
    // Both are emitted only when there is something to count.
    if (spec.traffic) measure('AWS/ApplicationELB', 'RequestCount', spec.traffic);
    if (spec.redirects) measure('AWS/ApplicationELB', 'HTTP_Redirect_Count', spec.redirects);
    if (spec.traffic) measure('AWS/ApplicationELB', 'HTTPCode_Target_5XX_Count', spec.traffic / 900);
  } else {
    measure('AWS/NetworkELB', 'ProcessedBytes', spec.traffic);
    measure('AWS/NetworkELB', 'NewFlowCount', spec.traffic / 40_000);
    measure('AWS/NetworkELB', 'ActiveFlowCount', spec.traffic / 400_000);
  }
}
