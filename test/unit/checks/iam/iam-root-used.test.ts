import { expect, test } from 'vitest';
import { iamRootUsed } from '../../../../src/engine/checks/iam/iam-root-used.ts';
import { type CredentialReportEntry, credentialReport } from '../../../../src/engine/collectors/iam.ts';
import { account } from '../../../../src/engine/collectors/sts.ts';
import type { ReadFailure } from '../../../../src/shared/model/outcome.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';

const report = (columns: Partial<CredentialReportEntry>) =>
  estate()
    .with(account, [{ Account: ACCOUNT }])
    .with(credentialReport, [
      {
        arn: `arn:aws:iam::${ACCOUNT}:root`,
        user: '<root_account>',
        generated: '2026-11-02T06:00:00.000Z',
        password_last_used: 'no_information',
        access_key_1_last_used_date: 'N/A',
        access_key_2_last_used_date: 'N/A',
        ...columns,
      },
    ]);

test('root used last week fails', () => {
  expect(report({ password_last_used: '2026-10-28T09:00:00+00:00' }).verdict(iamRootUsed)).toMatchObject({
    status: 'fail',
    reason: 'used',
    parameters: { since: 4, days: 30 },
  });
});

test('use of a root key counts as well', () => {
  const used = report({
    password_last_used: '2024-01-01T00:00:00+00:00',
    access_key_1_last_used_date: '2026-11-01T00:00:00+00:00',
  });
  expect(used.verdict(iamRootUsed)).toMatchObject({ status: 'fail', parameters: { since: 1 } });
});

test('root used a year ago passes, and so does root that was never used', () => {
  expect(report({ password_last_used: '2025-11-02T00:00:00+00:00' }).verdict(iamRootUsed)).toMatchObject({
    status: 'pass',
    reason: 'not-lately',
  });
  expect(report({}).verdict(iamRootUsed)).toMatchObject({ status: 'pass', reason: 'never' });
});

test('a report that nobody generated is unknown, never a pass', () => {
  const none: ReadFailure = { outcome: 'failed', code: 'ReportNotPresent', message: 'No report exists' };
  expect(report({}).without(credentialReport, none).verdict(iamRootUsed)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'iam:GetCredentialReport', outcome: 'failed' }],
  });
});

test('a report without root is unknown', () => {
  const empty = estate().with(account, [{ Account: ACCOUNT }]);
  expect(empty.verdict(iamRootUsed)).toMatchObject({ status: 'unknown', reason: 'not-in-report' });
});
