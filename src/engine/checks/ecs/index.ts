import { ecsCircuitBreakerOff } from './ecs-circuit-breaker-off.ts';
import { ecsClusterEmpty } from './ecs-cluster-empty.ts';
import { ecsContainerInsightsOff } from './ecs-container-insights-off.ts';
import { ecsEnvironmentCredential } from './ecs-environment-credential.ts';
import { ecsFargatePlatformPinned } from './ecs-fargate-platform-pinned.ts';
import { ecsPrivilegedContainer } from './ecs-privileged-container.ts';
import { ecsPublicIp } from './ecs-public-ip.ts';
import { ecsServiceShortOfTasks } from './ecs-service-short-of-tasks.ts';
import { ecsSingleTask } from './ecs-single-task.ts';

export const ecsChecks = [
  ecsCircuitBreakerOff,
  ecsClusterEmpty,
  ecsContainerInsightsOff,
  ecsEnvironmentCredential,
  ecsFargatePlatformPinned,
  ecsPrivilegedContainer,
  ecsPublicIp,
  ecsServiceShortOfTasks,
  ecsSingleTask,
];
