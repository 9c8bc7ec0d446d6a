import { expect, test } from 'vitest';
import { rdsMinorUpgradesOff } from '../../../../src/engine/checks/rds/rds-minor-upgrades-off.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { database, instancesDenied } from './fixtures.ts';

test('a database that takes no minor upgrades by itself fails', () => {
  expect(
    database({ AutoMinorVersionUpgrade: false, EngineVersion: '8.0.35' }).verdict(rdsMinorUpgradesOff),
  ).toMatchObject({
    status: 'fail',
    reason: 'by-hand',
    parameters: { engine: 'mysql', version: '8.0.35' },
  });
});

test('a database that takes them passes', () => {
  expect(database({ AutoMinorVersionUpgrade: true }).verdict(rdsMinorUpgradesOff).status).toBe('pass');
});

test('an instance of a cluster is judged too, because the setting is its own', () => {
  const member = database({ DBClusterIdentifier: 'aurora', AutoMinorVersionUpgrade: false });
  expect(member.verdict(rdsMinorUpgradesOff).status).toBe('fail');
});

test('databases that could not be listed are unknown', () => {
  expect(database().without(dbInstances).verdict(rdsMinorUpgradesOff)).toMatchObject(instancesDenied);
});
