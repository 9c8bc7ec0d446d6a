import { count } from '../metrics.ts';
import type { Kinds, Site, Tags, World } from '../world.ts';
import { keyArn } from './encryption.ts';

interface LogGroupSpec {
  name: string;
  created: Date;
  /** Bytes that are kept. */
  stored: number;
  /** Days; none: for ever. */
  retention?: number;
  /** Alias of the key, without `alias/`. */
  key?: string;
  /** Bytes a day that come in; by default as much as the stored ones say. */
  incoming?: number;
  infrequent?: boolean;
  tags?: Tags;
}

export function logGroup(site: Site, spec: LogGroupSpec): Kinds['log-group'] {
  const arn = site.arn('logs', `log-group:${spec.name}`);
  // Emitted only when something comes in.
  if (spec.incoming !== 0)
    site.measure(
      'AWS/Logs',
      'IncomingBytes',
      { LogGroupName: spec.name },
      count(spec.name, spec.incoming ?? spec.stored / 300, spec.created),
    );
  return site.add('log-group', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    body: {
      logGroupName: spec.name,
      arn: `${arn}:*`,
      logGroupArn: arn,
      creationTime: spec.created.getTime(),
      storedBytes: Math.round(spec.stored),
      metricFilterCount: 0,
      logGroupClass: spec.infrequent ? 'INFREQUENT_ACCESS' : 'STANDARD',
      ...(spec.retention && { retentionInDays: spec.retention }),
      ...(spec.key && { kmsKeyId: keyArn(site, spec.key) }),
    },
  });
}

interface TrailSpec {
  name: string;
  created: Date;
  bucket: string;
  /** Seen in every region, and in every account when the organization's. */
  multiRegion: boolean;
  organization?: boolean;
  validation: boolean;
  key?: string;
  logGroup?: string;
  logging: boolean;
  /** What is written besides the management events. */
  dataEvents?: ('read' | 'write')[];
  lastDelivery: Date;
  tags?: Tags;
}

/** A trail, with the shadows that it throws into the other regions and accounts. */
export function trail(world: World, account: string, spec: TrailSpec, regions: readonly string[]): void {
  const home = world.site(account, 'us-east-1');
  const arn = home.arn('cloudtrail', `trail/${spec.name}`);
  const accounts = spec.organization ? world.accounts.filter((one) => !one.refuses) : [home.account];
  for (const { id } of accounts)
    for (const region of spec.multiRegion ? regions : ['us-east-1'])
      world.site(id, region).add('trail', {
        name: spec.name,
        arn,
        tags: spec.tags ?? {},
        body: {
          Name: spec.name,
          TrailARN: arn,
          S3BucketName: spec.bucket,
          HomeRegion: 'us-east-1',
          IncludeGlobalServiceEvents: spec.multiRegion,
          IsMultiRegionTrail: spec.multiRegion,
          IsOrganizationTrail: spec.organization ?? false,
          LogFileValidationEnabled: spec.validation,
          HasCustomEventSelectors: spec.dataEvents !== undefined,
          HasInsightSelectors: false,
          ...(spec.key && { KmsKeyId: keyArn(home, spec.key) }),
          ...(spec.logGroup && {
            CloudWatchLogsLogGroupArn: `${home.get('log-group', spec.logGroup).arn}:*`,
            CloudWatchLogsRoleArn: `arn:aws:iam::${home.account.id}:role/cloudtrail-to-logs`,
          }),
        },
        status: {
          IsLogging: spec.logging,
          StartLoggingTime: spec.created,
          ...(spec.logging ? {} : { StopLoggingTime: spec.lastDelivery }),
          LatestDeliveryTime: spec.lastDelivery,
          ...(spec.validation && { LatestDigestDeliveryTime: spec.lastDelivery }),
          ...(spec.logGroup && { LatestCloudWatchLogsDeliveryTime: spec.lastDelivery }),
          TimeLoggingStarted: spec.created.toISOString().replace('.000Z', 'Z'),
          TimeLoggingStopped: spec.logging ? '' : spec.lastDelivery.toISOString().replace('.000Z', 'Z'),
        },
        selectors: spec.dataEvents
          ? {
              AdvancedEventSelectors: [
                {
                  Name: 'Management events',
                  FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }],
                },
                ...spec.dataEvents.map((kind) => ({
                  Name: `S3 ${kind} events`,
                  FieldSelectors: [
                    { Field: 'eventCategory', Equals: ['Data'] },
                    { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
                    { Field: 'readOnly', Equals: [kind === 'read' ? 'true' : 'false'] },
                  ],
                })),
              ],
            }
          : {
              EventSelectors: [
                {
                  ReadWriteType: 'All',
                  IncludeManagementEvents: true,
                  DataResources: [],
                  ExcludeManagementEventSources: [],
                },
              ],
            },
      });
}

