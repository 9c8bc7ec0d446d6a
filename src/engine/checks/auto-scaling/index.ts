import type { Check } from '../check.ts';
import { autoScalingAtMaximum } from './auto-scaling-at-maximum.ts';
import { autoScalingElbHealthCheck } from './auto-scaling-elb-health-check.ts';
import { autoScalingFixedSize } from './auto-scaling-fixed-size.ts';
import { autoScalingSingleAz } from './auto-scaling-single-az.ts';

export const autoScalingChecks: readonly Check[] = [
  autoScalingAtMaximum,
  autoScalingElbHealthCheck,
  autoScalingFixedSize,
  autoScalingSingleAz,
];
