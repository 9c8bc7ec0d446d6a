import { digest } from '../ids.ts';
import { count, level } from '../metrics.ts';
import type { Kinds, Site, Tags } from '../world.ts';
import { networkInterface } from './addresses.ts';
import { keyArn } from './encryption.ts';

type Configuration = Kinds['function']['body'];

interface FunctionSpec {
  name: string;
  runtime?: NonNullable<Configuration['Runtime']>;
  memory?: number;
  timeout?: number;
  arm?: boolean;
  modified: Date;
  role: string;
  environment?: Record<string, string>;
  /** Alias of the key for the environment, without `alias/`. */
  key?: string;
  vpc?: { subnets: string[]; groups: string[] };
  deadLetters?: string;
  tracing?: boolean;
  /** Calls a day; zero: none was ever made. */
  invocations: number;
  /** Share of the calls that fail. */
  errors?: number;
  /** Share of the calls that are turned away. */
  throttled?: number;
  /** Milliseconds. */
  duration?: number;
  /** Statements of its resource policy. */
  policy?: object[];
  url?: 'NONE' | 'AWS_IAM';
  tags?: Tags;
}

export function lambdaFunction(site: Site, spec: FunctionSpec): Kinds['function'] {
  const arn = site.arn('lambda', `function:${spec.name}`);
  const hash = Buffer.from(digest(arn + spec.modified.toISOString()), 'hex').toString('base64');
  for (const [subnet] of (spec.vpc?.subnets ?? []).map((name) => [name] as const))
    networkInterface(site, {
      name: `lambda/${spec.name}/${subnet}`,
      subnet,
      groups: spec.vpc!.groups,
      type: 'lambda',
      description: `AWS Lambda VPC ENI-${spec.name}-${digest(spec.name).slice(0, 8)}`,
      requester: 'amazon-aws-lambda',
      created: spec.modified,
    });
  measureFunction(site, spec);
  return site.add('function', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    ...(spec.policy && {
      policy: JSON.stringify({
        Version: '2012-10-17',
        Id: 'default',
        Statement: spec.policy.map((statement) => ({ Effect: 'Allow', Resource: arn, ...statement })),
      }),
    }),
    urls: spec.url
      ? [
          {
            FunctionUrl: `https://${digest(arn).slice(0, 32)}.lambda-url.${site.region}.on.aws/`,
            FunctionArn: arn,
            AuthType: spec.url,
            CreationTime: spec.modified.toISOString(),
            LastModifiedTime: spec.modified.toISOString(),
            InvokeMode: 'BUFFERED',
            ...(spec.url === 'NONE' && { Cors: { AllowOrigins: ['*'] } }),
          },
        ]
      : [],
    body: {
      FunctionName: spec.name,
      FunctionArn: arn,
      Runtime: spec.runtime ?? 'python3.13',
      Role: `arn:aws:iam::${site.account.id}:role/${spec.role}`,
      Handler: 'app.handler',
      CodeSize: 1_400_000 + (Number.parseInt(digest(arn).slice(0, 4), 16) % 9_000_000),
      CodeSha256: hash,
      Description: '',
      Timeout: spec.timeout ?? 30,
      MemorySize: spec.memory ?? 512,
      LastModified: spec.modified.toISOString().replace('Z', '+0000'),
      Version: '$LATEST',
      PackageType: 'Zip',
      Architectures: [spec.arm ? 'arm64' : 'x86_64'],
      EphemeralStorage: { Size: 512 },
      TracingConfig: { Mode: spec.tracing ? 'Active' : 'PassThrough' },
      RevisionId: `${digest(hash).slice(0, 8)}-0000-4000-8000-${digest(hash).slice(8, 20)}`,
      SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
      LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${spec.name}` },
      ...(spec.environment && { Environment: { Variables: spec.environment } }),
      ...(spec.key && { KMSKeyArn: keyArn(site, spec.key) }),
      ...(spec.deadLetters && { DeadLetterConfig: { TargetArn: site.arn('sqs', spec.deadLetters) } }),
      ...(spec.vpc && {
        VpcConfig: {
          SubnetIds: spec.vpc.subnets.map((name) => site.get('subnet', name).body.SubnetId!),
          SecurityGroupIds: spec.vpc.groups.map((name) => site.get('security-group', name).body.GroupId!),
          VpcId: site.get('subnet', spec.vpc.subnets[0]!).body.VpcId,
          Ipv6AllowedForDualStack: false,
        },
      }),
    },
  });
}

/** All emitted only when the function is called. */
function measureFunction(site: Site, spec: FunctionSpec): void {
  if (!spec.invocations) return;
  const dimensions = { FunctionName: spec.name };
  const { name, invocations } = spec;
  const measure = (metric: string, daily: Parameters<Site['measure']>[3]) =>
    site.measure('AWS/Lambda', metric, dimensions, daily);
  measure('Invocations', count(`${name}/calls`, invocations));
  measure('Errors', count(`${name}/calls`, invocations * (spec.errors ?? 0.001)));
  measure('Throttles', count(`${name}/calls`, invocations * (spec.throttled ?? 0)));
  measure('Duration', level(`${name}/ms`, spec.duration ?? 240, (spec.duration ?? 240) * 6));
  measure(
    'ConcurrentExecutions',
    level(`${name}/at-once`, Math.max(1, invocations / 50_000), Math.max(2, invocations / 9000)),
  );
}
