import { expect, test } from 'vitest';
import { rdsInstancePublic } from '../../../../src/engine/checks/rds/rds-instance-public.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { database, instancesDenied } from './fixtures.ts';

test('a publicly accessible database fails', () => {
  expect(database({ PubliclyAccessible: true }).verdict(rdsInstancePublic)).toMatchObject({
    status: 'fail',
    reason: 'public',
  });
});

test('a database without a public address passes', () => {
  expect(database({ PubliclyAccessible: false }).verdict(rdsInstancePublic)).toMatchObject({
    status: 'pass',
    reason: 'private',
  });
});

test('databases that could not be listed are unknown', () => {
  expect(database().without(dbInstances).verdict(rdsInstancePublic)).toMatchObject(instancesDenied);
});
