import { expect, test } from 'vitest';
import { majorVersion, supportOf } from '../../../../src/engine/checks/rds/engine-support.ts';

test.each([
  ['mysql', '8.0.35', '8.0'],
  ['mariadb', '10.11.6', '10.11'],
  ['postgres', '13.7', '13'],
  ['postgres', '9.6.24', '9.6'],
  ['aurora-postgresql', '15.4', '15'],
  ['aurora-mysql', '5.7.mysql_aurora.2.11.2', '5.7'],
  ['aurora-mysql', '8.0.mysql_aurora.3.05.2', '8.0'],
])('%s %s is of the major version %s', (engine, version, major) => {
  expect(majorVersion(engine, version)).toBe(major);
});

test('a version that is not in the table has no dates', () => {
  expect(supportOf('postgres', '99.1')).toBeUndefined();
  expect(supportOf('sqlserver-se', '15.00')).toBeUndefined();
});
