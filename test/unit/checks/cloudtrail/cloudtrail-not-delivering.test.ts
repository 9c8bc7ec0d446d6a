import { expect, test } from 'vitest';
import { cloudtrailNotDelivering } from '../../../../src/engine/checks/cloudtrail/cloudtrail-not-delivering.ts';
import { trailStatus, trails } from '../../../../src/engine/collectors/cloudtrail.ts';
import { ofOrganization, readDenied, trail } from './fixtures.ts';

const withStatus = (status: object) => trail().facet(trailStatus, 'all', status);

test('a trail that is switched off fails', () => {
  expect(withStatus({ IsLogging: false }).verdict(cloudtrailNotDelivering)).toMatchObject({
    status: 'fail',
    reason: 'stopped',
  });
});

test('a trail that cannot write to its bucket fails and names the error', () => {
  const failing = withStatus({ IsLogging: true, LatestDeliveryError: 'AccessDenied' });
  expect(failing.verdict(cloudtrailNotDelivering)).toMatchObject({
    status: 'fail',
    reason: 's3-error',
    parameters: { error: 'AccessDenied', bucket: 'trail-logs' },
  });
});

test('a trail that cannot write to CloudWatch Logs fails, more mildly', () => {
  const failing = withStatus({ IsLogging: true, LatestCloudWatchLogsDeliveryError: 'AccessDenied' });
  expect(failing.verdict(cloudtrailNotDelivering)).toMatchObject({
    status: 'fail',
    reason: 'logs-error',
    severity: 'medium',
  });
});

test('a trail without errors passes; an empty error is none', () => {
  expect(withStatus({ IsLogging: true }).verdict(cloudtrailNotDelivering).status).toBe('pass');
  expect(
    withStatus({ IsLogging: true, LatestDeliveryError: '' }).verdict(cloudtrailNotDelivering).status,
  ).toBe('pass');
});

test('the trail of the organization is judged at its owner', () => {
  expect(trail({}, '999988887777').verdict(cloudtrailNotDelivering)).toMatchObject(ofOrganization);
});

test.each([
  [trailStatus, 'cloudtrail:GetTrailStatus'],
  [trails, 'cloudtrail:DescribeTrails'],
] as const)('what could not be read is unknown', (read, id) => {
  expect(withStatus({ IsLogging: true }).without(read).verdict(cloudtrailNotDelivering)).toMatchObject(
    readDenied(id),
  );
});