interface FilterSpec {
  name: string;
  logGroup: string;
  pattern: string;
  created: Date;
  namespace?: string;
}

export function metricFilter(site: Site, spec: FilterSpec): Kinds['metric-filter'] {
  const group = site.get('log-group', spec.logGroup);
  group.body.metricFilterCount! += 1;
  return site.add('metric-filter', {
    name: spec.name,
    arn: `${group.arn}:metric-filter:${spec.name}`,
    tags: {},
    body: {
      filterName: spec.name,
      filterPattern: spec.pattern,
      logGroupName: spec.logGroup,
      creationTime: spec.created.getTime(),
      metricTransformations: [
        {
          metricName: spec.name,
          metricNamespace: spec.namespace ?? 'Security',
          metricValue: '1',
        },
      ],
    },
  });
}

interface AlarmSpec {
  name: string;
  namespace: string;
  metric: string;
  dimensions?: Record<string, string>;
  threshold: number;
  created: Date;
  /** Topic that is told; none: nobody hears of it. */
  notify?: string;
  disabled?: boolean;
  state?: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  since?: Date;
  tags?: Tags;
}

export function alarm(site: Site, spec: AlarmSpec): Kinds['alarm'] {
  const arn = site.arn('cloudwatch', `alarm:${spec.name}`);
  return site.add('alarm', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    body: {
      AlarmName: spec.name,
      AlarmArn: arn,
      AlarmConfigurationUpdatedTimestamp: spec.created,
      ActionsEnabled: !spec.disabled,
      OKActions: [],
      AlarmActions: spec.notify ? [site.arn('sns', spec.notify)] : [],
      InsufficientDataActions: [],
      StateValue: spec.state ?? 'OK',
      StateReason:
        spec.state === 'INSUFFICIENT_DATA' ? 'Unchecked: Initial alarm creation' : 'Threshold Crossed',
      StateUpdatedTimestamp: spec.since ?? spec.created,
      Namespace: spec.namespace,
      MetricName: spec.metric,
      Dimensions: Object.entries(spec.dimensions ?? {}).map(([Name, Value]) => ({ Name, Value })),
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: spec.threshold,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    },
  });
}

interface CompositeSpec {
  name: string;
  /** Alarms of which one is enough. */
  of: string[];
  notify: string;
  created: Date;
  tags?: Tags;
}

export function compositeAlarm(site: Site, spec: CompositeSpec): Kinds['composite-alarm'] {
  const arn = site.arn('cloudwatch', `alarm:${spec.name}`);
  return site.add('composite-alarm', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    body: {
      AlarmName: spec.name,
      AlarmArn: arn,
      AlarmConfigurationUpdatedTimestamp: spec.created,
      AlarmRule: spec.of.map((name) => `ALARM("${site.get('alarm', name).name}")`).join(' OR '),
      ActionsEnabled: true,
      AlarmActions: [site.arn('sns', spec.notify)],
      OKActions: [],
      InsufficientDataActions: [],
      StateValue: 'OK',
      StateUpdatedTimestamp: spec.created,
    },
  });
}
