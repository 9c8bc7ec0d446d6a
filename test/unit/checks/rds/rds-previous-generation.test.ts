import { expect, test } from 'vitest';
import { rdsPreviousGeneration } from '../../../../src/engine/checks/rds/rds-previous-generation.ts';
import { dbInstances } from '../../../../src/engine/collectors/rds.ts';
import { database, instancesDenied } from './fixtures.ts';

test.each(['db.t2.micro', 'db.m4.xlarge', 'db.r3.large', 'db.m1.small'])('%s fails', (DBInstanceClass) => {
  expect(database({ DBInstanceClass }).verdict(rdsPreviousGeneration)).toMatchObject({
    status: 'fail',
    reason: 'previous',
  });
});

test('no amount is named, because newer is not always cheaper', () => {
  expect(database({ DBInstanceClass: 'db.m4.large' }).verdict(rdsPreviousGeneration).saving).toBeUndefined();
});

test.each(['db.t3.large', 'db.m7g.large', 'db.m10i.large', 'db.x1e.xlarge'])(
  '%s passes',
  (DBInstanceClass) => {
    expect(database({ DBInstanceClass }).verdict(rdsPreviousGeneration).status).toBe('pass');
  },
);

test('a serverless instance is not applicable', () => {
  expect(database({ DBInstanceClass: 'db.serverless' }).verdict(rdsPreviousGeneration)).toMatchObject({
    status: 'not-applicable',
    reason: 'serverless',
  });
});

test('databases that could not be listed are unknown', () => {
  expect(database().without(dbInstances).verdict(rdsPreviousGeneration)).toMatchObject(instancesDenied);
});
