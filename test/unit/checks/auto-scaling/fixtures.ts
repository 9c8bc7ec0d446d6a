import { autoScalingGroups } from '../../../../src/engine/collectors/auto-scaling.ts';
import { estate } from '../../../support/estate.ts';

/** An estate with one group that is sound in every respect but what is said. */
export const group = (more: object = {}) =>
  estate().with(autoScalingGroups, [
    {
      AutoScalingGroupName: 'web',
      AutoScalingGroupARN:
        'arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web',
      MinSize: 2,
      MaxSize: 6,
      DesiredCapacity: 3,
      DefaultCooldown: 300,
      AvailabilityZones: ['us-east-1a', 'us-east-1b'],
      HealthCheckType: 'EC2',
      CreatedTime: new Date('2026-01-01T00:00:00Z'),
      ...more,
    },
  ]);
