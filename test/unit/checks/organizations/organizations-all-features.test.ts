import { expect, test } from 'vitest';
import { organizationsAllFeatures } from '../../../../src/engine/checks/organizations/organizations-all-features.ts';
import { organization } from '../../../../src/engine/collectors/organizations.ts';
import { estate } from '../../../support/estate.ts';

const featured = (FeatureSet: 'ALL' | 'CONSOLIDATED_BILLING') =>
  estate().with(organization, [
    { Id: 'o-1', Arn: 'arn:aws:organizations::111122223333:organization/o-1', FeatureSet },
  ]);

test.each([
  ['ALL' as const, 'pass'],
  ['CONSOLIDATED_BILLING' as const, 'fail'],
])('an organization with %s: %s', (features, status) => {
  expect(featured(features).verdict(organizationsAllFeatures).status).toBe(status);
});

test('an organization that could not be read is unknown', () => {
  expect(featured('ALL').without(organization).verdict(organizationsAllFeatures).status).toBe('unknown');
});

test('e-mail addresses of owners are not kept', () => {
  const body = { Id: 'o-1', Arn: 'arn:x', MasterAccountEmail: 'root@example.com' };
  const [row] = estate().with(organization, [body]).source().resources(organization, {
    account: '111122223333',
    region: 'global',
  });
  expect(row!.body).toEqual({ Id: 'o-1', Arn: 'arn:x' });
});
