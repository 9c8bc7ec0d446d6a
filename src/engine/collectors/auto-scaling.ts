import { listing, tagRecord } from './read.ts';

export const autoScalingGroups = listing({
  service: 'auto-scaling',
  operation: 'DescribeAutoScalingGroups',
  type: 'AWS::AutoScaling::AutoScalingGroup',
  // Both move with every scaling action.
  volatile: ['DesiredCapacity', 'Instances'],
  page: { output: 'NextToken', input: 'NextToken' },
  input: () => ({ MaxRecords: 100, IncludeManagedResources: true }),
  items: (output) => output.AutoScalingGroups,
  identify: (group) => ({ arn: group.AutoScalingGroupARN ?? '', name: group.AutoScalingGroupName }),
  tags: (group) => tagRecord(group.Tags),
});
