import { type Answers, paged } from '../answer.ts';
import { awsError } from '../errors.ts';
import { datapoints, type Point } from '../metrics.ts';
import { cloudwatch as cloudwatchPaging, logs as logsPaging } from '../paging.ts';
import { mapped } from '../sequence.ts';
import type { Kinds, Site } from '../world.ts';

/** A trail by its name or its ARN. */
function trailOf(site: Site, nameOrArn: string | undefined): Kinds['trail'] {
  const found = site.find('trail', nameOrArn?.split(':trail/').at(-1) ?? '');
  if (!found)
    throw awsError(
      'TrailNotFoundException',
      `Unknown trail: ${nameOrArn} for the user: ${site.account.id}`,
      404,
    );
  return found;
}

export const cloudtrail: Answers<'cloudtrail'> = {
  DescribeTrails: ({ site, input }) => {
    const { trailNameList: names, includeShadowTrails: shadows } = input;
    return {
      trailList: site
        .all('trail')
        .filter(
          ({ name, arn, body }) =>
            (!names || names.includes(name) || names.includes(arn)) &&
            (shadows !== false || body.HomeRegion === site.region),
        )
        .map(({ body }) => body),
    };
  },
  GetTrailStatus: ({ site, input }) => trailOf(site, input.Name).status,
  GetEventSelectors: ({ site, input }) => {
    const { arn, selectors } = trailOf(site, input.TrailName);
    return { TrailARN: arn, ...selectors };
  },
};

/** CloudWatch gives no more points in one answer. */
const MOST_POINTS = 1440;

const statistics = ['Average', 'Maximum', 'Minimum', 'Sum', 'SampleCount'] as const;

type DescribeAlarms = NonNullable<Answers<'cloudwatch'>['DescribeAlarms']>;

const metricAlarms: DescribeAlarms = paged('MetricAlarms', cloudwatchPaging, ({ site, input }) => {
  const { AlarmNames: names, StateValue: state } = input;
  return site
    .all('alarm')
    .map(({ body }) => body)
    .filter(
      (alarm) => (!names || names.includes(alarm.AlarmName!)) && (!state || alarm.StateValue === state),
    );
});

const compositeAlarms: DescribeAlarms = paged('CompositeAlarms', cloudwatchPaging, ({ site }) =>
  site.all('composite-alarm').map(({ body }) => body),
);

export const cloudwatch: Answers<'cloudwatch'> = {
  DescribeAlarms: (asked) => {
    const types = asked.input.AlarmTypes ?? ['MetricAlarm'];
    if (types.length !== 1) throw new Error('The sample estate gives alarms of one type at a time');
    return types[0] === 'CompositeAlarm' ? compositeAlarms(asked) : metricAlarms(asked);
  },
  GetMetricStatistics: ({ site, input }) => {
    const { Namespace, MetricName, Dimensions = [], StartTime, EndTime, Period, Statistics = [] } = input;
    if (!Namespace || !MetricName || !StartTime || !EndTime || !Period)
      throw awsError('MissingRequiredParameterException', 'A required parameter is missing.', 400);
    if ((EndTime.getTime() - StartTime.getTime()) / 1000 / Period > MOST_POINTS)
      throw awsError(
        'InvalidParameterCombinationException',
        `You have requested more than ${MOST_POINTS} datapoints.`,
        400,
      );
    const daily = site.measured(
      Namespace,
      MetricName,
      Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value ?? ''])),
    );
    const asked = statistics.filter((name) => Statistics.includes(name));
    return {
      Label: MetricName,
      // A metric that nobody ever sent has no points, and that is no error.
      Datapoints: (daily ? datapoints(daily, StartTime, EndTime, Period) : []).map((point) => ({
        Timestamp: point.Timestamp,
        ...only(point, asked),
      })),
    };
  },
};

const only = (point: Point, names: readonly (keyof Point)[]): Partial<Point> =>
  Object.fromEntries(names.map((name) => [name, point[name]]));

export const logs: Answers<'cloudwatch-logs'> = {
  DescribeLogGroups: paged('logGroups', logsPaging, ({ site, input }) => {
    const prefix = input.logGroupNamePrefix;
    if (!prefix) return mapped(site.list('log-group'), ({ body }) => body);
    return site
      .all('log-group')
      .map(({ body }) => body)
      .filter(({ logGroupName }) => logGroupName!.startsWith(prefix));
  }),
  DescribeMetricFilters: paged('metricFilters', logsPaging, ({ site, input }) => {
    const group = input.logGroupName;
    if (group && !site.find('log-group', group))
      throw awsError('ResourceNotFoundException', 'The specified log group does not exist.', 400);
    return site
      .all('metric-filter')
      .map(({ body }) => body)
      .filter(({ logGroupName }) => !group || logGroupName === group);
  }),
};
