import { expect, test } from 'vitest';
import { ecsContainerInsightsOff } from '../../../../src/engine/checks/ecs/ecs-container-insights-off.ts';
import { clusterArns, clusters } from '../../../../src/engine/collectors/ecs.ts';
import { cluster } from './cluster.ts';

test.each([
  ['disabled', 'fail', 'off'],
  ['enabled', 'pass', 'on'],
  ['enhanced', 'pass', 'on'],
])('Container Insights %s: %s, %s', (value, status, reason) => {
  const main = cluster({ settings: [{ name: 'containerInsights', value }] });
  expect(main.verdict(ecsContainerInsightsOff)).toMatchObject({ status, reason });
});

test('an answer without settings is unknown', () => {
  expect(cluster({ settings: [] }).verdict(ecsContainerInsightsOff).reason).toBe('not-said');
});

test.each([[clusterArns], [clusters]])('without $id the verdict is unknown', (read) => {
  expect(cluster().without(read).judge(ecsContainerInsightsOff)[0]!.verdict.status).toBe('unknown');
});
