import type { Check } from '../check.ts';
import { elbAccessLogs } from './elb-access-logs.ts';
import { elbDeletionProtection } from './elb-deletion-protection.ts';
import { elbHttpListener } from './elb-http-listener.ts';
import { elbIdle } from './elb-idle.ts';
import { elbInvalidHeaders } from './elb-invalid-headers.ts';
import { elbSingleAz } from './elb-single-az.ts';
import { elbTargetsSingleAz } from './elb-targets-single-az.ts';
import { elbTlsPolicy } from './elb-tls-policy.ts';
import { elbWithoutTargets } from './elb-without-targets.ts';

export const elbv2Checks: readonly Check[] = [
  elbAccessLogs,
  elbDeletionProtection,
  elbHttpListener,
  elbIdle,
  elbInvalidHeaders,
  elbSingleAz,
  elbTargetsSingleAz,
  elbTlsPolicy,
  elbWithoutTargets,
];
