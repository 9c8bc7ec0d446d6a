import { expect, test } from 'vitest';
import { rdsEngineStandardSupport } from '../../../../src/engine/checks/rds/rds-engine-standard-support.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { database, instancesDenied } from './fixtures.ts';

const running = (Engine: string, EngineVersion: string, body = {}) =>
  database({ Engine, EngineVersion, DBInstanceClass: 'db.t3.large', MultiAZ: false, ...body });

// Oracle: two vCPU at 0.10 an hour are 146.00 a month; the standby of Multi-AZ is charged as well.
test.each([
  ['mysql', '8.0.35', false, 146],
  ['mysql', '8.0.35', true, 292],
  ['postgres', '12.22', false, 146],
  ['aurora-mysql', '5.7.mysql_aurora.2.11.2', false, 146],
])('%s %s, Multi-AZ %s, is past its end and costs %f a month more', (engine, version, MultiAZ, cost) => {
  const verdict = running(engine, version, { MultiAZ }).verdict(rdsEngineStandardSupport);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'ended-and-charged' });
  expect(fromMicros(verdict.saving!.monthly)).toBe(cost);
  expect(verdict.saving!.kind).toBe('advisory');
});

test('in the third year the price has no source, so no amount is named', () => {
  const verdict = running('mysql', '5.7.44').verdict(rdsEngineStandardSupport);
  expect(verdict).toMatchObject({
    status: 'fail',
    reason: 'ended',
    parameters: { version: '5.7', until: '2024-02-29' },
  });
  expect(verdict.saving).toBeUndefined();
});

test('a stopped database pays no Extended Support', () => {
  const stopped = running('mysql', '8.0.35', { DBInstanceStatus: 'stopped' });
  expect(stopped.verdict(rdsEngineStandardSupport)).toMatchObject({ status: 'fail', reason: 'ended' });
});

test('a class whose vCPUs are not certain names no amount', () => {
  const serverless = running('postgres', '13.7', { DBInstanceClass: 'db.serverless' });
  expect(serverless.verdict(rdsEngineStandardSupport)).toMatchObject({ status: 'fail', reason: 'ended' });
});

test('support that ends within half a year fails mildly', () => {
  expect(running('postgres', '14.9').verdict(rdsEngineStandardSupport)).toMatchObject({
    status: 'fail',
    reason: 'ends-soon',
    severity: 'low',
    parameters: { until: '2027-02-28' },
  });
});

test('what EngineLifecycleSupport says does not matter while support lasts', () => {
  const version = running('mysql', '8.4.3', { EngineLifecycleSupport: 'open-source-rds-extended-support' });
  expect(version.verdict(rdsEngineStandardSupport)).toMatchObject({ status: 'pass', reason: 'supported' });
});

test.each([
  ['oracle-ee', '19.0.0.0'],
  ['mariadb', '10.6.14'],
  ['postgres', '99.1'],
])('of %s %s nothing is said', (engine, version) => {
  expect(running(engine, version).verdict(rdsEngineStandardSupport)).toMatchObject({
    status: 'not-applicable',
    reason: 'not-in-table',
  });
});

test('databases that could not be listed are unknown', () => {
  expect(database().without(dbInstances).verdict(rdsEngineStandardSupport)).toMatchObject(instancesDenied);
});
