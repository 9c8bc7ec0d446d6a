import { listing } from './read.ts';

const page = { output: 'nextToken', input: 'nextToken' };

/** An account can have hundreds of thousands of them, so only some are taken. */
export const logGroups = listing({
  service: 'cloudwatch-logs',
  operation: 'DescribeLogGroups',
  type: 'AWS::Logs::LogGroup',
  budget: 5000,
  volatile: ['storedBytes'],
  page,
  input: () => ({ limit: 50 }),
  items: (output) => output.logGroups,
  // `arn` ends in `:*`, which is how IAM wants it; `logGroupArn` is the ARN that tags hang on.
  identify: (group, at) => ({
    arn: group.logGroupArn ?? at.arn('logs', `log-group:${group.logGroupName}`),
    name: group.logGroupName,
  }),
  tags: 'tagging-api',
});

export const metricFilters = listing({
  service: 'cloudwatch-logs',
  operation: 'DescribeMetricFilters',
  type: 'AWS::Logs::MetricFilter',
  auxiliary: true,
  budget: 5000,
  page,
  input: () => ({ limit: 50 }),
  items: (output) => output.metricFilters,
  identify: (filter, at) => ({
    arn: at.arn('logs', `log-group:${filter.logGroupName}:metric-filter:${filter.filterName}`),
    name: filter.filterName,
  }),
});
